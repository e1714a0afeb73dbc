package org.iommuscope.app.ui.dials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Sample;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.grouping.AcsOverride;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.Test;

/** The dials of two machines, turned without a window. */
class DialsTest {

  private static final DeviceRef PORT = DeviceRef.parse("0000:02:00.0");

  private final Workspace sriov =
      Sample.workspace(Path.of("..", "captures", "q35-sriov-k61", "capture.tar.gz"));
  private final DialsViewModel dials = new DialsViewModel(sriov);

  private DialsViewModel.Content content() {
    return dials.contentProperty().get();
  }

  private List<String> steps() {
    return content().steps().stream().map(DialsViewModel.Imagined::words).toList();
  }

  @Test
  void vfs_go_before_another_number_comes_and_each_turn_is_undone() {
    sriov.perform(Intent.Select.of(PORT));
    DeviceDials.Vfs vfs = content().device().flatMap(DeviceDials::vfs).orElseThrow();
    assertEquals(4, vfs.now());
    dials.setVfs(PORT, vfs.now(), 5);
    dials.setVfs(PORT, vfs.now(), 6);
    assertEquals(List.of("have 0 VFs of 0000:02:00.0", "have 6 VFs of 0000:02:00.0"), steps());
    assertEquals(
        List.of("0000:02:11.0, 0000:02:11.2 appear, in groups 22, 23"), content().follows());
    sriov.perform(new Intent.Undo());
    assertEquals(List.of("have 0 VFs of 0000:02:00.0", "have 5 VFs of 0000:02:00.0"), steps());
    dials.setVfs(PORT, vfs.now(), 4);
    assertEquals(Optional.empty(), sriov.session().plan().sequence());
  }

  @Test
  void a_driver_is_turned_back_by_the_captured_one() {
    dials.setDriver(PORT, Optional.of("vfio-pci"));
    assertEquals(List.of("bind 0000:02:00.0 to vfio-pci"), steps());
    assertTrue(content().follows().getFirst().contains(" are gone, and groups 14, 15, 16, 17"));
    dials.setDriver(PORT, Optional.empty());
    assertEquals(List.of(), steps());
  }

  @Test
  void an_override_names_ids_and_a_kernel_its_profile() {
    dials.setOverride(new AcsOverride(true, false, Set.of()));
    dials.setBelieved("8086:10c9", true);
    dials.setKernel(Optional.of("5.10"));
    assertEquals(
        List.of("set pcie_acs_override=downstream,id:8086:10c9", "have Linux 5.10"), steps());
    assertEquals("viability-backed-mdev", sriov.judgement().verdict().profile());
    dials.turnAllOff();
    assertEquals(List.of(), steps());
    assertEquals("dma-owner", sriov.judgement().verdict().profile());
  }

  @Test
  void a_card_goes_to_a_free_slot_alone() {
    Workspace machine =
        Sample.workspace(Path.of("..", "captures", "q35-switch-k61", "capture.tar.gz"));
    DialsViewModel free = new DialsViewModel(machine);
    machine.perform(Intent.Select.of(DeviceRef.parse("0000:03:00.0")));
    DeviceDials.Slot slot =
        free.contentProperty().get().device().flatMap(DeviceDials::slot).orElseThrow();
    assertEquals(List.of("0000:02:03.0"), slot.free().stream().map(DeviceRef::text).toList());
  }

  @Test
  void an_mdev_comes_and_goes() {
    Workspace machine = Sample.workspace(Sample.MDEVS);
    DialsViewModel mdevs = new DialsViewModel(machine);
    DeviceRef parent = machine.session().host().mdevParents().firstEntry().getKey();
    machine.perform(Intent.Select.of(parent));
    String type = mdevs.contentProperty().get().device().orElseThrow().mdevs().getFirst().type();
    int before = machine.judgement().host().mdevsOf(parent).size();
    mdevs.addMdev(parent, type);
    assertEquals(before + 1, machine.judgement().host().mdevsOf(parent).size());
    DeviceRef made =
        machine.judgement().host().mdevsOf(parent).stream()
            .map(mdev -> (DeviceRef) mdev.uuid())
            .filter(uuid -> machine.session().host().device(uuid).isEmpty())
            .findFirst()
            .orElseThrow();
    mdevs.removeMdev(made);
    assertEquals(Optional.empty(), machine.session().plan().sequence());
    DeviceRef captured = machine.session().host().mdevsOf(parent).getFirst().uuid();
    mdevs.removeMdev(captured);
    assertTrue(machine.judgement().host().device(captured).isEmpty());
  }
}
