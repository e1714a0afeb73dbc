package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.model.diff.HostCheck;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Fix;
import org.iommuscope.model.verdict.Holder;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.StepVerdict;

/** Writes verdicts for other programs, {@code iommuscope-verdict/1}: a step a line. */
public final class VerdictWriter {

  /** A key that the verdict has grown, for plans that say what host they were made for. */
  private static final String HOST = "x-host";

  private static final Set<String> SPREAD = Set.of("", "steps", HOST);

  private VerdictWriter() {}

  /** The JSON text of a verdict. */
  public static String write(PlanVerdict verdict) {
    return JsonPrinter.print(value(verdict), SPREAD);
  }

  /** The same with what of the host is other than when the plan was made; none adds no key. */
  public static String write(PlanVerdict verdict, List<HostCheck> checks) {
    if (checks.isEmpty()) {
      return write(verdict);
    }
    Map<String, JsonValue> members = new LinkedHashMap<>(value(verdict).members());
    members.put(HOST, JsonValue.of(checks.stream().map(VerdictWriter::check).toList()));
    return JsonPrinter.print(JsonValue.of(members), SPREAD);
  }

  private static JsonObject check(HostCheck check) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("kind", JsonValue.of(check.kind().name().toLowerCase(Locale.ROOT)));
    members.put("device", JsonValue.ofOptional(check.device().map(DeviceRef::text)));
    members.put("meant", texts(check.meant(), DeviceRef::text));
    members.put("sentence", JsonValue.of(check.sentence()));
    return JsonValue.of(members);
  }

  static JsonObject value(PlanVerdict verdict) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("format", JsonValue.of("iommuscope-verdict/1"));
    members.put("profile", JsonValue.of(verdict.profile()));
    members.put("outcome", JsonValue.of(verdict.outcome().word()));
    members.put("assumed", texts(verdict.assumed().stream().toList(), text -> text));
    members.put("steps", JsonValue.of(verdict.steps().stream().map(VerdictWriter::step).toList()));
    return JsonValue.of(members);
  }

  private static JsonObject step(StepVerdict step) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("index", JsonValue.of(step.index()));
    members.put("from", JsonValue.of(step.from()));
    members.put("action", JsonValue.of(step.action().word()));
    members.put("guest", JsonValue.ofOptional(step.guest().map(GuestName::text)));
    members.put("device", JsonValue.ofOptional(step.device().map(DeviceRef::text)));
    members.put("outcome", JsonValue.of(step.outcome().word()));
    members.put("at", JsonValue.ofOptional(step.at().map(At::name)));
    members.put("errno", JsonValue.ofOptional(step.errno().map(Enum::name)));
    members.put("rule", JsonValue.ofOptional(step.rule().map(RuleId::text)));
    members.put("message", JsonValue.ofOptional(step.message()));
    members.put("hint", JsonValue.ofOptional(step.hint()));
    members.put("kernelLog", texts(step.kernelLog(), text -> text));
    members.put("group", group(step.group()));
    members.put("backingGroup", group(step.backingGroup()));
    members.put("heldBy", step.heldBy().map(VerdictWriter::holder).orElseGet(JsonValue::none));
    members.put("culprits", texts(step.culprits(), DeviceRef::text));
    members.put("because", causes(step.because()));
    members.put("fixes", JsonValue.of(step.fixes().stream().map(VerdictWriter::fix).toList()));
    members.put("waived", JsonValue.of(step.waived()));
    return JsonValue.of(members);
  }

  private static JsonValue holder(Holder holder) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("guest", JsonValue.of(holder.guest().text()));
    members.put("device", JsonValue.of(holder.device().text()));
    members.put("since", JsonValue.of(holder.since()));
    return JsonValue.of(members);
  }

  private static JsonValue causes(List<Cause> causes) {
    List<JsonValue> elements = new ArrayList<>();
    for (Cause cause : causes) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("fact", JsonValue.of(Explainer.say(cause)));
      members.put("devices", texts(cause.statement().devices(), DeviceRef::text));
      members.put("because", causes(cause.because()));
      elements.add(JsonValue.of(members));
    }
    return JsonValue.of(elements);
  }

  private static JsonObject fix(Fix fix) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("text", JsonValue.of(Explainer.say(fix)));
    members.put("change", ChangeJson.of(fix.change()));
    return JsonValue.of(members);
  }

  private static JsonValue group(Optional<GroupId> group) {
    return group.map(id -> JsonValue.of(id.number())).orElseGet(JsonValue::none);
  }

  private static <T> JsonValue texts(List<T> values, Function<T, String> text) {
    return JsonValue.of(values.stream().map(text).map(JsonValue::of).toList());
  }
}
