package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {

  private static final Path MACHINES = Path.of("..", "captures");
  private static final Path RECORDING =
      MACHINES.resolve(Path.of("q35-rmrr-k61", "recording.jsonl"));

  @TempDir private Path folder = Path.of("");

  @Test
  void agrees_with_a_recording() {
    CommandRun run = replay(RECORDING);

    assertEquals(
        new CommandRun(0, "30 steps, 22 compared, 22 agree, 0 disagree, 8 decide nothing\n", ""),
        run);
  }

  @Test
  void shows_where_a_recording_says_otherwise() throws IOException {
    Path other = changed("\"errno\": \"EPERM\"", "\"errno\": \"ENOMEM\"");

    CommandRun run = replay(other);

    assertEquals(1, run.status(), run.toString());
    assertTrue(
        run.out().contains("R01-rmrr-nic step 3 setcont: recorded ENOMEM, predicted EPERM"),
        run.out());
  }

  @Test
  void prints_the_report_for_other_programs() throws IOException {
    Path other = changed("\"detail\": \"viable=1", "\"detail\": \"viable=0");

    CommandRun run =
        CommandRun.of("replay", other.toString(), "--captures", "../captures", "--json");

    assertEquals(1, run.status(), run.toString());
    assertEquals(
        """
        {
          "format": "iommuscope-replay/1",
          "steps": 30,
          "compared": 22,
          "agreed": 21,
          "notModelled": 8,
          "disagreements": [
            {"recording": "FILE", "scenario": "R01-rmrr-nic", "step": 2, "op": "status", \
        "recorded": "viable=0", "predicted": "viable=1"}
          ]
        }
        """
            .replace("FILE", other.toString()),
        run.out());
  }

  @Test
  void sees_what_was_asked_and_not_what_was_answered() throws IOException {
    String[] forbidden = {"errno", "detail", "kmsg", "stderr", "scenario", "title", "machine"};
    String text = Files.readString(RECORDING);
    for (String key : forbidden) {
      text = text.replaceAll("\"" + key + "\": \"[^\"]*\"", "\"" + key + "\": \"\"");
    }
    Path blank = Files.writeString(folder.resolve("blank.jsonl"), text);

    String predicted = replay(blank).out().replaceAll(".*predicted ", "");

    assertEquals(22, predicted.lines().filter(line -> !line.contains("steps")).count());
    assertEquals(predictions(RECORDING), predicted.lines().limit(22).toList());
  }

  @Test
  void refuses_a_recording_whose_last_line_is_torn() throws IOException {
    String text = Files.readString(RECORDING).strip();
    Path torn =
        Files.writeString(folder.resolve("torn.jsonl"), text.substring(0, text.length() - 9));

    CommandRun run = replay(torn);

    assertEquals(2, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(torn + ", line 6"), run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replay",
        "replay RECORDING",
        "replay --captures ../captures",
        "replay RECORDING --captures nowhere",
        "replay nothing.jsonl --captures ../captures",
        "replay .. --captures ../captures",
        "replay /dev/null --captures ../captures",
        "replay ../pom.xml --captures ../captures",
      })
  void answers_what_it_cannot_use_with_one_sentence(String line) {
    CommandRun run = CommandRun.of(line.replace("RECORDING", RECORDING.toString()).split(" "));

    assertEquals(2, run.status(), run.toString());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertFalse(run.err().contains("fault of iommuscope"), run.err());
  }

  /** The answers of the recording, which the rules predict, as a replay writes them. */
  private List<String> predictions(Path recording) throws IOException {
    String text = Files.readString(recording).replace("\"errno\": \"", "\"errno\": \"not ");
    Path wrong = Files.writeString(folder.resolve("wrong.jsonl"), text);
    return replay(wrong)
        .out()
        .lines()
        .filter(line -> line.contains("predicted"))
        .map(line -> line.replaceAll(".*predicted ", ""))
        .toList();
  }

  private Path changed(String from, String to) throws IOException {
    String text = Files.readString(RECORDING);
    int at = text.indexOf(from);
    assertTrue(at >= 0, from);
    return Files.writeString(
        folder.resolve("changed.jsonl"),
        text.substring(0, at) + to + text.substring(at + from.length()));
  }

  private static CommandRun replay(Path recording) {
    return CommandRun.of("replay", recording.toString(), "--captures", MACHINES.toString());
  }
}
