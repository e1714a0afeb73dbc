package org.iommuscope.app.prediction;

/** What a step is expected to answer. */
public sealed interface Prediction {

  /**
   * As the recordings write an answer: {@code OK}, an errno's name, {@code BLOCKED}, {@code FAIL}.
   */
  String word();

  /** A system call returns. */
  record Returns(String word) implements Prediction {}

  /** VFIO_GROUP_GET_STATUS returns a flag. */
  record Status(boolean viable) implements Prediction {
    @Override
    public String word() {
      return "OK";
    }
  }

  /** QEMU or a device_add fails with a line on its standard error. */
  record Fails(String line) implements Prediction {
    @Override
    public String word() {
      return "FAIL";
    }
  }

  /** The step decides no attachment. */
  record DecidesNothing() implements Prediction {
    @Override
    public String word() {
      return "";
    }
  }

  /** Facts or rules are missing: an answer that no recording gives, and so a disagreement. */
  Prediction UNDECIDED = new Returns("UNDECIDED");

  /** The step names what the model does not have; no recording answers that either. */
  Prediction UNREACHABLE = new Returns("UNREACHABLE");

  Prediction OK = new Returns("OK");
}
