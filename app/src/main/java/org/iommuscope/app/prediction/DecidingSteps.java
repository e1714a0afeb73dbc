package org.iommuscope.app.prediction;

import java.util.Set;
import java.util.regex.Pattern;

/** Which recorded steps decide an attachment; the others only serve their scenario. */
public final class DecidingSteps {

  private static final Set<String> OPS =
      Set.of(
          "group",
          "status",
          "setcont",
          "unsetcont",
          "setiommu",
          "getdev",
          "open",
          "iommufd",
          "ioas",
          "bind",
          "attach",
          "unbind",
          "mdev-create",
          "create",
          "create-until-refused",
          "remove",
          "qemu",
          "qmp-device_add",
          "close");

  /** The later forms ask whether a write that waited has returned. */
  private static final Pattern LATER = Pattern.compile("(unbind|remove|write)-after-.*");

  private static final Pattern DECIDING_FILE =
      Pattern.compile("/sys/.*/(sriov_numvfs|enable_sriov|bind|unbind)");

  private DecidingSteps() {}

  public static boolean decides(StepInputs step) {
    return switch (plain(step)) {
      case "write" -> DECIDING_FILE.matcher(step.target()).matches();
      case String op -> OPS.contains(op);
    };
  }

  static boolean isLater(StepInputs step) {
    return LATER.matcher(step.op()).matches();
  }

  /** The op without the words that make it a later form. */
  static String plain(StepInputs step) {
    return isLater(step) ? step.op().substring(0, step.op().indexOf('-')) : step.op();
  }
}
