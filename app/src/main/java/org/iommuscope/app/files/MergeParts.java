package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;
import org.iommuscope.model.topology.DeviceRef;

/** How the elements of one array of a plan file are told apart, whatever else they say. */
record MergeParts(Function<JsonObject, String> name) {

  /** The way for the array at a path; empty where an array is one value. */
  static Optional<MergeParts> of(List<String> path) {
    String array = path.isEmpty() ? "" : path.getLast();
    if (path.size() == 1) {
      return switch (array) {
        case "guests" -> Optional.of(new MergeParts(guest -> text(guest, "name")));
        case "mdevs" -> Optional.of(new MergeParts(mdev -> device(mdev, "uuid")));
        case "waivers" ->
            Optional.of(
                new MergeParts(waiver -> text(waiver, "rule") + " " + device(waiver, "device")));
        case "sequence" -> Optional.of(new MergeParts(MergeParts::step));
        case "wishes" -> Optional.of(new MergeParts(JsonPrinter::line));
        default -> Optional.empty();
      };
    }
    if (path.size() == 3 && path.getFirst().equals("guests")) {
      return switch (array) {
        case "devices" ->
            Optional.of(new MergeParts(given -> device(given, "host") + device(given, "sysfsdev")));
        case "buses" -> Optional.of(new MergeParts(bus -> text(bus, "name")));
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  static List<String> below(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  /** The elements by their names; the second of two that are alike is told so. */
  SequencedMap<String, JsonValue> named(JsonArray array) {
    LinkedHashMap<String, JsonValue> named = new LinkedHashMap<>();
    for (JsonValue element : array.elements()) {
      String alone = element instanceof JsonObject object ? name.apply(object) : "";
      String unique = alone;
      for (int nth = 2; named.containsKey(unique); nth++) {
        unique = alone + " #" + nth;
      }
      named.put(unique, element);
    }
    return named;
  }

  static Optional<JsonValue> list(Collection<String> names) {
    return Optional.of(JsonValue.of(names.stream().map(JsonValue::of).toList()));
  }

  /** A value without the lines that it was read from, so that equal ones are equal. */
  static JsonValue unplaced(JsonValue value) {
    return switch (value) {
      case JsonObject(var members, int line) -> {
        LinkedHashMap<String, JsonValue> fresh = new LinkedHashMap<>();
        members.forEach((key, member) -> fresh.put(key, unplaced(member)));
        yield new JsonObject(fresh, 0);
      }
      case JsonArray(var elements, int line) ->
          new JsonArray(elements.stream().map(MergeParts::unplaced).toList(), 0);
      case JsonText(String text, int line) -> new JsonText(text, 0);
      case JsonValue.JsonNumber(String digits, int line) -> new JsonValue.JsonNumber(digits, 0);
      case JsonValue.JsonBoolean(boolean truth, int line) -> new JsonValue.JsonBoolean(truth, 0);
      case JsonValue.JsonNull(int line) -> new JsonValue.JsonNull(0);
    };
  }

  /** A step is what it does: without the comment, that is all it says. */
  private static String step(JsonObject step) {
    LinkedHashMap<String, JsonValue> said = new LinkedHashMap<>(step.members());
    said.keySet().removeIf(Fields::isKept);
    return JsonPrinter.line(new JsonObject(said, 0));
  }

  private static String text(JsonObject object, String key) {
    return object.get(key).orElse(null) instanceof JsonText text ? text.text() : "";
  }

  private static String device(JsonObject object, String key) {
    String words = text(object, key);
    return Forms.sysfsPath(words).or(() -> Forms.device(words)).map(DeviceRef::text).orElse(words);
  }
}
