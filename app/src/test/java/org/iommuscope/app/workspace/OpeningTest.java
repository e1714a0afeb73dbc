package org.iommuscope.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.plan.AssignmentPlan;
import org.junit.jupiter.api.Test;

class OpeningTest {

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<Judgement> opened = new ArrayList<>();
  private final TopologyImporter importer = new TopologyImporter(PciNames::none);

  @Test
  void a_capture_arrives_judged() {
    Opening opening = opening(importer::read);
    opening.open(Sample.CAPTURE, AssignmentPlan.EMPTY);
    assertNotNull(opening.runningProperty().get());
    background.remove().run();
    assertNull(opening.runningProperty().get());
    assertEquals(26, opened.getFirst().session().host().devices().size());
    assertEquals(Origin.CAPTURE, opened.getFirst().session().origin());
  }

  @Test
  void what_cannot_be_read_is_told_in_a_sentence() {
    Opening opening = opening(importer::read);
    opening.open(Path.of("no-such-capture"), AssignmentPlan.EMPTY);
    background.remove().run();
    assertTrue(opening.refusalProperty().get().contains("no-such-capture"));
    assertEquals(List.of(), opened);
  }

  @Test
  void progress_is_a_fraction_where_the_size_is_known() {
    List<Double> fractions = new ArrayList<>();
    Opening opening = opening(OpeningTest::half);
    opening
        .runningProperty()
        .subscribe(running -> {
          if (running != null) {
            fractions.add(running.fraction());
          }
        });
    opening.open(Sample.CAPTURE, AssignmentPlan.EMPTY);
    background.remove().run();
    assertEquals(List.of(-1.0, 0.5), fractions);
  }

  @Test
  void a_cancelled_import_stops_and_leaves_what_was_open() {
    Opening opening = opening(OpeningTest::untilCancelled);
    opening.open(Sample.CAPTURE, AssignmentPlan.EMPTY);
    opening.cancel();
    background.remove().run();
    assertNull(opening.runningProperty().get());
    assertEquals(List.of(), opened);
  }

  @Test
  void a_second_import_ends_the_first() {
    Opening opening = opening(importer::read);
    opening.open(Path.of("no-such-capture"), AssignmentPlan.EMPTY);
    opening.open(Sample.CAPTURE, AssignmentPlan.EMPTY);
    background.removeLast().run();
    background.removeLast().run();
    assertEquals(1, opened.size());
    assertEquals("", opening.refusalProperty().get());
  }

  private Opening opening(Opening.Importer reading) {
    return new Opening(
        reading,
        Sample.SIMULATOR,
        new Latest.Executors(background::add, Runnable::run),
        opened::add);
  }

  private static ImportOutcome half(CaptureSource source, ImportProgress progress) {
    progress.reached(50, 100);
    return new ImportOutcome.Cancelled();
  }

  private static ImportOutcome untilCancelled(CaptureSource source, ImportProgress progress) {
    assertTrue(progress.isCancelled());
    return new ImportOutcome.Cancelled();
  }
}
