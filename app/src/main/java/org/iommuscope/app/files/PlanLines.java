package org.iommuscope.app.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * Where in its file a plan says what a step is about.
 *
 * @param written the file as it was read
 */
public record PlanLines(JsonObject written) {

  /** The lines of a plan's file; none of a plan that was never written. */
  public static PlanLines of(PlanFile file) {
    return new PlanLines(file.written());
  }

  /** The line of a step's device, else of its entry in the sequence, else of its guest. */
  public OptionalInt of(StepVerdict step) {
    List<JsonValue> sequence = elements(written, "sequence");
    Optional<JsonValue> entry =
        step.from() < sequence.size() ? Optional.of(sequence.get(step.from())) : Optional.empty();
    Optional<JsonObject> guest =
        step.guest().flatMap(name -> with(elements(written, "guests"), "name", name.text()));
    Optional<JsonValue> device =
        guest.flatMap(found -> step.device().flatMap(wanted -> device(found, wanted)));
    boolean isOfStart = entry.isEmpty() || object(entry.get()).get("start").isPresent();
    Optional<JsonValue> named = isOfStart ? device : Optional.empty();
    return named.or(() -> entry).or(() -> guest).stream()
        .mapToInt(JsonValue::line)
        .filter(line -> line > 0)
        .findFirst();
  }

  private static Optional<JsonValue> device(JsonObject guest, DeviceRef wanted) {
    return elements(guest, "devices").stream()
        .filter(device -> names(object(device), wanted))
        .findFirst();
  }

  private static boolean names(JsonObject device, DeviceRef wanted) {
    return text(device, "host").filter(name -> isOf(name, wanted)).isPresent()
        || text(device, "sysfsdev")
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .filter(name -> isOf(name, wanted))
            .isPresent();
  }

  private static boolean isOf(String name, DeviceRef wanted) {
    return Forms.device(name).filter(wanted::equals).isPresent();
  }

  private static Optional<JsonObject> with(List<JsonValue> objects, String key, String value) {
    return objects.stream()
        .map(PlanLines::object)
        .filter(object -> text(object, key).filter(value::equals).isPresent())
        .findFirst();
  }

  private static Optional<String> text(JsonObject object, String key) {
    return object.get(key).map(value -> value instanceof JsonText text ? text.text() : "");
  }

  private static List<JsonValue> elements(JsonObject object, String key) {
    return object.get(key).orElse(null) instanceof JsonArray array ? array.elements() : List.of();
  }

  private static JsonObject object(JsonValue value) {
    return value instanceof JsonObject object ? object : JsonValue.of(Map.of());
  }
}
