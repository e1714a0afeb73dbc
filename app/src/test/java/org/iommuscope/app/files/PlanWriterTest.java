package org.iommuscope.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.Dial;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;
import org.junit.jupiter.api.Test;

class PlanWriterTest {

  private static final GuestName A = new GuestName("A");
  private static final GuestName B = new GuestName("B");

  private final PlanWriter writer = new PlanWriter();

  @Test
  void writes_a_plan_with_the_bytes_it_was_read_from() {
    assertEquals(Plans.everyKey(), writer.write(Plans.opened(Plans.everyKey())));
  }

  @Test
  void keeps_that_nothing_stands_behind_an_mdev() {
    DeviceRef mdev = DeviceRef.parse("a0000000-0000-4000-8000-000000000004");
    AssignmentPlan plan = AssignmentPlan.EMPTY.withAnnotation(mdev, Annotation.backedByNothing());

    PlanFile read = Plans.opened(writer.write(PlanFile.of(plan)));

    assertEquals(plan.annotations(), read.plan().annotations());
  }

  @Test
  void keeps_what_is_only_imagined() {
    AssignmentPlan plan =
        new Dial.Card(new PciAddress(0, 3, 0, 0), Optional.of(new PciAddress(0, 0, 4, 0)))
            .applyTo(
                new Dial.Vfs(new PciAddress(0, 3, 0, 0), 2, 4)
                    .applyTo(
                        new Dial.Override(Optional.of("downstream"))
                            .applyTo(AssignmentPlan.EMPTY)));

    String written = writer.write(PlanFile.of(plan));

    assertEquals(plan, Plans.opened(written).plan());
    assertTrue(
        written.contains(
            "{\"hotAdd\": {\"device\": \"0000:03:00.0\", \"below\": \"0000:00:04.0\"},"
                + " \"hypothetical\": true}"),
        written);
  }

  @Test
  void refuses_a_card_in_another_slot_that_is_not_imagined() {
    String plan =
        """
        {"format": "iommuscope-plan/1", "guests": [], "sequence": [
          {"hotAdd": {"device": "0000:03:00.0", "below": "0000:00:04.0"}}]}
        """;

    assertTrue(
        Plans.refused(plan).sentence().contains("\"hypothetical\": true"),
        Plans.refused(plan).sentence());
  }

  @Test
  void puts_keys_in_the_order_of_the_contract() {
    String read =
        "{\"guests\": [{\"devices\": [], \"name\": \"A\"}], \"format\": \"iommuscope-plan/1\"}";

    String written = writer.write(Plans.opened(read));

    assertEquals(
        """
        {
          "format": "iommuscope-plan/1",
          "guests": [
            {"name": "A", "devices": []}
          ]
        }
        """
            .replace(
                "{\"name\": \"A\", \"devices\": []}",
                "{\n      \"name\": \"A\",\n      \"devices\": []\n    }"),
        written);
  }

  @Test
  void changes_one_line_for_one_device() {
    PlanFile file = Plans.opened(Plans.everyKey());
    PlanChange change = new PlanChange.Assign(A, DeviceRef.parse("0000:05:00.0"));

    String written = writer.write(file.withPlan(change.applyTo(file.plan())));

    assertEquals(
        Plans.everyKey()
            .replace("\"x-note\": 1}\n", "\"x-note\": 1},\n        {\"host\": \"0000:05:00.0\"}\n"),
        written);
  }

  @Test
  void keeps_the_comments_of_what_stays_when_something_goes() {
    PlanFile file = Plans.opened(Plans.everyKey());
    AssignmentPlan without =
        new PlanChange.Withdraw(A, DeviceRef.parse("0000:01:00.0")).applyTo(file.plan());

    String written = writer.write(file.withPlan(without));

    assertEquals(
        Plans.everyKey()
            .replace("        {\"host\": \"0000:01:00.0\", \"addr\": \"3.0\"},\n", "")
            .replace("    {\"detach\": \"A\", \"device\": \"0000:01:00.0\"},\n", ""),
        written);
  }

  @Test
  void says_a_comment_where_the_old_one_stood_and_a_new_one_behind_the_name() {
    PlanFile file = Plans.opened(Plans.everyKey());
    DeviceRef gpu = DeviceRef.parse("0000:01:00.0");
    AssignmentPlan plan =
        file.plan()
            .withComment(new Commented.OfGuest(A), "the one with the card")
            .withComment(new Commented.OfDevice(A, gpu), "in slot 3")
            .withComment(new Commented.WholePlan(), "draft");

    String written = writer.write(file.withPlan(plan));

    assertEquals(
        Plans.everyKey()
            .replace("the one with the \\\"GPU\\\"", "the one with the card")
            .replace("\"addr\": \"3.0\"}", "\"addr\": \"3.0\", \"comment\": \"in slot 3\"}")
            .replace("plan/1\",\n", "plan/1\",\n  \"comment\": \"draft\",\n"),
        written);
    assertEquals(plan, Plans.opened(written).plan());
    AssignmentPlan silent = plan.withComment(new Commented.OfDevice(A, gpu), " ");
    assertEquals(silent, Plans.opened(writer.write(file.withPlan(silent))).plan());
  }

  @Test
  void writes_a_plan_that_comes_from_no_file() {
    AssignmentPlan plan =
        new PlanChange.Assign(B, DeviceRef.parse("0000:05:00.0"))
            .applyTo(AssignmentPlan.EMPTY.withProfile(Optional.of("viability")));

    String written = writer.write(PlanFile.of(plan));

    assertEquals(
        """
        {
          "format": "iommuscope-plan/1",
          "profile": "viability",
          "guests": [
            {
              "name": "B",
              "devices": [
                {"host": "0000:05:00.0"}
              ]
            }
          ]
        }
        """,
        written);
    assertEquals(plan, Plans.opened(written).plan());
  }

  @Test
  void keeps_the_chosen_spelling_of_an_address() {
    String text =
        Plans.everyKey().replace("{\"unbind\": \"0000:01:00.1\"", "{\"unbind\": \"01:00.1\"");

    assertEquals(text, writer.write(Plans.opened(text)));
  }
}
