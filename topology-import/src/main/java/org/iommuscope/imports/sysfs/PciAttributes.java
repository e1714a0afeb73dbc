package org.iommuscope.imports.sysfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.SriovRole;

/** Reads the files and links of each PCI function's folder. */
final class PciAttributes implements Reader {

  private static final int HEADER_TYPE = 0x0e;
  private static final int SHORTEST_CONFIG = 64;
  private static final int LONGEST_CONFIG = 4096;

  /** {@code PCI_CLASS_DISPLAY_VGA}; only functions of this class have {@code boot_vga}. */
  private static final int VGA = 0x0300;

  private static final int BRIDGE = 0x0604;
  private static final int CARDBUS = 0x0607;
  private static final int MOST_VFS = 0xffff;

  /** Files that the inspector shows as they are; the first four only PCI Express functions have. */
  private static final List<String> MENTIONED =
      List.of(
          "current_link_speed",
          "current_link_width",
          "max_link_speed",
          "max_link_width",
          "power_state");

  private static final List<String> MENTIONED_OF_PF =
      List.of("sriov_offset", "sriov_stride", "sriov_vf_device");

  @Override
  public Phase phase() {
    return Phase.DEVICES;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    boolean knowsResets = hasResetMethods(host);
    for (PciDraft function : host.functions.values()) {
      host.folderOf(function.address)
          .map(folder -> new DeviceFolder(capture, folder))
          .ifPresent(folder -> read(capture, folder, function, knowsResets));
    }
  }

  private static void read(
      SysfsCapture capture, DeviceFolder folder, PciDraft function, boolean knowsResets) {
    function.ids = ids(folder);
    function.config = config(capture, folder);
    function.header = header(capture, folder, function);
    function.driver = folder.linkName("driver");
    function.driverOverride = driverOverride(folder);
    function.group = GroupNumbers.of(folder);
    function.iommu = folder.linkName("iommu");
    function.numaNode = numaNode(folder);
    function.sriov = sriov(folder);
    function.bootVga = bootVga(folder, function);
    function.resetMethods = resetMethods(folder, knowsResets);
    function.bars = bars(capture, folder);
    function.vfioCdev = vfioCdev(folder);
    MENTIONED.forEach(folder::mention);
    if (folder.has("sriov_totalvfs")) {
      MENTIONED_OF_PF.forEach(folder::mention);
    }
  }

  private static PciIds ids(DeviceFolder folder) {
    return new PciIds(
        id(folder, "vendor", 4),
        id(folder, "device", 4),
        id(folder, "subsystem_vendor", 4),
        id(folder, "subsystem_device", 4),
        id(folder, "class", 6),
        id(folder, "revision", 2));
  }

  private static Reading<Integer> id(DeviceFolder folder, String name, int digits) {
    return folder.value(
        name, text -> Attributes.hex(text, digits), "0x and up to " + digits + " hex digits");
  }

  private static Reading<ConfigSpace> config(SysfsCapture capture, DeviceFolder folder) {
    Optional<byte[]> bytes = folder.bytes("config");
    if (bytes.isEmpty()) {
      return Reading.unread();
    }
    int length = bytes.get().length;
    if (length < SHORTEST_CONFIG || length > LONGEST_CONFIG) {
      capture.malformed(
          folder.folder().child("config").orElseThrow(),
          length + " bytes",
          "64, 128, 256 or 4096 bytes of config space");
      return Reading.unread();
    }
    return Reading.of(new ConfigSpace(bytes.get()));
  }

  /**
   * The header type from config space; else bus numbers show a bridge; else the class tells, since
   * {@code pci_setup_device} ties the classes of bridges to their headers.
   */
  private static Reading<HeaderType> header(
      SysfsCapture capture, DeviceFolder folder, PciDraft function) {
    if (function.config instanceof Reading.Present<ConfigSpace>(ConfigSpace config)) {
      int type = config.byteAt(HEADER_TYPE) & 0x7f;
      if (type < HeaderType.values().length) {
        return Reading.of(HeaderType.values()[type]);
      }
      capture.malformed(
          folder.folder().child("config").orElseThrow(),
          "header type " + type,
          "0, 1 or 2 in byte 0x0e");
    }
    if (folder.has("secondary_bus_number")) {
      return Reading.of(HeaderType.BRIDGE);
    }
    return function.ids.classCode().map(code -> headerOfClass(code >> 8));
  }

