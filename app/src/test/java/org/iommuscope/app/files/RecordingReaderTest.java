package org.iommuscope.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.app.replay.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingReaderTest {

  private static final String SCENARIO =
      """
      {"capture": "m", "machine": "m", "kernel": "6.1.0", "scenario": "S01", "setup": {"nodeOwner": 7}, \
      "bindings": {"0000:01:00.0": "vfio-pci", "0000:01:00.1": null}, "groups": {"0000:01:00.0": "9"}, \
      "steps": [{"vm": "A", "op": "group", "target": "g9 9", "errno": "OK", "detail": "/dev/vfio/9"}]}
      """;

  @Test
  void reads_a_scenario_a_line() {
    List<Recording> scenarios = opened(SCENARIO + "\n" + SCENARIO);

    assertEquals(2, scenarios.size());
    Recording first = scenarios.getFirst();
    assertEquals("m", first.capture());
    assertEquals(OptionalInt.of(7), first.before().nodeOwner());
    assertEquals(2, first.before().bindings().size());
    assertEquals(Optional.of("A"), first.steps().getFirst().inputs().vm());
    assertEquals("OK", first.steps().getFirst().answer());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"steps\": [ | \"steps\": 7, \"x\": [ | 7 as \"steps\" of a scenario",
        "\"capture\": \"m\", | '' | a scenario without \"capture\"",
        "\"capture\": \"m\" | \"capture\": \"../m\" | \"../m\" as \"capture\"",
        "\"op\": \"group\", | '' | a step without \"op\"",
        "\"errno\": \"OK\", | '' | a step without \"errno\"",
        "\"0000:01:00.1\": null | \"0000:01:00.1\": 5 | 5 as \"0000:01:00.1\"",
        "\"nodeOwner\": 7 | \"nodeOwner\": \"me\" | \"me\" as \"nodeOwner\"",
      })
  void names_the_line_of_what_is_wrong(String good, String bad, String found) {
    FileProblem problem = refused(SCENARIO + SCENARIO.replace(good, bad));

    assertEquals(2, problem.line(), problem.sentence());
    assertTrue(problem.sentence().contains(found), problem.sentence());
  }

  @Test
  void refuses_a_recording_whose_last_line_was_cut_off() {
    FileProblem problem = refused(SCENARIO + SCENARIO.substring(0, 150));

    assertEquals(2, problem.line(), problem.sentence());
    assertEquals(1, problem.sentence().lines().count());
  }

  @Test
  void refuses_a_recording_of_nothing() {
    assertTrue(refused("\n \n").sentence().contains("no scenario"));
  }

  private static List<Recording> opened(String text) {
    return assertInstanceOf(RecordingReader.Reading.Opened.class, reading(text)).scenarios();
  }

  private static FileProblem refused(String text) {
    return assertInstanceOf(RecordingReader.Reading.Refused.class, reading(text)).problem();
  }

  private static RecordingReader.Reading reading(String text) {
    return RecordingReader.read("r.jsonl", text.getBytes(StandardCharsets.UTF_8));
  }
}
