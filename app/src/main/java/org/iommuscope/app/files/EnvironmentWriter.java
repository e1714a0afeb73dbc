package org.iommuscope.app.files;

import java.util.Optional;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Environment.BackingViability;

/** Writes the circumstances of a plan. */
final class EnvironmentWriter {

  private EnvironmentWriter() {}

  static JsonObject write(Environment environment, Optional<JsonObject> old) {
    Rewriting object =
        Rewriting.of(old)
            .optional("kernel", environment.kernel())
            .optional("qemu", environment.qemu())
            .optional("managementLayer", environment.managementLayer().map(Forms::spelled));
    truth(object, "interruptRemapping", environment.interruptRemapping());
    truth(object, "allowUnsafeInterrupts", environment.allowUnsafeInterrupts());
    truth(object, "enableSriov", environment.enableSriov());
    truth(object, "noiommu", environment.noiommu());
    truth(object, "hasDefaultDomain", environment.hasDefaultDomain());
    truth(object, "auxSupported", environment.auxSupported());
    object.optional("mdevBacking", environment.mdevBacking().map(Forms::spelled));
    object.optional(
        "backingViability", environment.backingViability().map(EnvironmentWriter::word));
    truth(object, "detachAsPosted", environment.detachAsPosted());
    truth(object, "inheritStrict", environment.inheritStrict());
    truth(object, "rawio", environment.rawio());
    return object.done();
  }

  private static void truth(Rewriting object, String key, Optional<Boolean> value) {
    value.ifPresent(truth -> object.always(key, JsonValue.of(truth)));
  }

  private static String word(BackingViability viability) {
    return switch (viability) {
      case AS_POSTED -> "asPosted";
      case STRICT -> "strict";
    };
  }
}
