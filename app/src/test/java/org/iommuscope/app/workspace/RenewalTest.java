package org.iommuscope.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.iommuscope.imports.HostPulse;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host in a folder, which changes while it is looked at. */
class RenewalTest {

  private static final String NIC = "0000:00:01.0";
  private static final String GPU = "0000:00:02.0";

  private final TopologyImporter importer = new TopologyImporter(PciNames::none);
  private final Latest.Executors atOnce = new Latest.Executors(Runnable::run, Runnable::run);

  @TempDir Path root;
  private Workspace workspace;
  private Renewal renewal;

  @BeforeEach
  void open() throws IOException {
    function(NIC, "e1000e");
    function(GPU, "nouveau");
    Session session = Session.of(read(), Origin.THIS_HOST, AssignmentPlan.EMPTY);
    workspace = new Workspace(Judgement.of(session, Sample.SIMULATOR), Sample.SIMULATOR, atOnce);
    renewal = new Renewal(importer::read, atOnce, workspace, root);
  }

  @Test
  void says_that_nothing_has_changed_and_leaves_the_session_as_it_was() {
    Session before = workspace.session();
    renewal.refresh();
    assertSame(before, workspace.session());
    assertEquals("Nothing has changed", renewal.saidProperty().get());
  }

  @Test
  void keeps_plan_undo_and_selection() throws IOException {
    workspace.perform(new Intent.Assign(new GuestName("A"), DeviceRef.parse(NIC)));
    workspace.perform(new Intent.Select(new LinkedHashSet<>(List.of(DeviceRef.parse(NIC)))));
    bind(NIC, "vfio-pci");

    renewal.refresh();

    assertEquals("driver of 0000:00:01.0: e1000e → vfio-pci", renewal.saidProperty().get());
    assertEquals(
        "vfio-pci",
        workspace
            .session()
            .host()
            .device(DeviceRef.parse(NIC))
            .orElseThrow()
            .driver()
            .known()
            .orElseThrow());
    assertEquals(1, workspace.session().plan().guests().size());
    assertEquals(1, workspace.session().selection().size());
    assertTrue(workspace.undoableProperty().get());
  }

  @Test
  void selects_no_more_what_is_gone() throws IOException {
    workspace.perform(new Intent.Select(new LinkedHashSet<>(List.of(DeviceRef.parse(GPU)))));
    unplug(GPU);

    renewal.refresh();

    assertTrue(workspace.session().selection().isEmpty());
    assertEquals("0000:00:02.0 is gone", renewal.saidProperty().get());
  }

  @Test
  void notices_by_itself_what_has_changed() throws IOException {
    renewal.look();
    assertEquals("", renewal.saidProperty().get());
    bind(GPU, "vfio-pci");
    renewal.look();
    assertEquals("driver of 0000:00:02.0: nouveau → vfio-pci", renewal.saidProperty().get());
    renewal.look();
    assertFalse(renewal.saidProperty().get().contains("Nothing"));
  }

  @Test
  void tells_holders_mdevs_and_what_came_and_went() throws IOException {
    HostPulse before = HostPulse.read(root);
    Files.createDirectories(root.resolve("dev/vfio"));
    Files.createDirectories(root.resolve("proc/4711/fd"));
    Files.createSymbolicLink(root.resolve("proc/4711/fd/9"), Path.of("/dev/vfio/12"));
    Files.createDirectories(root.resolve("sys/bus/mdev/devices/" + UUID));
    unplug(GPU);

    assertEquals(
        List.of(
            "0000:00:02.0 is gone",
            UUID + " appeared",
            "holder of /dev/vfio/12: none → process 4711"),
        before.changesTo(HostPulse.read(root)));
  }

  private static final String UUID = "a0000000-0000-4000-8000-000000000001";

  private ImportResult read() {
    return ((ImportOutcome.Imported) importer.read(root)).result();
  }

  private void function(String address, String driver) throws IOException {
    Path folder = Files.createDirectories(root.resolve("sys/devices/pci0000:00").resolve(address));
    Files.writeString(folder.resolve("vendor"), "0x8086\n");
    Files.writeString(folder.resolve("device"), "0x10d3\n");
    Files.writeString(folder.resolve("class"), "0x020000\n");
    Path links = Files.createDirectories(root.resolve("sys/bus/pci/devices"));
    Files.createSymbolicLink(
        links.resolve(address), Path.of("../../../devices/pci0000:00", address));
    bind(address, driver);
  }

  private void unplug(String address) throws IOException {
    Path folder = root.resolve("sys/devices/pci0000:00").resolve(address);
    for (String name : List.of("vendor", "device", "class", "driver")) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder);
    Files.delete(root.resolve("sys/bus/pci/devices").resolve(address));
  }

  private void bind(String address, String driver) throws IOException {
    Path link = root.resolve("sys/devices/pci0000:00").resolve(address).resolve("driver");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of("../../../bus/pci/drivers", driver));
  }
}
