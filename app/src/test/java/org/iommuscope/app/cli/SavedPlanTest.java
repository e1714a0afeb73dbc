package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.app.files.HostMark;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.diff.HostSketch;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedPlanTest {

  private static final AssignmentPlan PLAN =
      new PlanChange.Assign(new GuestName("A"), DeviceRef.parse("0000:01:00.0"))
          .applyTo(AssignmentPlan.EMPTY);

  private static final HostTopology HOST =
      new TestHost().endpoint("0000:01:00.0", 7, "vfio-pci").build();

  @TempDir private Path folder;

  @Test
  void saves_what_can_be_read_again() throws Exception {
    Path file = folder.resolve("plan.json");
    assertEquals(Optional.empty(), save(file, PLAN));
    assertEquals(PLAN, InputPlan.read(file.toString(), Terminal.ofThisProcess()).plan());
  }

  @Test
  void keeps_the_comments_of_a_plan_that_is_saved_over() throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(
        file,
        """
        {"format": "iommuscope-plan/1", "comment": "for the weekend", "x-ticket": 7, "guests": []}
        """);
    assertEquals(Optional.empty(), save(file, PLAN));
    String saved = Files.readString(file);
    assertTrue(saved.contains("for the weekend"), saved);
    assertTrue(saved.contains("\"x-ticket\": 7"), saved);
    assertTrue(saved.contains("0000:01:00.0"), saved);
  }

  @Test
  void says_for_which_host_it_was_made() throws Exception {
    Path file = folder.resolve("plan.json");
    save(file, PLAN);
    PlanFile saved = InputPlan.read(file.toString(), Terminal.ofThisProcess());
    assertEquals(Optional.of(HostSketch.of(HOST, PLAN)), saved.host().flatMap(HostMark::sketch));
  }

  @Test
  void says_in_a_sentence_why_it_cannot_save() {
    Path file = folder.resolve("nowhere").resolve("plan.json");
    assertEquals(
        Optional.of(file + " cannot be written: there is no such folder"), save(file, PLAN));
  }

  @Test
  void takes_a_comment_away_where_the_plan_was_read_from_the_file() throws Exception {
    Path file = folder.resolve("plan.json");
    save(file, PLAN.withComment(new Commented.WholePlan(), "for the weekend"));
    PlanFile read = InputPlan.read(file.toString(), Terminal.ofThisProcess());
    new SavedPlan()
        .save(file, read.withPlan(read.plan().withComment(new Commented.WholePlan(), "")), HOST);
    assertEquals(PLAN, InputPlan.read(file.toString(), Terminal.ofThisProcess()).plan());
  }

  @Test
  void a_full_disk_leaves_the_old_file_and_nothing_beside_it() throws Exception {
    Path file = folder.resolve("plan.json");
    save(file, PLAN);
    byte[] before = Files.readAllBytes(file);

    Process full = FullDisk.savingTo(file);
    String said = full.inputReader().readLine();

    assertEquals(0, full.waitFor());
    assertTrue(said.startsWith(file + " cannot be written: "), said);
    assertArrayEquals(before, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  private static Optional<String> save(Path file, AssignmentPlan plan) {
    return new SavedPlan().save(file, PlanFile.of(plan), HOST).failure();
  }
}
