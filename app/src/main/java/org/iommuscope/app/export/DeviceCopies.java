package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/**
 * What people copy of a device: its address, its place in sysfs, and how libvirt and QEMU are told
 * to give it to a guest.
 */
public final class DeviceCopies {

  /** The device APIs that libvirt's {@code model} and QEMU have a device for. */
  private static final Set<String> APIS = Set.of("vfio-pci", "vfio-ccw", "vfio-ap");

  private static final String IOMMUFD = "iommufd0";

  private final HostTopology host;
  private final List<DeviceCopy> copies = new ArrayList<>();

  private DeviceCopies(HostTopology host) {
    this.host = host;
  }

  /** The copies of a device, the address first; a bridge has none for guests. */
  public static List<DeviceCopy> of(HostTopology host, DeviceRef device) {
    DeviceCopies all = new DeviceCopies(host);
    switch (device) {
      case PciAddress address -> all.addFunction(address);
      case MdevUuid uuid -> all.addMdev(uuid);
      case DeviceName name -> all.addOther(name);
    }
    return List.copyOf(all.copies);
  }

  private void addFunction(PciAddress address) {
    add("address", address.text());
    add("sysfs path", "/sys/bus/pci/devices/" + address);
    boolean isBridge =
        host.device(address).orElse(null) instanceof PciFunction function && function.isBridge();
    if (!isBridge) {
      add("libvirt XML", libvirt(address));
      addQemu("vfio-pci,host=" + address);
    }
  }

  private void addMdev(MdevUuid uuid) {
    String path = "/sys/bus/mdev/devices/" + uuid;
    String api = apiOf(uuid);
    add("UUID", uuid.text());
    add("sysfs path", path);
    add("libvirt XML", libvirt(uuid, api));
    addQemu(api + ",sysfsdev=" + path);
  }

  private void addOther(DeviceName name) {
    add("name", name.text());
    host.sources().of(name).ifPresent(folder -> add("sysfs path", "/" + folder.path()));
  }

  private void addQemu(String device) {
    add("QEMU argument", "-device " + device);
    add(
        "QEMU argument with iommufd",
        "-object iommufd,id=" + IOMMUFD + " -device " + device + ",iommufd=" + IOMMUFD);
  }

  /** libvirt detaches a managed device from its host driver, and gives it back in the end. */
  private static String libvirt(PciAddress address) {
    String place =
        "domain='%s' bus='%s' slot='%s' function='%s'"
            .formatted(
                hex(address.segment(), 4),
                hex(address.bus(), 2),
                hex(address.device(), 2),
                hex(address.function(), 1));
    return """
    <hostdev mode='subsystem' type='pci' managed='yes'>
      <source>
        <address %s/>
      </source>
    </hostdev>
    """
        .formatted(place);
  }

  /** An mdev is on a vfio driver from the start; there is nothing for libvirt to manage. */
  private static String libvirt(MdevUuid uuid, String api) {
    return """
    <hostdev mode='subsystem' type='mdev' managed='no' model='%s'>
      <source>
        <address uuid='%s'/>
      </source>
    </hostdev>
    """
        .formatted(api, uuid);
  }

  /** The device API of an mdev's type; nearly all are functions of PCI to their guests. */
  private String apiOf(MdevUuid uuid) {
    return host.device(uuid)
        .flatMap(device -> ((MediatedDevice) device).parent().known())
        .flatMap(parent -> Optional.ofNullable(host.mdevParents().get(parent)))
        .flatMap(parent -> apiOf(uuid, parent))
        .filter(APIS::contains)
        .orElse("vfio-pci");
  }

  private Optional<String> apiOf(MdevUuid uuid, MdevParent parent) {
    Optional<String> id =
        host.device(uuid).flatMap(device -> ((MediatedDevice) device).type().known());
    return parent.types().stream()
        .filter(type -> id.filter(type.id()::equals).isPresent())
        .findFirst()
        .flatMap(type -> type.deviceApi().known());
  }

  private void add(String label, String text) {
    copies.add(new DeviceCopy(label, text));
  }

  private static String hex(int number, int digits) {
    String bare = Integer.toHexString(number);
    return "0x" + "0".repeat(Math.max(0, digits - bare.length())) + bare;
  }
}
