package org.iommuscope.app.definitions;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** The names under which a cluster hands out the devices of a plan: by ids, and by mdev type. */
final class KubevirtNames {

  private static final String PREFIX = "iommuscope.org/";

  private final PlannedHost facts;
  private final Map<String, String> functions = new TreeMap<>();
  private final Map<String, String> mdevs = new TreeMap<>();

  KubevirtNames(PlannedHost facts) {
    this.facts = facts;
  }

  boolean isEmpty() {
    return functions.isEmpty() && mdevs.isEmpty();
  }

  /** The name of a device's resource, which is then permitted; none where nothing selects it. */
  Optional<String> of(DeviceRef device) {
    return switch (device) {
      case PciAddress pci -> facts.ids(pci).map(ids -> keep(ids, ids.replace(':', '-'), functions));
      case MdevUuid uuid ->
          facts
              .mdev(uuid)
              .map(
                  mdev -> facts.type(mdev).flatMap(type -> type.name().known()).orElse(mdev.type()))
              .map(name -> name.strip().replace(' ', '_'))
              .map(name -> keep(name, name.replaceAll("[^A-Za-z0-9._-]", "_"), mdevs));
      case DeviceName other -> Optional.empty();
    };
  }

  /** Whether nothing tells the name of an mdev's type; KubeVirt selects by it and not by the id. */
  boolean isUnnamed(DeviceRef device) {
    return device instanceof MdevUuid uuid
        && facts.mdev(uuid).isPresent()
        && facts
            .mdev(uuid)
            .flatMap(facts::type)
            .filter(type -> !(type.name() instanceof Reading.Unread))
            .isEmpty();
  }

  private static String keep(String selector, String name, Map<String, String> resources) {
    resources.put(PREFIX + name, selector);
    return PREFIX + name;
  }

  /** How many functions of the host the ids of one select. */
  long alike(DeviceRef device) {
    Optional<String> ids = facts.ids(device);
    return facts.host().devices().values().stream()
        .map(HostDevice::ref)
        .filter(other -> ids.isPresent() && facts.ids(other).equals(ids))
        .count();
  }

  /** Whether it is a display controller, by the upper byte of its class. */
  boolean isGpu(DeviceRef device) {
    return facts
        .function(device)
        .map(PciFunction::ids)
        .flatMap(ids -> ids.classCode().known())
        .filter(code -> code >> 16 == 0x03)
        .isPresent();
  }

  /** The patch of the cluster's {@code KubeVirt} object. */
  String manifest() {
    StringBuilder text =
        new StringBuilder(
            """
            ---
            # Merge this into the KubeVirt object of the cluster.
            apiVersion: kubevirt.io/v1
            kind: KubeVirt
            metadata:
              name: kubevirt
              namespace: kubevirt
            spec:
              configuration:
                permittedHostDevices:
            """);
    list("pciHostDevices", "pciVendorSelector", functions, text);
    list("mediatedDevices", "mdevNameSelector", mdevs, text);
    return text.toString();
  }

  private static void list(
      String key, String selector, Map<String, String> resources, StringBuilder text) {
    if (!resources.isEmpty()) {
      text.append("      ").append(key).append(":\n");
    }
    resources.forEach((name, value) ->
        text.append("        - ")
            .append(selector)
            .append(": ")
            .append(KubevirtWriter.quoted(value))
            .append("\n          resourceName: ")
            .append(KubevirtWriter.quoted(name))
            .append('\n'));
  }
}
