package org.iommuscope.model.simulation;

import java.util.Optional;
import org.iommuscope.model.attach.KernelVersion;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.rules.Rules;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.Statement;

/**
 * The error lines of QEMU's vfio, without program and option. Read in 5.2, 7.2 and 10.0; a version
 * between speaks as the nearest lower one.
 *
 * @param modern 10.0 and later, where two lines are worded anew
 */
record QemuWording(boolean modern) {

  static QemuWording of(String version) {
    return new QemuWording(
        KernelVersion.parse(version).filter(known -> known.isAtLeast(10, 0)).isPresent());
  }

  /** Nothing where it is not QEMU who refuses, or where nobody knows. */
  Optional<String> line(Attempt attempt, At at) {
    if (!(attempt.finding() instanceof Finding.Forbidden(Objection objection))) {
      return Optional.empty();
    }
    if (at == At.OPTION) {
      return Optional.of(option(objection));
    }
    if (at == At.LIBVIRT) {
      return LibvirtWording.line(attempt.given().device(), objection);
    }
    String name = at == At.Q1 ? path(attempt.given()) : attempt.given().device().text();
    String group = attempt.group().map(Object::toString).orElse("");
    String errno = objection.errno().map(Errno::words).orElse("");
    String body =
        switch (at) {
          case OPEN -> node(path(attempt.given()), objection, errno);
          case ATTACH -> attached(attempt, objection, errno);
          default -> body(at, objection, group, errno);
        };
    return Optional.of("vfio " + name + ": " + body);
  }

  private String body(At at, Objection objection, String group, String errno) {
    String container = "failed to setup container for group " + group + ": ";
    return switch (at) {
      case Q1 -> "no such host device: " + errno;
      case Q2 -> "no iommu_group found: " + errno;
      case Q3 -> "group " + group + " used in multiple address spaces";
      case Q4 -> open(group) + ": " + errno;
      case Q5 -> "group " + group + " is not viable";
      case Q7 -> container + "Failed to set group container: " + errno;
      case Q8 -> container + backend(objection, errno);
      case Q9 -> "device is already attached";
      case Q10 -> "error getting device from group " + group + ": " + errno;
      case BIND -> "error bind device fd=<fd> to iommufd=<fd>: " + errno;
      default -> errno;
    };
  }

  /** The device's directory of nodes, which QEMU prints before what it says of it. */
  private static String node(String path, Objection objection, String errno) {
    String directory = path + "/vfio-dev";
    boolean missing = objection.rule().equals(Rules.CDEV_EXISTS.id());
    return "vfio "
        + directory
        + ": "
        + (missing
            ? "couldn't open directory " + directory + ": " + errno
            : "Failed to open /dev/vfio/devices/vfio<n>");
  }

  private String attached(Attempt attempt, Objection objection, String errno) {
    if (objection.rule().equals(Rules.MEMORY_CAN_BE_LOCKED.id())) {
      return backend(objection, errno);
    }
    return "[iommufd=<fd>] error attach "
        + attempt.given().device()
        + " (<fd>) to id="
        + attempt.table().orElse(0)
        + ": "
        + errno;
  }

  private String open(String group) {
    return modern
        ? "Could not open '/dev/vfio/" + group + "'"
        : "failed to open /dev/vfio/" + group;
  }

  private String backend(Objection objection, String errno) {
    if (!objection.rule().equals(Rules.MEMORY_CAN_BE_LOCKED.id())) {
      return "Failed to set iommu for container: " + errno;
    }
    String map = modern ? "vfio_container_dma_map" : "vfio_dma_map";
    return "memory listener initialization failed: Region pc.ram: "
        + map
        + "(...) = -12 ("
        + errno
        + ")";
  }

  private static String option(Objection objection) {
    return objection.because().stream()
        .map(cause -> cause.statement())
        .flatMap(statement -> unknownOption(statement).stream())
        .findFirst()
        .orElse(
            "We need to set caching-mode=on for intel-iommu to enable device assignment with IOMMU"
                + " protection.");
  }

  private static Optional<String> unknownOption(Statement statement) {
    return statement instanceof Statement.NoSuchOption(String option, String qemu)
        ? Optional.of("Property 'vfio-pci." + option + "' not found")
        : Optional.empty();
  }

  static Optional<String> hint(Attempt attempt, At at) {
    boolean refused = attempt.finding() instanceof Finding.Forbidden;
    String group = attempt.group().map(Object::toString).orElse("");
    return switch (at) {
      case Q5 ->
          Optional.of(
                  "Please ensure all devices within the iommu_group are bound to their vfio bus"
                      + " driver.")
              .filter(hint -> refused);
      case Q10 ->
          Optional.of(
                  "Verify all devices in group "
                      + group
                      + " are bound to vfio-<bus> or pci-stub and not already in use")
              .filter(hint -> refused);
      default -> Optional.empty();
    };
  }

  private static String path(GuestDevice given) {
    DeviceRef device = given.device();
    return (device instanceof MdevUuid ? "/sys/bus/mdev/devices/" : "/sys/bus/pci/devices/")
        + device.text();
  }
}
