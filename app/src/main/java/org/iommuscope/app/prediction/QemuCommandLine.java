package org.iommuscope.app.prediction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;

/** Reads of QEMU's command line what decides about vfio devices. */
final class QemuCommandLine {

  private Viommu viommu = new Viommu.None();
  private final List<GuestBus> buses = new ArrayList<>();
  private final List<GuestDevice> devices = new ArrayList<>();

  private QemuCommandLine() {}

  /** The guest that a command line describes, run by root without a limit. */
  static Guest parse(GuestName name, String[] words) {
    QemuCommandLine line = new QemuCommandLine();
    for (int at = 0; at + 1 < words.length; at++) {
      switch (words[at]) {
        case "-device" -> line.device(words[at + 1]);
        case "-M", "-machine" -> line.machine(words[at + 1]);
        default -> {}
      }
    }
    return new Guest(
        name, line.viommu, Backend.LEGACY, true, 0, OptionalLong.empty(), line.buses, line.devices);
  }

  private void device(String argument) {
    Map<String, String> options = options(argument);
    String model = argument.split(",", 2)[0];
    switch (model) {
      case "intel-iommu" ->
          viommu = present(Viommu.Model.INTEL, isOn(options.getOrDefault("caching-mode", "off")));
      case "virtio-iommu", "virtio-iommu-pci" -> viommu = present(Viommu.Model.VIRTIO, true);
      case "amd-iommu" -> viommu = present(Viommu.Model.AMD, true);
      case "pcie-pci-bridge" -> bus(options, GuestBus.Kind.PCIE_PCI_BRIDGE);
      case "pxb-pcie", "pxb" -> {
        if (isOn(options.getOrDefault("bypass_iommu", "off"))) {
          bus(options, GuestBus.Kind.BYPASS_ROOT);
        }
      }
      case "vfio-pci", "vfio-pci-nohotplug" -> vfio(options);
      default -> {}
    }
  }

  private void machine(String argument) {
    if ("smmuv3".equals(options(argument).get("iommu"))) {
      viommu = present(Viommu.Model.SMMUV3, true);
    }
  }

  private void bus(Map<String, String> options, GuestBus.Kind kind) {
    Optional.ofNullable(options.get("id")).ifPresent(id -> buses.add(new GuestBus(id, kind)));
  }

  private void vfio(Map<String, String> options) {
    Optional<String> host = Optional.ofNullable(options.get("host"));
    Optional<String> path = Optional.ofNullable(options.get("sysfsdev"));
    Optional<String> name = host.or(() -> path.map(QemuCommandLine::lastPart));
    name.filter(text -> !text.isBlank())
        .map(DeviceRef::parse)
        .ifPresent(ref ->
            devices.add(
                new GuestDevice(
                    ref,
                    host.isPresent() ? GuestDevice.Path.HOST : GuestDevice.Path.SYSFSDEV,
                    Optional.ofNullable(options.get("addr")),
                    Optional.ofNullable(options.get("bus")),
                    Optional.ofNullable(options.get("vf-token")),
                    Optional.ofNullable(options.get("iommufd")),
                    false)));
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Viommu present(Viommu.Model model, boolean cachingMode) {
    return new Viommu.Present(model, cachingMode);
  }

  private static boolean isOn(String value) {
    return value.equals("on") || value.equals("true") || value.equals("yes");
  }

  private static Map<String, String> options(String argument) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : argument.split(",")) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        options.put(option.substring(0, equals), option.substring(equals + 1));
      }
    }
    return options;
  }
}
