package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.iommuscope.app.files.RecordingReader;
import org.iommuscope.app.replay.Disagreement;
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

  /** Recordings of IOMMU-backed mdevs and of iommufd, which no rule describes yet. */
  private static final Set<String> NOT_DESCRIBED =
      Set.of(
          "q35-cdev-kc612.jsonl",
          "q35-mdev-k510.jsonl",
          "q35-mdev-stock-k510.jsonl",
          "q35-qemu-kc612.jsonl",
          "q35-virtio-iommu-kc612.jsonl");

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
  void every_recorded_answer_is_predicted_or_left_undecided_where_no_rule_is() throws Exception {
    CaptureShelf shelf = new CaptureShelf(SharedMaterial.at("captures"));
    ReplayReport all = ReplayReport.EMPTY;
    for (Path recording : shared()) {
      ReplayReport report = replayed(recording, shelf);
      assertEquals(List.of(), wrong(recording, report), nameOf(recording));
      all = all.plus(report);
    }
    assertEquals(10940, all.steps());
    assertEquals(3035, all.notModelled());
    assertTrue(all.agreed() >= 7279, all.agreed() + " answers agree");
  }

  private static List<Disagreement> wrong(Path recording, ReplayReport report) {
    boolean mayBeOpen = NOT_DESCRIBED.contains(nameOf(recording));
    return report.disagreements().stream()
        .filter(one -> !mayBeOpen || !one.predicted().equals("UNDECIDED"))
        .toList();
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
