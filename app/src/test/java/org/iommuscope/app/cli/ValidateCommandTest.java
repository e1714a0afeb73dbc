package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {

  private static final Path DESKTOP = Path.of("..", "captures", "q35-desktop-k61");
  private static final String CAPTURE = DESKTOP.resolve("capture.tar.gz").toString();
  private static final String PLAN = planOf("gpu-whole").toString();

  private static final String MDEVS =
      Path.of("..", "captures", "q35-mdev-k510-after", "capture.tar.gz").toString();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "q35-desktop-k61,gpu-whole,0",
    "q35-desktop-k61,gpu-without-its-audio,1",
    "q35-desktop-k510,bind-beside-a-guest,1",
  })
  void tells_by_its_exit_status_how_a_plan_ends(String machine, String plan, int status) {
    Path captures = Path.of("..", "captures", machine);

    CommandRun run =
        validate(
            captures.resolve("capture.tar.gz").toString(),
            captures.resolve(Path.of("plans", plan, "plan.json")).toString());

    assertEquals(status, run.status(), run.toString());
    assertEquals("", run.err());
  }

  @Test
  void ends_with_3_where_nothing_is_refused_and_something_is_open() throws IOException {
    String capture = Path.of("..", "captures", "q35-mdev-k510-after", "capture.tar.gz").toString();
    String mdevOfAnUnknownDriver = "a0000000-0000-4000-8000-000000000004";
    String plan =
        written(
            """
            {"format": "iommuscope-plan/1", "guests": [{"name": "A", "devices": [
              {"sysfsdev": "/sys/bus/mdev/devices/%s"}]}]}
            """
                .formatted(mdevOfAnUnknownDriver));

    CommandRun run = validate(capture, plan);

    assertEquals(3, run.status(), run.toString());
  }

  @Test
  void counts_a_waived_refusal_until_its_day_only() throws IOException {
    String plan =
        written(
            Files.readString(planOf("two-guests-split-a-group"))
                .replaceFirst(
                    "\n}\n$",
                    """
                    ,
                      "waivers": [
                        {"rule": "group-opens-once", "until": "2026-12-24"}
                      ]
                    }
                    """));

    assertEquals(0, validate(CAPTURE, plan, "--today", "2026-12-24").status());
    assertEquals(1, validate(CAPTURE, plan, "--today", "2026-12-25").status());
  }

  @Test
  void reads_the_plan_or_the_capture_from_standard_input() throws IOException {
    CommandRun plain = validate(CAPTURE, PLAN, "--json");

    CommandRun plan = given(Files.readAllBytes(Path.of(PLAN)), CAPTURE, "-", "--json");
    CommandRun capture = given(Files.readAllBytes(Path.of(CAPTURE)), "-", PLAN, "--json");

    assertEquals(plain, plan);
    assertEquals(plain, capture);
  }

  @Test
  void judges_by_the_profile_that_is_asked_for() {
    CommandRun run = validate(CAPTURE, PLAN, "--json", "--profile", "viability");

    assertTrue(run.out().contains("\"profile\": \"viability\""), run.out());
  }

  @Test
  void says_side_by_side_what_changes_from_one_profile_to_the_next() {
    String plan = planOf("bind-beside-a-guest").toString();

    CommandRun run = validate(CAPTURE, plan, "--profile", "viability", "--profile", "dma-owner");

    assertEquals(1, run.status(), run.toString());
    assertEquals(
        """
        viability                plan refused    judged as Linux 5.1
        dma-owner                plan refused    judged as Linux 6.1

        bind 0000:04:00.1 to snd_hda_intel, group 11
          crashes on 5.1 at PROBE, refused on 6.1 at PROBE with EBUSY
            on 5.1, on 6.1: guest desktop has opened group 11 for 0000:04:00.0

        4 steps end the same under all of them
        """,
        run.out());
  }

  @Test
  void compares_all_profiles_and_writes_each_verdict_whole() {
    String json = validate(CAPTURE, PLAN, "--profile", "all", "--json").out();

    assertTrue(json.startsWith("{\n  \"format\": \"iommuscope-comparison/1\","), json);
    assertEquals(8, json.split("iommuscope-verdict/1", -1).length - 1, json);
    assertTrue(json.contains("\"changes\": false, \"says\": \"attaches on 5.1 and 5.10"), json);
  }

  @Test
  void a_profile_that_is_named_twice_is_one_profile() {
    CommandRun once = validate(CAPTURE, PLAN, "--profile", "viability");

    assertEquals(once, validate(CAPTURE, PLAN, "--profile", "viability", "--profile", "viability"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "validate CAPTURE PLAN --profile viability --profile newest",
        "validate CAPTURE",
        "validate CAPTURE PLAN more",
        "validate CAPTURE PLAN --profile newest",
        "validate CAPTURE PLAN --profile",
        "validate CAPTURE PLAN --today tomorrow",
        "validate CAPTURE PLAN --today 2026-02-30",
        "validate CAPTURE nothing.json",
        "validate CAPTURE ..",
        "validate CAPTURE CAPTURE",
        "validate nothing PLAN",
        "validate PLAN PLAN",
        "validate - -",
        "validate CAPTURE PLAN --with nothing",
        "validate CAPTURE PLAN --pci-ids nothing",
      })
  void answers_what_it_cannot_use_with_one_sentence(String line) {
    CommandRun run =
        CommandRun.of(line.replace("CAPTURE", CAPTURE).replace("PLAN", PLAN).split(" "));

    assertEquals(2, run.status(), run.toString());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
    assertFalse(run.err().contains("fault of iommuscope"), run.err());
  }

  @Test
  void names_file_and_line_of_a_wrong_plan() throws IOException {
    String plan = written("{\n \"format\": \"iommuscope-plan/1\",\n \"gests\": []\n}\n");

    CommandRun run = validate(CAPTURE, plan);

    assertEquals(2, run.status());
    assertTrue(run.err().contains(plan + ", line 3: found the unknown key \"gests\""), run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "mdevs,'{\"uuid\": \"c0ffee00-0000-4000-8000-000000000001\", \"parent\": \"mtty\", \"type\": \"mtty-9\"}'",
    "sequence,'{\"createMdev\": {\"uuid\": \"c0ffee00-0000-4000-8000-000000000001\", \"parent\": \"mtty\", \"type\": \"mtty-9\"}}'",
  })
  void names_the_line_of_an_mdev_of_a_type_that_its_parent_does_not_offer(String key, String mdev)
      throws IOException {
    String plan =
        written(
            "{\"format\": \"iommuscope-plan/1\",\n \"guests\": [],\n \"%s\": [\n  %s]}\n"
                .formatted(key, mdev));

    CommandRun run = validate(MDEVS, plan);

    assertEquals(2, run.status(), run.toString());
    assertEquals(
        plan
            + ", line 4: found \"mtty-9\" as \"type\" of an mdev, expected one that mtty offers:"
            + " mtty-1, mtty-2",
        run.err().replaceFirst("^[^/]*(?=/)", "").strip());
    assertEquals(
        0, validate(MDEVS, written(Files.readString(Path.of(plan)).replace("-9", "-2"))).status());
  }

  /** What the contract calls verdicts are none of the errors above. */
  @Test
  void a_device_that_is_absent_or_given_twice_is_judged() throws IOException {
    CommandRun run = validate(CAPTURE, planOf("missing-and-twice").toString());

    assertEquals(1, run.status(), run.toString());
    assertTrue(run.out().contains("REFUSED at Q1"), run.out());
    assertTrue(run.out().contains("REFUSED at Q9"), run.out());
  }

  private String written(String text) throws IOException {
    return Files.writeString(folder.resolve("plan.json"), text).toString();
  }

  private static Path planOf(String name) {
    return DESKTOP.resolve(Path.of("plans", name, "plan.json"));
  }

  private static CommandRun validate(String... arguments) {
    return given(new byte[0], arguments);
  }

  private static CommandRun given(byte[] input, String... arguments) {
    String[] words = new String[arguments.length + 3];
    words[0] = "validate";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    words[words.length - 2] = "--pci-ids";
    words[words.length - 1] = "/dev/null";
    return CommandRun.with(input, new Display(false), words);
  }
}
