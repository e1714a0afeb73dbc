package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.HostUses;
import org.iommuscope.model.topology.PciFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a function is in use, followed from the tables of the kernel down to the function. */
class DevicesInUseTest {

  private static final String ONE = "0000:00:01.0";
  private static final String TWO = "0000:00:02.0";
  private static final String ROUTES =
      "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n";

  @TempDir Path root;
  private CaptureTree tree;

  @BeforeEach
  void begin() {
    tree = new CaptureTree(root).function(ONE).function(TWO);
  }

  @Test
  void a_volume_is_followed_to_each_disk_that_it_stands_on() {
    block("sda", ONE + "/ata1/block/sda").block("sda2", ONE + "/ata1/block/sda/sda2");
    block("sdb", TWO + "/ata2/block/sdb");
    virtualBlock("md0", "sda2", "sdb");
    virtualBlock("dm-3", "md0").tree.file("sys/devices/virtual/block/dm-3/dm/name", "vg-root");
    tree.file("proc/mounts", "/dev/mapper/vg-root / ext4 rw 0 0");
    assertEquals(List.of("disk / (root)"), labels(ONE));
    assertEquals(
        "/dev/mapper/vg-root on sdb is mounted on /", uses().of(ref(TWO)).getFirst().because());
  }

  @Test
  void volumes_that_stand_on_each_other_end_somewhere() {
    virtualBlock("dm-0", "dm-1").virtualBlock("dm-1", "dm-0");
    tree.file("proc/mounts", "/dev/dm-0 /data ext4 rw 0 0");
    assertEquals(List.of("/data is mounted from /dev/dm-0"), uses().untraced());
  }

  @Test
  void a_partition_is_followed_to_its_disk_without_a_list_of_disks() {
    tree.folder("sys/devices/pci0000:00/" + ONE + "/nvme/nvme0/nvme0c0n1");
    tree.file("proc/mounts", "/dev/nvme0n1p2 /srv xfs rw 0 0");
    assertEquals(List.of("block nvme0n1", "disk /srv"), captured(ONE));
  }

  @Test
  void the_root_of_the_command_line_stands_for_dev_root() {
    block("sda", ONE + "/ata1/block/sda");
    tree.file("proc/cmdline", "quiet root=/dev/sda1 ro")
        .file("proc/mounts", "/dev/root / ext4 rw 0 0");
    assertEquals(List.of("disk / (root)"), labels(ONE));
  }

  @Test
  void a_tree_that_is_mounted_in_parts_is_named_once() {
    block("sda", ONE + "/ata1/block/sda");
    tree.file(
        "proc/mounts",
        "/dev/sda1 / ext4 rw 0 0\n/dev/sda1 /var/lib/pods/a\\040b ext4 rw 0 0\n"
            + "/dev/sda2 /my\\040files ext4 rw 0 0\n/dev/loop0 /snap/x squashfs ro 0 0");
    assertEquals(List.of("disk / (root)", "disk /my files"), labels(ONE));
  }

  @Test
  void a_file_system_that_names_no_device_is_said_to_be_untraced() {
    tree.file("proc/mounts", "rpool/ROOT/debian / zfs rw 0 0\nrpool/home /home zfs rw 0 0");
    assertEquals(List.of("/ is mounted from rpool/ROOT/debian"), uses().untraced());
  }

  @Test
  void a_default_route_is_followed_over_a_bridge_and_a_bond() {
    net("eth0", ONE + "/net/eth0").net("eth1", TWO + "/net/eth1");
    virtualNet("br0", "lower_bond0")
        .virtualNet("bond0", "lower_eth0")
        .virtualNet("bond0", "lower_eth1");
    tree.file("proc/net/route", ROUTES + "br0\t00000000\t01\t3\t0\t0\t0\t00000000\t0\t0\t0\n");
    assertEquals(List.of("uplink"), labels(ONE));
    assertEquals("the default route is br0 over eth1", uses().of(ref(TWO)).getFirst().because());
  }

  @Test
  void an_interface_without_a_default_route_is_no_uplink() {
    net("eth0", ONE + "/net/eth0");
    tree.file("proc/net/route", ROUTES + "eth0\t0000A8C0\t0\t1\t0\t0\t0\t00FFFFFF\t0\t0\t0\n");
    assertEquals(List.of("net eth0"), captured(ONE));
    assertFalse(uses().notCaptured().containsKey(HostUse.Kind.UPLINK));
  }

  @Test
  void a_boot_display_with_a_framebuffer_is_one_console() {
    tree.file("sys/devices/pci0000:00/" + ONE + "/boot_vga", "1");
    link("graphics", "fb0", ONE + "/graphics/fb0").link("graphics", "fb1", TWO + "/graphics/fb1");
    assertEquals(List.of("console"), labels(ONE));
    assertEquals(List.of(), labels(TWO));
  }

  @Test
  void an_output_counts_unless_it_has_no_screen() {
    link("drm", "card0-DP-1", ONE + "/drm/card0/card0-DP-1");
    link("drm", "card1-DP-1", TWO + "/drm/card1/card1-DP-1");
    tree.file("sys/devices/pci0000:00/" + TWO + "/drm/card1/card1-DP-1/status", "disconnected");
    assertEquals(List.of("console"), labels(ONE));
    assertEquals(List.of(), labels(TWO));
  }

  @Test
  void a_keyboard_counts_and_the_jack_of_a_sound_card_does_not() {
    link("input", "input3", ONE + "/usb1/1-1/input/input3");
    link("input", "input4", TWO + "/sound/card0/input4");
    assertEquals(List.of("keyboard"), labels(ONE));
    assertEquals(List.of(), labels(TWO));
  }

  @Test
  void names_the_files_that_were_not_captured() {
    assertEquals(HostUses.unread().notCaptured(), uses().notCaptured());
  }

  private DevicesInUseTest block(String name, String place) {
    return link("block", name, place);
  }

  private DevicesInUseTest net(String name, String place) {
    return link("net", name, place);
  }

  private DevicesInUseTest link(String kind, String name, String place) {
    tree.link("sys/class/" + kind + "/" + name, "../../devices/pci0000:00/" + place);
    return this;
  }

  private DevicesInUseTest virtualBlock(String name, String... slaves) {
    for (String slave : slaves) {
      tree.folder("sys/devices/virtual/block/" + name + "/slaves/" + slave);
    }
    tree.link("sys/class/block/" + name, "../../devices/virtual/block/" + name);
    return this;
  }

  private DevicesInUseTest virtualNet(String name, String lower) {
    tree.folder("sys/devices/virtual/net/" + name + "/" + lower);
    return this;
  }

  private HostUses uses() {
    return tree.read().host().uses();
  }

  private List<String> labels(String device) {
    return uses().of(ref(device)).stream().map(HostUse::label).toList();
  }

  private List<String> captured(String device) {
    return tree.read().host().device(ref(device)).stream()
        .map(PciFunction.class::cast)
        .flatMap(function -> function.uses().known().orElseThrow().stream())
        .toList();
  }

  private static DeviceRef ref(String address) {
    return DeviceRef.parse(address);
  }
}
