package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.iommuscope.app.files.RecordingReader;
import org.iommuscope.app.prediction.StepInputs;
import org.iommuscope.app.replay.RecordedStep;
import org.iommuscope.app.replay.Recording;
import org.iommuscope.app.replay.Replay;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps in an order, on a host and with words that nobody recorded. */
class ShuffledRecordingsTest {

  private static final CaptureShelf MACHINES = new CaptureShelf(Path.of("..", "captures"));
  private static final List<String> HOSTS =
      List.of("q35-desktop-k510", "q35-sriov-k61", "q35-iommu-off-k61", "virt-arm64-smmuv3-k612");

  static List<Path> kept() throws Exception {
    return RecordingsTest.kept();
  }

  @ParameterizedTest
  @MethodSource("kept")
  void a_step_that_cannot_be_reached_disagrees_and_does_not_fail(Path file) throws Exception {
    Random random = new Random(20261122);
    for (Recording recording : scenarios(file)) {
      Recording shuffled = shuffled(recording, random);
      HostTopology host = MACHINES.host(HOSTS.get(random.nextInt(HOSTS.size())));

      int steps = Replay.compare("shuffled", shuffled, host).steps();

      assertEquals(shuffled.steps().size(), steps);
    }
  }

  private static Recording shuffled(Recording recording, Random random) {
    List<RecordedStep> steps = new ArrayList<>();
    for (RecordedStep step : recording.steps()) {
      steps.add(random.nextInt(10) == 0 ? disturbed(step, random) : step);
      if (random.nextInt(10) == 0) {
        steps.add(step);
      }
    }
    for (int swap = 0; swap < 3 && steps.size() > 1; swap++) {
      Collections.swap(steps, random.nextInt(steps.size()), random.nextInt(steps.size()));
    }
    return new Recording(recording.capture(), recording.scenario(), recording.before(), steps);
  }

  /** The same question by another guest, about something else, or without its arguments. */
  private static RecordedStep disturbed(RecordedStep step, Random random) {
    StepInputs asked = step.inputs();
    String[] targets = {
      "", "?", "g9", "g9 9", "0000:ff:1f.7", "c x y z", "g6 0000:00:00.0 d0", "é"
    };
    StepInputs other =
        switch (random.nextInt(4)) {
          case 0 ->
              new StepInputs(
                  Optional.of("Z"), asked.op(), asked.target(), asked.arguments(), asked.qemu());
          case 1 ->
              new StepInputs(
                  Optional.empty(), asked.op(), asked.target(), asked.arguments(), asked.qemu());
          case 2 ->
              new StepInputs(
                  asked.vm(),
                  asked.op(),
                  targets[random.nextInt(targets.length)],
                  asked.arguments(),
                  asked.qemu());
          default ->
              new StepInputs(asked.vm(), asked.op(), asked.target(), Map.of(), Optional.of("?"));
        };
    return new RecordedStep(other, step.answer(), step.detail(), step.stderr());
  }

  private static List<Recording> scenarios(Path file) throws Exception {
    return assertInstanceOf(
            RecordingReader.Reading.Opened.class,
            RecordingReader.read("r", Files.readAllBytes(file)))
        .scenarios();
  }
}
