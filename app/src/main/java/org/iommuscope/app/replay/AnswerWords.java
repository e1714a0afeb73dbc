package org.iommuscope.app.replay;

import java.util.List;
import java.util.regex.Pattern;
import org.iommuscope.app.prediction.Prediction;

/** The words in which a recorded and a predicted answer are compared. */
final class AnswerWords {

  /** Lines beside the one that says why: QEMU prints them before or after it, or in success too. */
  private static final List<Pattern> NOISE =
      List.of(
          Pattern.compile("KVM VFIO device isn't created yet"),
          Pattern.compile(" warning: "),
          Pattern.compile("VFIO_MAP_DMA failed"),
          Pattern.compile("no available reset mechanism"));

  private static final Pattern PROGRAM = Pattern.compile("^qemu-system-\\w+: ");
  private static final Pattern DEVICE = Pattern.compile("^-device \\S+: ");
  private static final Pattern DESCRIPTOR =
      Pattern.compile("(fd=)\\d+|(?<= \\()\\d+(?=\\) to id=)");

  /** Addresses of mappings differ from run to run, as descriptors do. */
  private static final Pattern MAPPING = Pattern.compile("(dma_map\\()[^)]*\\)");

  private AnswerWords() {}

  /** What was recorded, to the extent that it is compared. */
  static String recorded(RecordedStep step) {
    String op = step.inputs().op();
    if (op.equals("status") && step.answer().equals("OK")) {
      return viable(step.detail().contains("viable=1"));
    }
    if (step.answer().equals("FAIL")) {
      return failed(op.equals("qemu") ? errorLine(step.stderr()) : step.detail());
    }
    return step.answer();
  }

  static String predicted(Prediction prediction) {
    return switch (prediction) {
      case Prediction.Status(boolean viable) -> viable(viable);
      case Prediction.Fails(String line) -> failed(line);
      case Prediction.Returns(String word) -> word;
      case Prediction.DecidesNothing nothing -> nothing.word();
    };
  }

  private static String viable(boolean flag) {
    return "viable=" + (flag ? 1 : 0);
  }

  private static String failed(String line) {
    String bare = DEVICE.matcher(PROGRAM.matcher(line).replaceFirst("")).replaceFirst("");
    String same = DESCRIPTOR.matcher(bare).replaceAll("$1<fd>");
    return "FAIL " + MAPPING.matcher(same).replaceAll("$1...)");
  }

  private static String errorLine(List<String> stderr) {
    return stderr.stream()
        .filter(line -> PROGRAM.matcher(line).find())
        .filter(line -> NOISE.stream().noneMatch(noise -> noise.matcher(line).find()))
        .findFirst()
        .orElse("");
  }
}
