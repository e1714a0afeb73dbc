package org.iommuscope.app.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A piece of JSON that knows the line it began on; 0 where it was made by the program. */
public sealed interface JsonValue {

  int line();

  /** What a message calls it, with its text where that is short. */
  String described();

  record JsonObject(SequencedMap<String, JsonValue> members, int line) implements JsonValue {
    public JsonObject {
      members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    public Optional<JsonValue> get(String key) {
      return Optional.ofNullable(members.get(key));
    }

    @Override
    public String described() {
      return "an object";
    }
  }

  record JsonArray(List<JsonValue> elements, int line) implements JsonValue {
    public JsonArray {
      elements = List.copyOf(elements);
    }

    @Override
    public String described() {
      return "an array";
    }
  }

  record JsonText(String text, int line) implements JsonValue {
    private static final int SHORT = 60;

    @Override
    public String described() {
      return JsonPrinter.quoted(text.length() > SHORT ? text.substring(0, SHORT) + "…" : text);
    }
  }

  /** A number, as its digits stand in the file. */
  record JsonNumber(String digits, int line) implements JsonValue {
    @Override
    public String described() {
      return digits;
    }
  }

  record JsonBoolean(boolean value, int line) implements JsonValue {
    @Override
    public String described() {
      return Boolean.toString(value);
    }
  }

  record JsonNull(int line) implements JsonValue {
    @Override
    public String described() {
      return "null";
    }
  }

  static JsonValue of(String text) {
    return new JsonText(text, 0);
  }

  static JsonValue of(long number) {
    return new JsonNumber(Long.toString(number), 0);
  }

  static JsonValue of(boolean value) {
    return new JsonBoolean(value, 0);
  }

  static JsonValue none() {
    return new JsonNull(0);
  }

  /** The text, or null where there is none. */
  static JsonValue ofOptional(Optional<String> text) {
    return text.map(JsonValue::of).orElseGet(JsonValue::none);
  }

  static JsonValue of(List<? extends JsonValue> elements) {
    return new JsonArray(List.copyOf(elements), 0);
  }

  static JsonObject of(Map<String, ? extends JsonValue> members) {
    return new JsonObject(new LinkedHashMap<>(members), 0);
  }
}
