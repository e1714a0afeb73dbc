package org.iommuscope.model.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.PciFunction;

/** Which way a host divides its devices among guests: mdevs, VFs with mdevs, or VFs alone. */
final class VgpuFrameworks {

  private VgpuFrameworks() {}

  static List<Advice> of(HostTopology host) {
    Map<String, List<DeviceRef>> byWords = new TreeMap<>();
    for (MdevParent parent : host.mdevParents().values()) {
      boolean isVf = host.device(parent.device()).filter(VgpuFrameworks::isVf).isPresent();
      add(
          byWords,
          isVf ? "mdevs on virtual functions (SR-IOV and mdev)" : "mdevs",
          parent.device());
    }
    for (HostDevice device : host.devices().values()) {
      if (isVf(device) && device.driver().known().filter(VgpuFrameworks::isVariant).isPresent()) {
        add(byWords, "virtual functions on a vendor's own vfio driver", device.ref());
      }
    }
    List<Advice> advice = new ArrayList<>();
    byWords.forEach((words, devices) ->
        advice.add(
            new Advice(
                Advice.Topic.FRAMEWORK,
                devices,
                "divided among guests by " + words + ": " + HostAdvice.words(devices))));
    return advice;
  }

  private static void add(Map<String, List<DeviceRef>> byWords, String words, DeviceRef device) {
    byWords.computeIfAbsent(words, none -> new ArrayList<>()).add(device);
  }

  private static boolean isVf(HostDevice device) {
    return device instanceof PciFunction function && function.sriov().physfn().known().isPresent();
  }

  private static boolean isVariant(String driver) {
    return Drivers.isVfio(driver) && !driver.replace('_', '-').equals("vfio-pci")
        || driver.equals("nvidia-vgpu-vfio");
  }
}
