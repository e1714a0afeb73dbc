package org.iommuscope.app.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.model.diff.AttributeChange;
import org.iommuscope.model.diff.DeviceChange;
import org.iommuscope.model.diff.GroupChange;
import org.iommuscope.model.diff.PlanImpact;
import org.iommuscope.model.diff.TopologyDiff;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Explainer;

/**
 * Writes what changed between two captures for other programs, {@code iommuscope-diff/1}: a change
 * a line.
 */
public final class DiffWriter {

  private static final Set<String> SPREAD = Set.of("", "groups", "devices", "attributes", "plans");

  private DiffWriter() {}

  /**
   * The JSON text of a difference.
   *
   * @param plans by their names what became of the plans that were asked about; without any, the
   *     key {@code plans} is left out
   */
  public static String write(TopologyDiff diff, SequencedMap<String, PlanImpact> plans) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("format", JsonValue.of("iommuscope-diff/1"));
    members.put("groups", JsonValue.of(diff.groups().stream().map(DiffWriter::group).toList()));
    members.put("devices", JsonValue.of(diff.devices().stream().map(DiffWriter::device).toList()));
    members.put(
        "attributes", JsonValue.of(diff.attributes().stream().map(DiffWriter::attribute).toList()));
    if (!plans.isEmpty()) {
      members.put(
          "plans",
          JsonValue.of(
              plans.entrySet().stream()
                  .map(entry -> plan(entry.getKey(), entry.getValue()))
                  .toList()));
    }
    return JsonPrinter.print(JsonValue.of(members), SPREAD);
  }

  private static JsonObject group(GroupChange change) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("change", word(change.kind()));
    members.put("before", numbers(change.before()));
    members.put("after", numbers(change.after()));
    members.put(
        "devices",
        JsonValue.of(change.devices().stream().map(ref -> JsonValue.of(ref.text())).toList()));
    return JsonValue.of(members);
  }

  private static JsonObject device(DeviceChange change) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("change", word(change.kind()));
    members.put("before", name(change.before()));
    members.put("after", name(change.after()));
    members.put("because", JsonValue.of(change.because()));
    return JsonValue.of(members);
  }

  private static JsonObject attribute(AttributeChange change) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("device", name(change.device()));
    members.put("attribute", JsonValue.of(change.attribute()));
    members.put("before", JsonValue.ofOptional(change.before()));
    members.put("after", JsonValue.ofOptional(change.after()));
    return JsonValue.of(members);
  }

  private static JsonObject plan(String name, PlanImpact impact) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("plan", JsonValue.of(name));
    members.put("breaks", JsonValue.of(impact.breaks()));
    members.put("before", JsonValue.of(impact.before().word()));
    members.put("after", JsonValue.of(impact.after().word()));
    members.put(
        "step",
        impact.obstacle().map(step -> JsonValue.of(step.index())).orElseGet(JsonValue::none));
    members.put("because", JsonValue.ofOptional(impact.obstacle().map(Explainer::headline)));
    members.put("devices", JsonValue.of(impact.strays().stream().map(DiffWriter::device).toList()));
    return JsonValue.of(members);
  }

  private static JsonValue numbers(List<GroupId> groups) {
    return JsonValue.of(groups.stream().map(group -> JsonValue.of(group.number())).toList());
  }

  private static JsonValue name(Optional<DeviceRef> device) {
    return JsonValue.ofOptional(device.map(DeviceRef::text));
  }

  private static JsonValue word(Enum<?> kind) {
    return JsonValue.of(kind.name().toLowerCase(Locale.ROOT));
  }
}
