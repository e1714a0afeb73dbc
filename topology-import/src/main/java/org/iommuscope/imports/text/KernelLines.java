package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.ReservedRegion;

/** The forms of {@link KernelLine}, as Linux 3.6 to 6.12 print them. */
final class KernelLines {

  /** The kernel's own limit is about a thousand; stamps and names of hosts come before that. */
  static final int LONGEST = 4096;

  private static final String ADDRESS = "([0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7])";

  /** {@code iommu_group_add_device} from 5.3 on. */
  private static final String ADDING = ": Adding to iommu group ";

  /** {@code iommu_group_remove_device} from 5.3 on. */
  private static final String REMOVING = ": Removing from iommu group ";

  /** The same up to 5.2. */
  private static final Pattern OLD_ADDING =
      Pattern.compile("Adding device (\\S{1,200}) to group (\\d{1,9})");

  private static final Pattern OLD_REMOVING =
      Pattern.compile("Removing device (\\S{1,200}) from group (\\d{1,9})");

  private static final String MDEV_GROUP = ": MDEV: group_id = ";

  private static final Pattern ENUMERATED =
      Pattern.compile(
          ADDRESS
              + ": \\[([0-9a-f]{4}):([0-9a-f]{4})\\] type ([0-9a-f]{1,2}) class 0x([0-9a-f]{6})");

  private static final Pattern BRIDGE =
      Pattern.compile(ADDRESS + ": PCI bridge to \\[bus ([0-9a-f]{2})(?:-([0-9a-f]{2}))?");

  private static final Pattern ROOT =
      Pattern.compile("PCI host bridge to bus ([0-9a-f]{4,8}):([0-9a-f]{2})");

  private static final Pattern MAPPED =
      Pattern.compile(
          "Setting identity map for device "
              + ADDRESS
              + " \\[(?:mem )?0x([0-9a-f]{1,16}) ?- ?0x([0-9a-f]{1,16})");

  private static final Pattern CLOCK = Pattern.compile("\\[ {0,8}(\\d{1,8}\\.\\d{6})[\\] ]");

  private KernelLines() {}

  static Optional<KernelLine> membership(String line) {
    int adding = line.indexOf(ADDING);
    if (adding >= 0) {
      return joined(line, adding, adding + ADDING.length());
    }
    int mdev = line.indexOf(MDEV_GROUP);
    if (mdev >= 0) {
      return joined(line, mdev, mdev + MDEV_GROUP.length())
          .filter(it -> it instanceof KernelLine.Joined join && join.device() instanceof MdevUuid);
    }
    int removing = line.indexOf(REMOVING);
    if (removing >= 0) {
      String name = wordBefore(line, removing);
      return name.isEmpty()
          ? Optional.empty()
          : Optional.of(new KernelLine.Left(DeviceRef.parse(name)));
    }
    return line.contains(" device ") ? oldMembership(line) : Optional.empty();
  }

  /** A driver, a device and a colon; a serial line that lost characters has no driver there. */
  private static Optional<KernelLine> joined(String line, int colon, int number) {
    String name = wordBefore(line, colon);
    String driver = wordBefore(line, colon - name.length() - 1);
    OptionalInt group = Tokens.decimal(digitsAt(line, number));
    boolean isDriver =
        !driver.isEmpty()
            && driver.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.+".indexOf(c) >= 0)
            && driver.chars().anyMatch(Character::isLetter);
    return name.isEmpty() || !isDriver || group.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KernelLine.Joined(DeviceRef.parse(name), driver, new GroupId(group.getAsInt())));
  }

  private static Optional<KernelLine> oldMembership(String line) {
    Matcher adding = OLD_ADDING.matcher(line);
    if (adding.find()) {
      GroupId group = new GroupId(Integer.parseInt(adding.group(2)));
      return Optional.of(new KernelLine.Joined(DeviceRef.parse(adding.group(1)), "", group));
    }
    Matcher removing = OLD_REMOVING.matcher(line);
    return removing.find()
        ? Optional.of(new KernelLine.Left(DeviceRef.parse(removing.group(1))))
        : Optional.empty();
  }

  private static String wordBefore(String line, int end) {
    int begin = Math.max(end, 0);
    while (begin > 0 && !Tokens.isBlank(line.charAt(begin - 1))) {
      begin--;
    }
    return line.substring(begin, Math.max(end, 0));
  }

  private static String digitsAt(String line, int from) {
    int end = from;
    while (end < line.length() && Character.digit(line.charAt(end), 10) >= 0) {
      end++;
    }
    return line.substring(from, end);
  }

  static Optional<KernelLine> enumerated(String line) {
    if (!line.contains("] type ")) {
      return Optional.empty();
    }
    Matcher found = ENUMERATED.matcher(line);
    return found.find()
        ? address(found.group(1))
            .map(it ->
                new KernelLine.Enumerated(
                    it,
                    Integer.parseInt(found.group(2), 16),
                    Integer.parseInt(found.group(3), 16),
                    Integer.parseInt(found.group(4), 16),
                    Integer.parseInt(found.group(5), 16)))
        : Optional.empty();
  }

  static Optional<KernelLine> bridge(String line) {
    if (!line.contains("PCI bridge to ")) {
      return Optional.empty();
    }
    Matcher found = BRIDGE.matcher(line);
    if (!found.find()) {
      return Optional.empty();
    }
    int secondary = Integer.parseInt(found.group(2), 16);
    int last = found.group(3) == null ? secondary : Integer.parseInt(found.group(3), 16);
    return address(found.group(1)).map(it -> new KernelLine.Bridge(it, secondary, last));
  }

  static Optional<KernelLine> rootBus(String line) {
    if (!line.contains("host bridge to bus ")) {
      return Optional.empty();
    }
    Matcher found = ROOT.matcher(line);
    return found.find()
        ? address(found.group(1) + ":" + found.group(2) + ":00.0")
            .map(it -> new KernelLine.RootBus(it.segment(), it.bus()))
        : Optional.empty();
  }

  static Optional<KernelLine> mapped(String line) {
    if (!line.contains("identity map for device ")) {
      return Optional.empty();
    }
    Matcher found = MAPPED.matcher(line);
    return found.find()
        ? address(found.group(1))
            .map(it ->
                new KernelLine.Mapped(
                    it,
                    new ReservedRegion(
                        Long.parseUnsignedLong(found.group(2), 16),
                        Long.parseUnsignedLong(found.group(3), 16),
                        "direct")))
        : Optional.empty();
  }

  private static Optional<PciAddress> address(String text) {
    return PciAddress.parse(text);
  }

  static OptionalDouble clock(String line) {
    Matcher found = line.length() > LONGEST ? CLOCK.matcher("") : CLOCK.matcher(line);
    return found.find()
        ? OptionalDouble.of(Double.parseDouble(found.group(1)))
        : OptionalDouble.empty();
  }
}
