package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * Listings of {@code /sys/kernel/iommu_groups} and of the links that lead there: {@code find -type
 * l}, {@code ls -d}, {@code ls -l}, {@code ls -lR}, {@code ls -alZR}, {@code readlink}; with {@code
 * grep} or {@code cat} before them also the types and reserved regions of the groups.
 */
final class LinkListing implements TextReader {

  @Override
  public String title() {
    return "link listing";
  }

  @Override
  public String mark() {
    return "iommu_group";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    Run run = new Run(text, evidence);
    for (int index = 0; index < text.size(); index++) {
      if (text.isFree(index) && run.readLine(index)) {
        text.take(index);
        run.understood++;
      }
    }
    run.files.tell(evidence);
    return run.understood > 0
        ? Reached.all(run.understood)
        : Reached.stopped(
            run.stopped > 0 ? run.stopped : text.firstFree(0),
            "a path like /sys/kernel/iommu_groups/7/devices/0000:01:00.0");
  }

  /** One text while it is read. */
  private static final class Run {

    private static final Pattern PATH =
        Pattern.compile("iommu_groups/{1,9}(\\d{1,9})/{1,9}devices/{1,9}([^\\s\"',;)]{1,200})");
    private static final Pattern FOLDER = Pattern.compile("(?:^|/)(\\d{1,9})/{1,9}devices/{0,9}:$");
    private static final Pattern MODE = Pattern.compile("[l-][r-][w-][x-]\\S{6,8} ");
    private static final Pattern TARGET = Pattern.compile("iommu_groups/{1,9}(\\d{1,9})/?$");

    private final TextDump text;
    private final Evidence evidence;
    private final GroupFiles files = new GroupFiles();
    private @Nullable GroupId folder;
    private @Nullable DeviceRef asked;
    private @Nullable DeviceRef wrapped;
    private int understood;
    private int stopped;

    Run(TextDump text, Evidence evidence) {
      this.text = text;
      this.evidence = evidence;
    }

    boolean readLine(int index) {
      String line = text.line(index);
      Place place = text.place(index);
      if (line.isBlank()) {
        folder = null;
        return false;
      }
      if (line.contains("iommu_group")) {
        stopped = stopped == 0 ? index + 1 : stopped;
        return readPaths(line, place)
            || readFolder(line)
            || readLink(line, place)
            || files.read(line, place);
      }
      if (folder != null) {
        return readEntry(line, place, folder);
      }
      return readFolder(line)
          || files.read(line, place)
          || SysfsPath.targetIn(line).filter(it -> it.tell(evidence, place)).isPresent();
    }

    private boolean readPaths(String line, Place place) {
      boolean isRead = false;
      for (Matcher path = PATH.matcher(line); path.find(); ) {
        Optional<DeviceRef> device = MemberName.of(path.group(2));
        if (device.isPresent()) {
          evidence.member(device.get(), new GroupId(Integer.parseInt(path.group(1))), place);
          isRead = true;
        }
      }
      SysfsPath.targetIn(line).ifPresent(target -> target.tell(evidence, place));
      return isRead;
    }

    /** {@code /sys/kernel/iommu_groups/7/devices:}, as ls prints before what is in it. */
    private boolean readFolder(String line) {
      Matcher header = FOLDER.matcher(line);
      if (!line.endsWith(":") || !header.find()) {
        return false;
      }
      folder = new GroupId(Integer.parseInt(header.group(1)));
      evidence.group(folder);
      return true;
    }

    /** A line of ls in the folder of a group: a link with its target, or names and nothing else. */
    private boolean readEntry(String line, Place place, GroupId group) {
      if (line.startsWith("total ") || line.startsWith("d")) {
        return true;
      }
      if (line.startsWith("-> ") && wrapped != null) {
        evidence.member(wrapped, group, place);
        wrapped = null;
        SysfsPath.targetIn(line).ifPresent(target -> target.tell(evidence, place));
        return true;
      }
      int arrow = line.indexOf(" -> ");
      if (arrow < 0 && MODE.matcher(line).lookingAt()) {
        wrapped = MemberName.of(line.substring(line.lastIndexOf(' ') + 1)).orElse(null);
        return true;
      }
      if (arrow >= 0) {
        int begin = line.lastIndexOf(' ', arrow - 1) + 1;
        Optional<DeviceRef> device = MemberName.of(line.substring(begin, arrow));
        device.ifPresent(it -> evidence.member(it, group, place));
        SysfsPath.targetIn(line).ifPresent(target -> target.tell(evidence, place));
        return device.isPresent();
      }
      boolean isRead = false;
      for (String word : line.strip().split("\\s+", 1000)) {
        Optional<DeviceRef> device =
            word.chars().anyMatch(Character::isDigit) ? MemberName.of(word) : Optional.empty();
        device.ifPresent(it -> evidence.member(it, group, place));
        isRead |= device.isPresent();
      }
      return isRead;
    }

    /** {@code …/0000:02:00.0/iommu_group -> …/iommu_groups/7}, or the two on two lines. */
    private boolean readLink(String line, Place place) {
      int end = line.indexOf("/iommu_group");
      boolean isLink = end > 0 && !line.startsWith("s", end + 12);
      if (isLink) {
        asked = MemberName.of(line.substring(line.lastIndexOf('/', end - 1) + 1, end)).orElse(null);
      }
      DeviceRef device = asked;
      Matcher target = TARGET.matcher(line);
      if (device == null || !target.find()) {
        return false;
      }
      OptionalInt group = Tokens.decimal(target.group(1));
      group.ifPresent(it -> evidence.member(device, new GroupId(it), place));
      asked = null;
      return group.isPresent();
    }
  }
}