  private static HeaderType headerOfClass(int baseAndSubclass) {
    return switch (baseAndSubclass) {
      case BRIDGE -> HeaderType.BRIDGE;
      case CARDBUS -> HeaderType.CARDBUS;
      default -> HeaderType.ENDPOINT;
    };
  }

  /** The kernel prints a pointer that is not set as {@code (null)}. */
  private static Reading<String> driverOverride(DeviceFolder folder) {
    Reading<String> override = folder.text("driver_override");
    return override.known().filter("(null)"::equals).isPresent() ? Reading.absent() : override;
  }

  /** The kernel writes -1 for a function that is near no node. */
  private static Reading<Integer> numaNode(DeviceFolder folder) {
    Reading<Integer> node =
        folder.value(
            "numa_node",
            text -> Attributes.decimal(text, -1, Integer.MAX_VALUE),
            "a node number or -1");
    return node.known().filter(number -> number == -1).isPresent() ? Reading.absent() : node;
  }

  /** A function that is no PF has no {@code sriov_} files, and one that is no VF no link. */
  private static SriovRole sriov(DeviceFolder folder) {
    return new SriovRole(
        folder.linkTo("physfn", PciAddress::parse, "a link to a function"),
        virtfns(folder),
        vfCount(folder, "sriov_totalvfs"),
        vfCount(folder, "sriov_numvfs"));
  }

  private static Reading<Integer> vfCount(DeviceFolder folder, String name) {
    if (!folder.has(name) && folder.hasAttributes()) {
      return Reading.absent();
    }
    return folder.value(
        name, text -> Attributes.decimal(text, 0, MOST_VFS), "a number from 0 to " + MOST_VFS);
  }

  private static Reading<List<PciAddress>> virtfns(DeviceFolder folder) {
    if (!folder.has("virtfn0")) {
      return folder.hasLinks() ? Reading.absent() : Reading.unread();
    }
    List<PciAddress> functions = new ArrayList<>();
    for (int i = 0; folder.has("virtfn" + i); i++) {
      folder
          .linkTo("virtfn" + i, PciAddress::parse, "a link to a function")
          .known()
          .ifPresent(functions::add);
    }
    return Reading.of(functions);
  }

  private static Reading<Boolean> bootVga(DeviceFolder folder, PciDraft function) {
    boolean isOther = function.ids.classCode().known().filter(code -> code >> 8 != VGA).isPresent();
    if (!folder.has("boot_vga") && isOther) {
      return Reading.absent();
    }
    return folder.value("boot_vga", Attributes::flag, "0 or 1");
  }

  /** {@code reset_method} exists from Linux 5.15 on, and only where there is a method. */
  private static boolean hasResetMethods(TopologyBuilder host) {
    return host.kernel().isAtLeast(5, 15).orElse(false);
  }

  private static Reading<List<String>> resetMethods(DeviceFolder folder, boolean knowsResets) {
    if (!folder.has("reset_method") && knowsResets && folder.hasAttributes()) {
      return Reading.absent();
    }
    return folder.text("reset_method").map(text -> List.of(text.split(" +")));
  }

  private static Reading<List<Long>> bars(SysfsCapture capture, DeviceFolder folder) {
    Optional<String> text = folder.lines("resource");
    if (text.isEmpty()) {
      return Reading.unread();
    }
    String path = folder.folder().path() + "/resource";
    return new ResourceLines(path, capture.notes()).barsIn(text.get());
  }

  /** A vfio driver that has bound the function shows it as a child, {@code vfio-dev/vfio0}. */
  private static Reading<String> vfioCdev(DeviceFolder folder) {
    Optional<Folder> children = folder.folder().folder("vfio-dev");
    if (children.isEmpty()) {
      return folder.hasLinks() ? Reading.absent() : Reading.unread();
    }
    return children.get().sortedNames().stream()
        .filter(name -> name.startsWith("vfio"))
        .findFirst()
        .map(Reading::of)
        .orElseGet(Reading::unread);
  }
}
