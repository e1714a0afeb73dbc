package org.iommuscope.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.topology.DeviceRef;

/**
 * Every group that a text names together with a device, by the shortest rule there is for each
 * form: on one line, or the last group above, or the last device above.
 */
final class NaiveGroups {

  private static final Pattern ADDRESS =
      Pattern.compile("([0-9a-f]{4,5}:)?[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");
  private static final Pattern GROUP =
      Pattern.compile("group:? *([0-9]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK = Pattern.compile("iommu_groups/([0-9]+)/devices/(\\S+)");
  private static final Pattern LOGGED =
      Pattern.compile("(\\S+): Adding to iommu group ([0-9]+)|device (\\S+) to group ([0-9]+)");

  private final Map<DeviceRef, Set<Integer>> groups = new HashMap<>();
  private String above = "";

  private NaiveGroups() {}

  static Map<DeviceRef, Set<Integer>> in(String form, String text) {
    NaiveGroups naive = new NaiveGroups();
    for (String line : text.split("\r?\n")) {
      naive.readLog(line);
      switch (form) {
        case "find-links" -> naive.readLink(line);
        case "lspci-v" -> naive.readRecord(line);
        default -> naive.readBlock(line);
      }
    }
    return naive.groups;
  }

  private void readLog(String line) {
    Matcher logged = LOGGED.matcher(line);
    if (logged.find()) {
      boolean isNew = logged.group(1) != null;
      add(logged.group(isNew ? 1 : 3), logged.group(isNew ? 2 : 4));
    }
  }

  private void readLink(String line) {
    Matcher link = LINK.matcher(line);
    if (link.find()) {
      add(link.group(2), link.group(1));
    }
  }

  private void readRecord(String line) {
    String word = line.split(" ", 2)[0];
    String last = word.substring(word.lastIndexOf('/') + 1);
    if (ADDRESS.matcher(last).matches()) {
      above = last;
    }
    Matcher group = GROUP.matcher(line);
    if (group.find() && !above.isEmpty()) {
      add(above, group.group(1));
    }
  }

  private void readBlock(String line) {
    Matcher group = GROUP.matcher(line);
    if (group.find()) {
      above = group.group(1);
    }
    Matcher address = ADDRESS.matcher(line);
    if (address.find() && !above.isEmpty()) {
      add(address.group(), above);
    }
  }

  private void add(String device, String group) {
    groups
        .computeIfAbsent(DeviceRef.parse(device), none -> new TreeSet<>())
        .add(Integer.valueOf(group));
  }
}
