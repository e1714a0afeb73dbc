package org.iommuscope.app.replay;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.app.prediction.DecidingSteps;
import org.iommuscope.app.prediction.Predictor;
import org.iommuscope.app.prediction.StepInputs;
import org.iommuscope.model.topology.HostTopology;

/** Holds predictions against a recording. */
public final class Replay {

  private Replay() {}

  /**
   * Predicts every step of a scenario and compares those that decide.
   *
   * @param file the recording's name in the report
   */
  public static ReplayReport compare(String file, Recording recording, HostTopology captured) {
    List<StepInputs> inputs = recording.steps().stream().map(RecordedStep::inputs).toList();
    Predictor predictor = new Predictor(captured, recording.before(), inputs);
    List<Disagreement> disagreements = new ArrayList<>();
    int compared = 0;
    for (int at = 0; at < inputs.size(); at++) {
      String predicted = AnswerWords.predicted(predictor.next(inputs.get(at)));
      if (!DecidingSteps.decides(inputs.get(at))) {
        continue;
      }
      compared++;
      String recorded = AnswerWords.recorded(recording.steps().get(at));
      if (!recorded.equals(predicted)) {
        disagreements.add(
            new Disagreement(
                file, recording.scenario(), at, inputs.get(at).op(), recorded, predicted));
      }
    }
    return new ReplayReport(inputs.size(), compared, disagreements);
  }
}
