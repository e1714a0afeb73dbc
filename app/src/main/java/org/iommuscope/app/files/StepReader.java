package org.iommuscope.app.files;

import static org.iommuscope.app.files.Forms.DEVICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.iommuscope.app.files.JsonValue.JsonBoolean;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;

/**
 * Reads an entry of a plan's sequence.
 *
 * @param known whether a guest is one of the plan; a step may name no other
 */
record StepReader(String file, Predicate<GuestName> known) {

  static final String HYPOTHETICAL = "hypothetical";
  static final List<String> VERBS =
      List.of(
          "start",
          "attach",
          "detach",
          "stop",
          "bind",
          "unbind",
          "createMdev",
          "removeMdev",
          "setVfs",
          "setParameter",
          "hotAdd");

  PlanStep read(JsonValue value) throws MalformedFile {
    List<String> verbs =
        Fields.objectOf(file, "a step", value).members().keySet().stream()
            .filter(VERBS::contains)
            .toList();
    if (verbs.size() != 1) {
      throw new MalformedFile(
          new FileProblem(
              file,
              value.line(),
              verbs.isEmpty()
                  ? "a step that says nothing to do"
                  : "a step with " + String.join(" and ", verbs),
              "exactly one of " + String.join(", ", VERBS)));
    }
    PlanStep step = step(verbs.getFirst(), value);
    return isImagined(value) ? new PlanStep.Hypothetical(step) : step;
  }

  private boolean isImagined(JsonValue value) throws MalformedFile {
    return Fields.objectOf(file, "a step", value).get(HYPOTHETICAL).orElse(null)
            instanceof JsonBoolean(boolean isTrue, int line)
        && isTrue;
  }

  private PlanStep step(String verb, JsonValue value) throws MalformedFile {
    return switch (verb) {
      case "start" -> new PlanStep.Start(guest(fields(value, verb), verb));
      case "stop" -> new PlanStep.Stop(guest(fields(value, verb), verb));
      case "attach" -> {
        Fields fields = fields(value, verb, "device");
        yield new PlanStep.Attach(
            guest(fields, verb), fields.required("device", DEVICE, Forms::device));
      }
      case "detach" -> {
        Fields fields = fields(value, verb, "device");
        yield new PlanStep.Detach(
            guest(fields, verb), fields.required("device", DEVICE, Forms::device));
      }
      case "bind" -> {
        Fields fields = fields(value, verb, "driver");
        yield new PlanStep.Bind(
            fields.required(verb, DEVICE, Forms::device),
            fields.required("driver", "a driver's name", Forms::name));
      }
      case "unbind" ->
          new PlanStep.Unbind(fields(value, verb).required(verb, DEVICE, Forms::device));
      case "createMdev" ->
          new PlanStep.CreateMdev(PlanReader.mdev(file, inner(fields(value, verb), verb)));
      case "removeMdev" ->
          new PlanStep.RemoveMdev(fields(value, verb).required(verb, Forms.UUID, Forms::uuid));
      case "setVfs" -> setVfs(inner(fields(value, verb), verb));
      case "setParameter" -> setParameter(inner(fields(value, verb), verb));
      default -> hotAdd(value, inner(fields(value, verb), verb));
    };
  }

  private Fields fields(JsonValue value, String verb, String... more) throws MalformedFile {
    List<String> keys = new ArrayList<>(List.of(verb));
    keys.addAll(List.of(more));
    keys.add(HYPOTHETICAL);
    Fields fields = Fields.of(file, "a step", value, keys);
    fields.truth(HYPOTHETICAL);
    return fields;
  }

  private static JsonValue inner(Fields fields, String verb) {
    return fields.object().get(verb).orElseThrow();
  }

  private GuestName guest(Fields fields, String verb) throws MalformedFile {
    return fields.required(
        verb, "the name of a guest of this plan", text -> Forms.guest(text).filter(known));
  }

  /** Only imagined: the running host cannot do it. */
  private PlanStep moveCard(JsonValue step, Fields fields) throws MalformedFile {
    if (!isImagined(step)) {
      throw new MalformedFile(
          new FileProblem(
              file,
              step.line(),
              "a card that is put into another slot while the host runs",
              "\"hypothetical\": true beside it"));
    }
    for (String key : List.of("group", "driver")) {
      if (fields.has(key)) {
        throw fields.problem(
            step, "\"" + key + "\" beside \"below\"", "the group to follow from the slot");
      }
    }
    return new PlanStep.MoveCard(
        fields.required("device", Forms.ADDRESS, Forms::address),
        fields.required("below", Forms.ADDRESS, Forms::address));
  }

  private PlanStep setVfs(JsonValue value) throws MalformedFile {
    Fields fields = Fields.of(file, "a setVfs", value, List.of("pf", "count"));
    Optional<Long> count = fields.number("count", 0, 65535);
    return new PlanStep.SetVfs(
        fields.required("pf", Forms.ADDRESS, Forms::address),
        (int) (long) count.orElseThrow(() -> fields.missing("count", "a number")));
  }

  private PlanStep setParameter(JsonValue value) throws MalformedFile {
    Fields fields = Fields.of(file, "a setParameter", value, List.of("name", "value"));
    return new PlanStep.SetParameter(
        fields.required("name", "a name such as vfio_pci.enable_sriov", Forms::name),
        fields.required("value", "a text", Optional::of));
  }

  private PlanStep hotAdd(JsonValue step, JsonValue value) throws MalformedFile {
    Fields fields =
        Fields.of(file, "a hotAdd", value, List.of("device", "group", "driver", "below"));
    if (fields.has("below")) {
      return moveCard(step, fields);
    }
    Optional<Long> group = fields.number("group", 0, Integer.MAX_VALUE);
    return new PlanStep.HotAdd(
        fields.required("device", DEVICE, Forms::device),
        (int) (long) group.orElseThrow(() -> fields.missing("group", "a group's number")),
        fields.isNull("driver")
            ? Optional.empty()
            : fields.formed("driver", "a driver's name, or null", Forms::name));
  }
}
