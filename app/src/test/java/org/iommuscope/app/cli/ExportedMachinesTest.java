package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guest gets the machine of the host's architecture, for KVM runs no other. */
class ExportedMachinesTest {

  private static final String ARM = capture("virt-arm64-smmuv3-k612");
  private static final String POWER = capture("pseries-ppc64el-domains-k612");

  @TempDir Path folder;
  private Path plan = Path.of("");

  private static String capture(String name) {
    return ExportedPlans.CAPTURES.resolve(name).resolve("capture.tar.gz").toString();
  }

  @BeforeEach
  void writePlan() throws IOException {
    plan = folder.resolve("plan.json");
    Files.writeString(
        plan,
        """
        {
          "format": "iommuscope-plan/1",
          "guests": [
            {
              "name": "A",
              "viommu": true,
              "buses": [
                {"name": "b0", "kind": "pcie-pci-bridge"}
              ],
              "devices": [
                {"host": "0000:01:00.0", "addr": "3.0", "bus": "b0"}
              ]
            }
          ]
        }
        """);
  }

  @Test
  void an_arm_host_gets_arm_guests_without_the_vIOMMU_of_another_architecture() {
    CommandRun qemu = export(ARM, "qemu");
    assertTrue(qemu.out().contains("\nqemu-system-aarch64 "), qemu::out);
    assertTrue(qemu.out().contains("-machine virt,accel=kvm "), qemu::out);
    assertTrue(!qemu.out().contains("intel-iommu"), qemu::out);
    assertSays(qemu, "A: its vIOMMU intel, which the machine virt does not have");

    CommandRun libvirt = export(ARM, "libvirt");
    assertTrue(libvirt.out().contains("<type arch='aarch64' machine='virt'>"), libvirt::out);
    assertTrue(libvirt.out().contains("<os firmware='efi'>"), libvirt::out);
    assertTrue(!libvirt.out().contains("<iommu "), libvirt::out);

    CommandRun kubevirt = export(ARM, "kubevirt");
    assertTrue(
        kubevirt
            .out()
            .contains("architecture: arm64\n      domain:\n        machine:\n          type: virt"),
        kubevirt::out);

    assertSays(export(ARM, "proxmox"), "a host of aarch64, on which Proxmox VE does not run");
  }

  @Test
  void a_power_host_gets_pseries_guests_without_what_needs_pcie() {
    CommandRun qemu = export(POWER, "qemu");
    assertTrue(qemu.out().contains("\nqemu-system-ppc64 "), qemu::out);
    assertTrue(qemu.out().contains("-machine pseries,accel=kvm "), qemu::out);
    assertTrue(qemu.out().contains("-device vfio-pci,host=0000:01:00.0,addr=3.0 "), qemu::out);
    assertSays(qemu, "A: its buses, which need PCIe; the machine pseries has none");

    CommandRun libvirt = export(POWER, "libvirt");
    assertTrue(libvirt.out().contains("<type arch='ppc64le' machine='pseries'>"), libvirt::out);
    assertTrue(!libvirt.out().contains("<acpi/>"), libvirt::out);
    assertTrue(!libvirt.out().contains("<controller"), libvirt::out);

    assertSays(export(POWER, "kubevirt"), "a host of ppc64le, on which KubeVirt does not run");
  }

  @Test
  void what_the_machine_cannot_have_comes_back_by_the_note() throws IOException {
    for (String target : new String[] {"libvirt", "qemu", "proxmox", "kubevirt"}) {
      Path files = folder.resolve(target);
      CommandRun.of(
          "export",
          POWER,
          plan.toString(),
          "--to",
          target,
          "-o",
          Files.createDirectory(files) + "/");
      CommandRun back = CommandRun.of("import-plan", guestFile(files).toString());
      assertEquals(Files.readString(plan), back.out(), back::err);
    }
  }

  private static Path guestFile(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> !file.endsWith("pci.cfg") && !file.endsWith("kubevirt.yaml"))
          .findFirst()
          .orElseThrow();
    }
  }

  private CommandRun export(String capture, String target) {
    return CommandRun.of("export", capture, plan.toString(), "--to", target);
  }

  private static void assertSays(CommandRun run, String sentence) {
    assertTrue(run.err().contains(": " + sentence + "\n"), run::err);
  }
}
