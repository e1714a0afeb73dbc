package org.iommuscope.app.files;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Environment.BackingViability;
import org.iommuscope.model.plan.Environment.ManagementLayer;
import org.iommuscope.model.plan.Environment.MdevBacking;

/** Reads the circumstances of a plan. */
final class EnvironmentReader {

  static final List<String> KEYS =
      List.of(
          "kernel",
          "qemu",
          "managementLayer",
          "interruptRemapping",
          "allowUnsafeInterrupts",
          "enableSriov",
          "noiommu",
          "hasDefaultDomain",
          "auxSupported",
          "mdevBacking",
          "backingViability",
          "detachAsPosted",
          "inheritStrict",
          "rawio");

  private EnvironmentReader() {}

  static Environment read(String file, JsonValue value) throws MalformedFile {
    Fields fields = Fields.of(file, "the environment", value, KEYS);
    return new Environment(
        fields.formed("kernel", Forms.VERSION, Forms::version),
        fields.formed("qemu", Forms.VERSION, Forms::version),
        fields.formed("managementLayer", "none or libvirt", Forms.word(ManagementLayer.values())),
        fields.truth("interruptRemapping"),
        fields.truth("allowUnsafeInterrupts"),
        fields.truth("enableSriov"),
        fields.truth("noiommu"),
        fields.truth("hasDefaultDomain"),
        fields.truth("auxSupported"),
        fields.formed(
            "mdevBacking",
            "attach-device, attach-group or ignored",
            Forms.word(MdevBacking.values())),
        fields.formed("backingViability", "asPosted or strict", EnvironmentReader::viability),
        fields.truth("detachAsPosted"),
        fields.truth("inheritStrict"),
        fields.truth("rawio"));
  }

  private static Optional<BackingViability> viability(String text) {
    return switch (text) {
      case "asPosted" -> Optional.of(BackingViability.AS_POSTED);
      case "strict" -> Optional.of(BackingViability.STRICT);
      default -> Optional.empty();
    };
  }
}
