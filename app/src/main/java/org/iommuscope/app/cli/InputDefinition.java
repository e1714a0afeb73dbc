package org.iommuscope.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.files.FileProblem;
import org.iommuscope.app.files.JsonValue;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanNote;
import org.iommuscope.imports.definitions.DefinedPlan;
import org.iommuscope.imports.definitions.Definitions;
import org.iommuscope.imports.definitions.Note;
import org.iommuscope.imports.definitions.Source;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
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
    PlanFile plain =
        defined.notes().isEmpty() ? PlanFile.of(defined.plan()) : noted(sources, defined, terminal);
    defined.unknown().forEach(sentence -> terminal.err().println("iommuscope: " + sentence));
    return defined.unknown().isEmpty()
        ? plain
        : new PlanFile(plain.plan(), plain.host(), withUnknown(plain.written(), defined.unknown()));
  }

  private static JsonObject withUnknown(JsonObject written, List<String> unknown) {
    LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
    members.put(UNKNOWN, JsonValue.of(unknown.stream().map(JsonValue::of).toList()));
    written.members().forEach(members::putIfAbsent);
    return JsonValue.of(members);
  }

  /** A plan that this program exported comes back with what the other has no word for. */
  private static PlanFile noted(List<Source> sources, DefinedPlan defined, Terminal terminal) {
    List<String> ids = RuleProfiles.all().stream().map(RuleProfile::id).toList();
    String where = sources.getFirst().name() + ": the note of iommuscope in it";
    List<String> texts = defined.notes().stream().map(Note::text).toList();
    switch (PlanNote.read(where, texts, ids)) {
      case PlanNote.Reading.Read(PlanNote.Noted noted) -> {
        NotedDefinition merged = new NotedDefinition(noted, defined);
        PlanFile plan = merged.plan();
        merged.said().forEach(sentence -> terminal.err().println("iommuscope: " + sentence));
        return plan;
      }
      case PlanNote.Reading.Refused(FileProblem problem) -> {
        terminal.err().println("iommuscope: " + problem.sentence() + "; it is passed over");
        return PlanFile.of(defined.plan());
      }
    }
  }
}
