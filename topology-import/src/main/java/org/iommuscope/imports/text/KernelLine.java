package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.ReservedRegion;

/** A line of a kernel log that tells of a device, whatever stamp stands before it. */
sealed interface KernelLine {

  /** What the kernel prints before a device that no driver has bound: the name of its bus. */
  Set<String> BUSES = Set.of("pci", "platform", "amba", "fsl-mc", "acpi", "mdev", "of_platform");

  /** A device joined a group; the driver may be a bus instead, or empty in old logs. */
  record Joined(DeviceRef device, String driver, GroupId group) implements KernelLine {}

  /** A device left its group. */
  record Left(DeviceRef device) implements KernelLine {}

  /** A function was found. */
  record Enumerated(PciAddress function, int vendor, int device, int header, int classCode)
      implements KernelLine {

    void tell(Claims claims, Place place) {
      claims.say(Fact.VENDOR, vendor, place);
      claims.say(Fact.DEVICE, device, place);
      claims.say(Fact.CLASS, classCode, place);
      switch (header) {
        case 0 -> claims.say(Fact.HEADER, HeaderType.ENDPOINT, place);
        case 1 -> claims.say(Fact.HEADER, HeaderType.BRIDGE, place);
        case 2 -> claims.say(Fact.HEADER, HeaderType.CARDBUS, place);
        default -> {}
      }
    }
  }

  /** A bridge leads to buses. */
  record Bridge(PciAddress function, int secondary, int subordinate) implements KernelLine {}

  /** A bus belongs to a host bridge. */
  record RootBus(int segment, int bus) implements KernelLine {}

  /** Firmware wants memory mapped for a function. */
  record Mapped(PciAddress function, ReservedRegion region) implements KernelLine {}

  /** Reads a line; most lines of a log tell nothing. */
  static Optional<KernelLine> of(String line) {
    if (line.length() > KernelLines.LONGEST) {
      return Optional.empty();
    }
    return KernelLines.membership(line)
        .or(() -> KernelLines.enumerated(line))
        .or(() -> KernelLines.bridge(line))
        .or(() -> KernelLines.rootBus(line))
        .or(() -> KernelLines.mapped(line));
  }

  /** The seconds since boot that stand in brackets before a line. */
  static OptionalDouble clock(String line) {
    return KernelLines.clock(line);
  }
}
