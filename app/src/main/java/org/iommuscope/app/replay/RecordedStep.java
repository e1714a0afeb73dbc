package org.iommuscope.app.replay;

import java.util.List;
import org.iommuscope.app.prediction.StepInputs;

/**
 * One step of a recording.
 *
 * @param answer an errno's name, {@code OK}, {@code BLOCKED}, {@code KILLED} or {@code FAIL}
 * @param detail of a status the flags, of a failed device_add its message
 * @param stderr what QEMU printed
 */
public record RecordedStep(StepInputs inputs, String answer, String detail, List<String> stderr) {

  public RecordedStep {
    stderr = List.copyOf(stderr);
  }
}
