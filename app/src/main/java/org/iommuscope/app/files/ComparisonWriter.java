package org.iommuscope.app.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.simulation.ProfileComparison;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * Writes a plan's verdicts under several profiles, {@code iommuscope-comparison/1}: each whole, and
 * which of their steps answer one question.
 */
public final class ComparisonWriter {

  private static final Set<String> SPREAD =
      Set.of("", "steps", "verdicts", "verdicts/*", "verdicts/*/steps");

  private ComparisonWriter() {}

  /** The JSON text of a comparison. */
  public static String write(ProfileComparison comparison) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("format", JsonValue.of("iommuscope-comparison/1"));
    members.put(
        "profiles",
        JsonValue.of(
            comparison.columns().stream()
                .map(column -> JsonValue.of(column.profile().id()))
                .toList()));
    members.put(
        "kernels",
        JsonValue.of(
            comparison.columns().stream()
                .map(column -> JsonValue.ofOptional(column.kernel().map(Object::toString)))
                .toList()));
    members.put(
        "steps",
        JsonValue.of(comparison.rows().stream().map(row -> row(comparison, row)).toList()));
    members.put(
        "verdicts",
        JsonValue.of(
            comparison.columns().stream()
                .map(column -> VerdictWriter.value(column.verdict()))
                .toList()));
    return JsonPrinter.print(JsonValue.of(members), SPREAD);
  }

  private static JsonObject row(ProfileComparison comparison, ProfileComparison.Row row) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("from", JsonValue.of(row.from()));
    members.put("action", JsonValue.of(row.action().word()));
    members.put("guest", JsonValue.ofOptional(row.guest().map(GuestName::text)));
    members.put("device", JsonValue.ofOptional(row.device().map(DeviceRef::text)));
    members.put("changes", JsonValue.of(row.changes()));
    members.put("says", JsonValue.of(comparison.say(row)));
    members.put(
        "indices", JsonValue.of(row.answers().stream().map(ComparisonWriter::index).toList()));
    return JsonValue.of(members);
  }

  /** Where the step stands in its verdict. */
  private static JsonValue index(Optional<StepVerdict> answer) {
    return answer.map(step -> JsonValue.of(step.index())).orElseGet(JsonValue::none);
  }
}
