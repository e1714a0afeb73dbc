package org.iommuscope.imports.definitions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.markup.Yaml;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/**
 * The resources of a cluster that are devices: {@code permittedHostDevices} of a {@code KubeVirt}
 * object, functions by their ids and mdevs by the name of their type, in which blanks and
 * underscores are one.
 */
final class KubevirtResources {

  private static final Pattern PCI_NAME =
      Pattern.compile("pci-([0-9a-f]{4,8})-([0-9a-f]{2})-([0-9a-f]{2})-([0-7])");

  private final Optional<HostTopology> host;
  private final Map<String, String> functions = new HashMap<>();
  private final Map<String, String> mdevs = new HashMap<>();
  private final Set<DeviceRef> taken = new HashSet<>();

  KubevirtResources(Optional<HostTopology> host) {
    this.host = host;
  }

  /** Keeps what a document says of resources. */
  void collect(Yaml document) {
    Yaml permitted = document.at("spec", "configuration", "permittedHostDevices");
    permitted
        .at("pciHostDevices")
        .elements()
        .forEach(each -> keep(each, "pciVendorSelector", functions));
    permitted
        .at("mediatedDevices")
        .elements()
        .forEach(each -> keep(each, "mdevNameSelector", mdevs));
  }

  private static void keep(Yaml device, String selector, Map<String, String> resources) {
    device
        .text("resourceName")
        .ifPresent(name -> device.text(selector).ifPresent(value -> resources.put(name, value)));
  }

  /**
   * A device of a resource that nobody has yet.
   *
   * @param name what the machine calls it; an export of this program names the device by it
   */
  Optional<DeviceRef> take(String resource, String name) {
    Optional<DeviceRef> named = named(name);
    boolean isNamed = named.filter(device -> mayBe(device, resource)).isPresent();
    if (isNamed) {
      taken.add(named.get());
    }
    return isNamed ? named : takeAny(resource);
  }

  /** An mdev that the capture lacks may be one that the plan makes. */
  private boolean mayBe(DeviceRef device, String resource) {
    return host.isEmpty()
        || host.get().device(device).map(it -> is(it, resource)).orElse(device instanceof MdevUuid);
  }

  /** {@code pci-0000-01-00-0} or {@code mdev-} and a UUID. */
  private static Optional<DeviceRef> named(String name) {
    Matcher pci = PCI_NAME.matcher(name);
    return pci.matches()
        ? PciAddress.parse(
                "%s:%s:%s.%s".formatted(pci.group(1), pci.group(2), pci.group(3), pci.group(4)))
            .map(address -> address)
        : name.startsWith("mdev-")
            ? MdevUuid.parse(name.substring("mdev-".length())).map(uuid -> uuid)
            : Optional.empty();
  }

  private Optional<DeviceRef> takeAny(String resource) {
    return host.stream()
        .flatMap(it -> it.devices().values().stream())
        .filter(device -> is(device, resource))
        .map(HostDevice::ref)
        .filter(taken::add)
        .findFirst();
  }

  private boolean is(HostDevice device, String resource) {
    String ids = functions.getOrDefault(resource, "");
    String type = mdevs.getOrDefault(resource, "");
    return switch (device) {
      case PciFunction function -> !ids.isEmpty() && has(function, ids);
      case MediatedDevice mdev -> !type.isEmpty() && has(mdev, type);
      default -> false;
    };
  }

  private static boolean has(PciFunction function, String ids) {
    Optional<Integer> vendor = function.ids().vendor().known();
    Optional<Integer> device = function.ids().device().known();
    return vendor.isPresent()
        && device.isPresent()
        && ids.equalsIgnoreCase("%04x:%04x".formatted(vendor.get(), device.get()));
  }

  /** Types that have no name are named by their id. */
  private boolean has(MediatedDevice mdev, String wanted) {
    Optional<String> id = mdev.type().known();
    Optional<String> name =
        mdev.parent().known().flatMap(parent -> id.flatMap(type -> nameOf(parent, type)));
    return name.or(() -> id).filter(found -> plain(found).equals(plain(wanted))).isPresent();
  }

  private Optional<String> nameOf(DeviceRef parent, String type) {
    return host.map(it -> it.mdevParents().get(parent)).map(MdevParent::types).stream()
        .flatMap(types -> types.stream())
        .filter(each -> each.id().equals(type))
        .findFirst()
        .map(MdevType::name)
        .flatMap(name -> name.known());
  }

  private static String plain(String name) {
    return name.strip().replace(' ', '_');
  }

  /** Why no device of a resource could be taken. */
  String why(String resource) {
    boolean isFunction = functions.containsKey(resource);
    if (!isFunction && !mdevs.containsKey(resource)) {
      return "the resource "
          + resource
          + " is a name of the cluster; expected its ids or its mdev type in permittedHostDevices"
          + " of a KubeVirt object in the same file";
    }
    String kind =
        isFunction
            ? "the ids " + functions.get(resource)
            : "mdevs of the type " + mdevs.get(resource);
    if (host.isEmpty()) {
      return "the resource " + resource + " has " + kind + "; expected a capture to find them in";
    }
    return isFunction
        ? "no function of the capture with " + kind + " of " + resource + " is free"
        : "the capture has no free one of the " + kind + " of " + resource + "; create one first";
  }
}
