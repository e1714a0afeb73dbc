package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.jspecify.annotations.Nullable;

/** A path below {@code /sys/devices}, which names every bridge on the way to a device. */
record SysfsPath(String text) {

  private static final Pattern ROOT = Pattern.compile("devices/(pci[0-9a-f]{4,8}:[0-9a-f]{2})/");
  private static final Pattern PLATFORM =
      Pattern.compile("devices/platform/(?:[^/\\s]{1,100}/){0,8}");
  private static final int DEEPEST = 40;

  /** What stands behind the arrow of a link, where it leads to a device. */
  static Optional<SysfsPath> targetIn(String line) {
    int arrow = line.indexOf("-> ");
    int devices = arrow < 0 ? -1 : line.indexOf("devices/", arrow);
    if (devices < 0) {
      return Optional.empty();
    }
    return Optional.of(new SysfsPath(line.substring(devices, Tokens.wordEnd(line, devices))));
  }

  /** The device that it ends with. */
  Optional<DeviceRef> device() {
    String name = text.substring(text.lastIndexOf('/') + 1);
    return MemberName.of(name);
  }

  /** Says which bridges are above the functions that it names; returns whether it named any. */
  boolean tell(Evidence evidence, Place place) {
    Matcher root = ROOT.matcher(text);
    if (!root.find()) {
      return tellPlatform(evidence, place);
    }
    @Nullable PciAddress above = null;
    for (String step : text.substring(root.end()).split("/", DEEPEST)) {
      Optional<PciAddress> function = PciAddress.parse(step);
      if (function.isPresent()) {
        tell(evidence.device(function.get()), above, root.group(1), place);
        if (above != null) {
          evidence.device(above).say(Fact.HEADER, HeaderType.BRIDGE, place);
        }
        above = function.get();
      } else if (above != null && MdevUuid.parse(step).isPresent()) {
        evidence.device(DeviceRef.parse(step)).say(Fact.MDEV_PARENT, above, place);
      }
    }
    return above != null;
  }

  private static void tell(Claims function, @Nullable PciAddress above, String root, Place place) {
    function.say(Fact.HOST_BRIDGE, root, place);
    if (above == null) {
      function.deny(Fact.UPSTREAM, place);
    } else {
      function.say(Fact.UPSTREAM, above, place);
    }
  }

  private boolean tellPlatform(Evidence evidence, Place place) {
    boolean isPlatform = PLATFORM.matcher(text).lookingAt();
    Optional<DeviceRef> device = isPlatform ? device() : Optional.empty();
    device
        .filter(DeviceName.class::isInstance)
        .ifPresent(name -> evidence.device(name).say(Fact.BUS, "platform", place));
    return device.isPresent();
  }
}
