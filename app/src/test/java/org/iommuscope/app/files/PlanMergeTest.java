package org.iommuscope.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanMergeTest {

  private static final GuestName A = new GuestName("A");
  private static final GuestName B = new GuestName("B");
  private static final PlanReader READER = new PlanReader(List.of("dma-owner", "viability"));
  private static final int PAIRS = 120;

  @TempDir private Path folder;

  @Test
  void takes_the_edits_of_both() {
    PlanFile base = Plans.opened(Plans.everyKey());
    AssignmentPlan ours = new PlanChange.Assign(A, device(7)).applyTo(base.plan());
    AssignmentPlan theirs =
        base.plan()
            .withComment(new Commented.OfGuest(A), "of the workshop")
            .withBinding(device(9), Optional.of("vfio-pci"));

    PlanMerge.Merged merged =
        PlanMerge.of(base, base.withPlan(ours), base.withPlan(theirs), READER);

    assertTrue(merged.isClean(), () -> merged.conflicts().toString());
    AssignmentPlan expected = new PlanChange.Assign(A, device(7)).applyTo(theirs);
    assertEquals(expected, merged.file().plan());
    assertTrue(new PlanWriter().write(merged.file()).contains("\"x-note\": 1"));
  }

  @Test
  void tells_what_both_changed_in_different_ways_and_keeps_ours() {
    PlanFile base = PlanFile.of(plan());
    DeviceRef device = device(1);
    PlanFile ours = base.withPlan(base.plan().withBinding(device, Optional.of("nvme")));
    PlanFile theirs = base.withPlan(base.plan().withBinding(device, Optional.of("vfio-pci")));

    PlanMerge.Merged merged = PlanMerge.of(base, ours, theirs, READER);

    assertEquals(
        List.of(
            "bindings / 0000:01:00.0: \"nvme\" here, \"vfio-pci\" there, not there before;"
                + " what is here is kept"),
        merged.conflicts().stream().map(MergeConflict::sentence).toList());
    assertEquals(ours.plan(), merged.file().plan());
    assertTrue(new PlanWriter().write(merged.file()).contains("\"x-conflicts\": [\"bindings"));
  }

  @Test
  void refuses_a_step_of_a_guest_that_the_other_took_out() {
    PlanFile base = PlanFile.of(plan());
    PlanFile ours =
        base.withPlan(base.plan().withSequence(Optional.of(List.of(new PlanStep.Start(B)))));
    PlanFile theirs =
        base.withPlan(
            base.plan()
                .withGuests(
                    base.plan().guests().stream()
                        .filter(guest -> !guest.name().equals(B))
                        .toList()));

    PlanMerge.Merged merged = PlanMerge.of(base, ours, theirs, READER);

    assertTrue(merged.contradiction().isPresent());
    assertEquals(ours.plan(), merged.file().plan());
  }

  @Test
  void agrees_with_gits_merge_of_lines_wherever_that_is_clean()
      throws IOException, InterruptedException {
    int clean = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      Random random = new Random(pair);
      PlanFile base = PlanFile.of(plan());
      PlanFile ours = base.withPlan(edited(base.plan(), random, "ours"));
      PlanFile theirs = base.withPlan(edited(base.plan(), random, "theirs"));
      Optional<String> byLines = byLines(base, ours, theirs);
      if (byLines.isPresent()) {
        clean++;
        PlanMerge.Merged merged = PlanMerge.of(base, ours, theirs, READER);
        int seed = pair;
        assertTrue(merged.isClean(), () -> seed + ": " + merged.conflicts());
        assertEquals(byLines.get(), new PlanWriter().write(merged.file()), "seed " + pair);
        assertEquals(Plans.opened(byLines.get()).plan(), merged.file().plan());
      }
    }
    assertTrue(clean > PAIRS / 4, "clean merges: " + clean);
  }

  private Optional<String> byLines(PlanFile base, PlanFile ours, PlanFile theirs)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "merge-file", "-p", "-q"));
    for (PlanFile file : List.of(ours, base, theirs)) {
      Path path = folder.resolve(command.size() + ".json");
      Files.writeString(path, new PlanWriter().write(file), StandardCharsets.UTF_8);
      command.add(path.toString());
    }
    Process git = new ProcessBuilder(command).start();
    String merged = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.waitFor() == 0 ? Optional.of(merged) : Optional.empty();
  }

  private static AssignmentPlan plan() {
    AssignmentPlan plan = AssignmentPlan.EMPTY;
    for (int guest = 0; guest < 4; guest++) {
      GuestName name = new GuestName(String.valueOf((char) ('A' + guest)));
      for (int nth = 1; nth <= 5; nth++) {
        plan = new PlanChange.Assign(name, device(guest * 16 + nth)).applyTo(plan);
      }
    }
    for (int nth = 0x80; nth < 0x8c; nth += 2) {
      plan = plan.withBinding(device(nth), Optional.of("vfio-pci"));
    }
    return plan.withWaivers(List.of(waiver(1), waiver(2), waiver(3)));
  }

  private static Waiver waiver(int nth) {
    return new Waiver(
        "group-opens-once",
        Optional.of(device(nth)),
        Optional.empty(),
        Optional.of(LocalDate.EPOCH));
  }

  private static AssignmentPlan edited(AssignmentPlan plan, Random random, String who) {
    AssignmentPlan edited = plan;
    int edits = 1 + random.nextInt(3);
    for (int edit = 0; edit < edits; edit++) {
      List<Guest> guests = plan.guests();
      Guest guest = guests.get(random.nextInt(guests.size()));
      DeviceRef device = guest.devices().get(random.nextInt(guest.devices().size())).device();
      edited =
          switch (random.nextInt(6)) {
            case 0 -> new PlanChange.Withdraw(guest.name(), device).applyTo(edited);
            case 1 ->
                new PlanChange.Assign(guest.name(), device(random.nextInt(0x7f))).applyTo(edited);
            case 2 -> edited.withBinding(device(0x80 + random.nextInt(12)), Optional.empty());
            case 3 -> edited.withComment(new Commented.OfDevice(guest.name(), device), who);
            case 4 -> new PlanChange.SetViommu(guest.name(), Viommu.standard()).applyTo(edited);
            default -> edited.withWaivers(List.of(waiver(1), waiver(3)));
          };
    }
    return edited;
  }

  private static DeviceRef device(int bus) {
    return DeviceRef.parse("0000:%02x:00.0".formatted(bus));
  }
}
