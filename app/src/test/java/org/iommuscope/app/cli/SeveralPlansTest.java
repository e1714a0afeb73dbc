package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two plans compared and merged from the command line. */
class SeveralPlansTest {

  private static final String IN_USE = "../captures/q35-desktop-in-use/capture.tar.gz";

  @TempDir private Path folder;

  @Test
  void compare_tells_what_the_second_plan_frees_costs_and_answers() throws IOException {
    Path first =
        plan("first.json", "{\"name\": \"A\", \"devices\": [{\"host\": \"0000:04:00.0\"}]}");
    Path second =
        plan("second.json", "{\"name\": \"B\", \"devices\": [{\"host\": \"0000:03:00.0\"}]}");

    CommandRun run = CommandRun.of("compare", IN_USE, first.toString(), second.toString());

    assertEquals("", run.err());
    assertEquals(1, run.status());
    assertTrue(run.out().contains("second.json frees 0000:04:00.0"), run.out());
    assertTrue(run.out().contains("second.json takes 0000:03:00.0"), run.out());
    assertTrue(run.out().contains("second.json leaves the host its keyboard with"), run.out());
    assertTrue(run.out().contains("second.json has no guest A"), run.out());
    CommandRun same = CommandRun.of("compare", IN_USE, first.toString(), first.toString());
    assertEquals("no differences\n", same.out());
    assertEquals(0, same.status());
  }

  @Test
  void compare_names_the_second_plan_by_its_path_where_the_first_has_its_name() throws IOException {
    Path before = Files.createDirectory(folder.resolve("before")).resolve("plan.json");
    Files.move(plan("plan.json", "{\"name\": \"A\"}"), before);
    Path after = plan("plan.json", "{\"name\": \"B\"}");

    CommandRun run = CommandRun.of("compare", IN_USE, before.toString(), after.toString());

    assertTrue(run.out().contains(after + " has no guest A"), run.out());
  }

  @Test
  void merge_plan_writes_over_ours_as_gits_driver_wants_it() throws IOException {
    Path base = plan("base.json", "{\"name\": \"A\"}");
    Path ours = plan("ours.json", "{\"name\": \"A\"},{\"name\": \"B\"}");
    Path theirs = plan("theirs.json", "{\"name\": \"A\", \"viommu\": true}");

    CommandRun run =
        CommandRun.of(
            "merge-plan",
            base.toString(),
            ours.toString(),
            theirs.toString(),
            "-o",
            ours.toString());

    assertEquals(0, run.status(), run.err());
    assertEquals(
        """
        {
          "format": "iommuscope-plan/1",
          "guests": [
            {
              "name": "A",
              "viommu": true
            },
            {
              "name": "B"
            }
          ]
        }
        """,
        Files.readString(ours));
  }

  @Test
  void merge_plan_names_a_conflict_and_says_so_by_its_status() throws IOException {
    Path base = plan("base.json", "{\"name\": \"A\"}");
    Path ours = plan("ours.json", "{\"name\": \"A\", \"uid\": 1}");
    Path theirs = plan("theirs.json", "{\"name\": \"A\", \"uid\": 2}");

    CommandRun run =
        CommandRun.of("merge-plan", base.toString(), ours.toString(), theirs.toString());

    assertEquals(1, run.status());
    assertEquals(
        "guests / A / uid: 1 here, 2 there, not there before; what is here is kept\n", run.err());
    assertTrue(run.out().contains("\"x-conflicts\""), run.out());
  }

  @Test
  void validate_names_waivers_that_contradict_each_other() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("plan.json"),
            """
            {"format": "iommuscope-plan/1", "guests": [],
             "waivers": [{"rule": "group-is-viable", "until": "2027-01-31"},
                         {"rule": "group-is-viable", "device": "0000:04:00.0"}]}
            """);

    CommandRun run = CommandRun.of("validate", IN_USE, plan.toString());

    assertEquals(0, run.status(), run.err());
    assertTrue(
        run.out()
            .contains(
                "the waiver of group-is-viable for every device until 2027-01-31 and the waiver of"
                    + " group-is-viable for 0000:04:00.0 without an end contradict each other:"
                    + " the longer holds, without an end\n"),
        run.out());
  }

  private Path plan(String name, String guests) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "{\"format\": \"iommuscope-plan/1\", \"guests\": [%s]}".formatted(guests));
  }
}
