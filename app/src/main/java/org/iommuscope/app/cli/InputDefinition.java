package org.iommuscope.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.files.JsonValue;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.imports.definitions.DefinedPlan;
import org.iommuscope.imports.definitions.Definitions;
import org.iommuscope.imports.definitions.Source;
import org.iommuscope.model.topology.HostTopology;

/** Other programs' definitions of virtual machines in the place of a plan. */
final class InputDefinition {

  /** The key under which a plan keeps what it has no word for; other programs pass it over. */
  private static final String UNKNOWN = "x-unknown";

  private InputDefinition() {}

  /** Reads definitions as a plan, and says on standard error what a plan cannot say. */
  static PlanFile plan(List<Source> sources, Optional<HostTopology> host, Terminal terminal)
      throws CommandFailure {
    DefinedPlan defined =
        switch (Definitions.read(sources, host)) {
          case Definitions.Reading.Defined(DefinedPlan plan) -> plan;
          case Definitions.Reading.Refused(String sentence) -> throw new CommandFailure(sentence);
        };
    defined.unknown().forEach(sentence -> terminal.err().println("iommuscope: " + sentence));
    PlanFile plain = PlanFile.of(defined.plan());
    return defined.unknown().isEmpty()
        ? plain
        : new PlanFile(
            plain.plan(),
            plain.host(),
            JsonValue.of(
                new LinkedHashMap<>(
                    Map.of(
                        UNKNOWN,
                        JsonValue.of(defined.unknown().stream().map(JsonValue::of).toList())))));
  }
}
