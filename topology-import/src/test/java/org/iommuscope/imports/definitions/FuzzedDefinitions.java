package org.iommuscope.imports.definitions;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Each form of definitions for the fuzzer, whether it would recognise an input or not. */
public final class FuzzedDefinitions {

  private FuzzedDefinitions() {}

  /** What takes inputs, by its name. */
  public static Map<String, Consumer<byte[]>> targets() {
    Map<String, Consumer<byte[]>> targets = new LinkedHashMap<>();
    for (Definition form : Definitions.forms()) {
      String name = form.title().replaceAll("[^A-Za-z]+", "-");
      targets.put(name, input -> read(form, input));
    }
    return targets;
  }

  private static void read(Definition form, byte[] input) {
    Source source = new Source("1.conf", new String(input, StandardCharsets.UTF_8));
    PlanDraft plan = new PlanDraft(Optional.empty());
    form.recognises(source);
    try {
      form.read(source, plan);
      plan.done();
    } catch (BadDefinition refused) {
      refused.sentence();
    }
  }
}
