package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.app.files.RecordingReader;
import org.iommuscope.app.replay.Recording;
import org.iommuscope.app.replay.Replay;
import org.iommuscope.app.replay.ReplayReport;
import org.iommuscope.testing.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real kernels and QEMUs answered is what the rules predict. */
class RecordingsTest {

  private static final Path MACHINES = Path.of("..", "captures");

  static List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(MACHINES)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void every_answer_on_a_machine_of_the_project_is_predicted(Path recording) throws Exception {
    assertEquals(List.of(), replayed(recording, new CaptureShelf(MACHINES)).disagreements());
  }

  @Test
  void every_recorded_answer_is_predicted() throws Exception {
    CaptureShelf shelf = new CaptureShelf(SharedMaterial.at("captures"));
    ReplayReport all = ReplayReport.EMPTY;
    for (Path recording : shared()) {
      ReplayReport report = replayed(recording, shelf);
      assertEquals(List.of(), report.disagreements(), nameOf(recording));
      all = all.plus(report);
    }
    assertEquals(10940, all.steps());
    assertEquals(3035, all.notModelled());
    assertEquals(7905, all.agreed());
  }

  private static List<Path> shared() throws IOException {
    try (Stream<Path> files = Files.list(SharedMaterial.at("oracle"))) {
      return files.filter(file -> nameOf(file).endsWith(".jsonl")).sorted().toList();
    }
  }

  private static ReplayReport replayed(Path file, CaptureShelf shelf) throws Exception {
    RecordingReader.Reading reading = RecordingReader.read(nameOf(file), Files.readAllBytes(file));
    ReplayReport report = ReplayReport.EMPTY;
    for (Recording recording :
        assertInstanceOf(RecordingReader.Reading.Opened.class, reading).scenarios()) {
      report =
          report.plus(Replay.compare(nameOf(file), recording, shelf.host(recording.capture())));
    }
    return report;
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }
}
