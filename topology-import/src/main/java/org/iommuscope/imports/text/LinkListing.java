package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/**
 * Listings of {@code /sys/kernel/iommu_groups}: {@code find -type l}, {@code ls -d}, {@code ls -l},
 * {@code ls -lR}, {@code ls -alZR}, {@code readlink}.
 */
final class LinkListing implements TextReader {

  private static final String EXPECTED =
      "a path like /sys/kernel/iommu_groups/7/devices/0000:01:00.0";

  private static final Pattern PATH =
      Pattern.compile("iommu_groups/{1,9}(\\d{1,9})/{1,9}devices/{1,9}([^\\s\"',;)]{1,200})");

  @Override
  public String title() {
    return "link listing";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    int understood = 0;
    for (int index = 0; index < text.size(); index++) {
      if (text.isFree(index) && readLine(text, index, evidence)) {
        text.take(index);
        understood++;
      }
    }
    return understood > 0 ? Reached.all(understood) : Reached.stopped(text.firstFree(0), EXPECTED);
  }

  private static boolean readLine(TextDump text, int index, Evidence evidence) {
    String line = text.line(index);
    if (!line.contains("iommu_groups/")) {
      return false;
    }
    boolean isRead = false;
    for (Matcher path = PATH.matcher(line); path.find(); ) {
      Optional<DeviceRef> device = device(path.group(2));
      if (device.isPresent()) {
        GroupId group = new GroupId(Integer.parseInt(path.group(1)));
        evidence.member(device.get(), group, text.place(index));
        isRead = true;
      }
    }
    return isRead;
  }

  /** The member that a path ends with; empty where a pattern or an elision stands for it. */
  private static Optional<DeviceRef> device(String name) {
    String bare = name.replace("\\", "");
    boolean isName = bare.chars().noneMatch(c -> c == '*' || c == '/' || c == '<');
    return isName && !bare.endsWith("...") && !bare.isBlank()
        ? Optional.of(DeviceRef.parse(bare))
        : Optional.empty();
  }
}
