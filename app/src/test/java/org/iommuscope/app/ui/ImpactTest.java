package org.iommuscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.inspector.DeviceCopying;
import org.iommuscope.app.ui.inspector.Fact;
import org.iommuscope.app.ui.inspector.InspectorViewModel;
import org.iommuscope.app.ui.plan.ImpactViewModel;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Sample;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.Test;

/** A machine whose disks, uplink, console and keyboard are in use. */
class ImpactTest {

  private static final Path IN_USE =
      Path.of("..", "captures", "q35-desktop-in-use", "capture.tar.gz");
  private static final DeviceRef NIC = DeviceRef.parse("0000:01:00.0");

  private final Workspace workspace = Sample.workspace(IN_USE);
  private final ImpactViewModel impact = new ImpactViewModel(workspace);

  @Test
  void what_the_host_would_lose_is_told_and_changes_no_verdict() {
    assertFalse(impact.contentProperty().get().isLoss());
    workspace.perform(new Intent.ApplyFix(new PlanChange.Bind(NIC, "vfio-pci")));
    workspace.perform(workspace.session().newGuestWith(NIC));
    assertEquals("uplink", impact.contentProperty().get().summary());
    assertTrue(impact.contentProperty().get().losses().getFirst().contains("guest A gets it"));
    assertEquals(
        Answer.YES,
        workspace.judgement().answerTo(workspace.session().plan().guests().getFirst().name(), NIC));
    impact.selectLost();
    assertEquals(List.of(NIC), List.copyOf(workspace.session().selection()));
  }

  @Test
  void what_the_capture_does_not_say_is_told() {
    Workspace silent = Sample.workspace(Sample.MDEVS);
    ImpactViewModel unknown = new ImpactViewModel(silent);
    silent.perform(silent.session().newGuestWith(DeviceRef.parse("0000:02:00.0")));
    assertTrue(
        unknown.contentProperty().get().gaps().stream()
            .anyMatch(gap -> gap.startsWith("not captured: disk")));
  }

  @Test
  void a_fact_has_its_path_and_its_raw_text() {
    List<String> copied = new ArrayList<>();
    InspectorViewModel inspector = new InspectorViewModel(workspace, copied::add);
    workspace.perform(Intent.Select.of(NIC));
    Fact driver = fact(inspector, "Bound to");
    assertEquals("e1000e", driver.value());
    inspector.copyPath(driver);
    assertEquals(List.of("/sys/devices/pci0000:00/0000:00:02.0/0000:01:00.0/driver"), copied);
    assertEquals("../../../../bus/pci/drivers/e1000e", driver.source().orElseThrow().raw());
    Fact link = fact(inspector, "Link now");
    assertEquals("Config space", link.category());
    assertTrue(link.source().orElseThrow().name().startsWith("config at 0x"));
  }

  @Test
  void a_device_is_copied_for_libvirt_and_qemu() {
    List<String> copied = new ArrayList<>();
    InspectorViewModel inspector = new InspectorViewModel(workspace, copied::add);
    workspace.perform(Intent.Select.of(NIC));
    inspector.contentProperty().get().copies().forEach(inspector::put);
    assertEquals("0000:01:00.0", copied.getFirst());
    assertTrue(copied.stream().anyMatch(text -> text.contains("<hostdev")));
    assertTrue(copied.contains("-device vfio-pci,host=0000:01:00.0"));
  }

  @Test
  void everything_selected_is_copied_at_once() {
    List<String> copied = new ArrayList<>();
    DeviceCopying copying = new DeviceCopying(workspace, copied::add);
    copying.copyAddress();
    assertEquals(List.of(), copied);
    workspace.perform(Intent.Select.of(NIC, DeviceRef.parse("0000:00:1f.2")));
    copying.copyAddress();
    copying.copy(DeviceCopying.Kind.QEMU);
    assertEquals(
        List.of(
            "0000:01:00.0\n0000:00:1f.2",
            "-device vfio-pci,host=0000:01:00.0\n-device vfio-pci,host=0000:00:1f.2"),
        copied);
    workspace.perform(Intent.Select.of(DeviceRef.parse("0000:00:02.0")));
    assertFalse(copying.has(DeviceCopying.Kind.LIBVIRT));
  }

  private static Fact fact(InspectorViewModel inspector, String name) {
    return inspector.contentProperty().get().facts().stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
