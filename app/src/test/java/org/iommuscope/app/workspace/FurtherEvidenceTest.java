package org.iommuscope.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host known from one text, and further texts about it. */
class FurtherEvidenceTest {

  private static final DeviceRef NIC = DeviceRef.parse("0000:00:02.0");
  private static final String GROUPS =
      "IOMMU Group 1 00:02.0 Ethernet controller [0200]: Intel I350 [8086:1521] (rev 01)\n";
  private static final String DRIVERS =
      "00:02.0 Ethernet controller [0200]: Intel I350 [8086:1521] (rev 01)\n"
          + "\tKernel driver in use: igb\n";

  private final TopologyImporter importer = new TopologyImporter(PciNames::none);
  private final Latest.Executors atOnce = new Latest.Executors(Runnable::run, Runnable::run);
  private final Opening opening =
      new Opening(importer::read, Sample.SIMULATOR, atOnce, judged -> {});
  private final Workspace workspace = new Workspace(judged(), Sample.SIMULATOR, atOnce);
  private final FurtherEvidence further = opening.further(workspace);

  @TempDir Path folder;

  @Test
  void tells_what_was_not_known_and_keeps_the_plan() throws Exception {
    workspace.perform(new Intent.Assign(new GuestName("A"), NIC));
    Path text = Files.writeString(folder.resolve("lspci.txt"), DRIVERS);
    further.add(List.of(text));
    assertEquals(
        Optional.of("igb"), workspace.session().host().device(NIC).orElseThrow().driver().known());
    assertTrue(workspace.session().plan().guest(new GuestName("A")).isPresent());
    assertEquals("drivers: 1 of 1", further.saidProperty().get());
  }

  @Test
  void what_was_said_first_counts_and_the_contradiction_is_told() {
    further.add(DRIVERS);
    further.add(DRIVERS.replace("igb", "vfio-pci"));
    assertEquals(
        Optional.of("igb"), workspace.session().host().device(NIC).orElseThrow().driver().known());
    assertTrue(further.saidProperty().get().contains("one contradiction"));
  }

  @Test
  void what_is_not_understood_changes_nothing() {
    Session before = workspace.session();
    further.add("hello");
    assertSame(before, workspace.session());
    assertTrue(further.saidProperty().get().contains("no known form"));
  }

  @Test
  void what_was_added_stays_when_the_first_source_is_read_again() {
    further.add(DRIVERS);
    Session now = workspace.session();
    assertEquals(
        Optional.of("igb"),
        now.withFurther(result(GROUPS)).host().device(NIC).orElseThrow().driver().known());
  }

  @Test
  void a_pasted_text_is_understood_or_refused_in_place() {
    Pasting pasting = opening.pasting();
    pasting.read("hello");
    assertTrue(pasting.readProperty().get().refusal().contains("no known form"));
    pasting.read(GROUPS);
    assertEquals(1, pasting.readProperty().get().host().orElseThrow().devices().size());
    pasting.read("  ");
    assertEquals("", pasting.readProperty().get().refusal());
  }

  private Judgement judged() {
    return Judgement.of(
        Session.of(result(GROUPS), Origin.PASTED, AssignmentPlan.EMPTY), Sample.SIMULATOR);
  }

  private ImportResult result(String text) {
    ImportOutcome outcome =
        importer.read(new CaptureSource.Pasted(Pasting.NAME, text), ImportProgress.unwatched());
    return ((ImportOutcome.Imported) outcome).result();
  }
}
