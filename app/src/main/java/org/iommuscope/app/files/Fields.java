package org.iommuscope.app.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonBoolean;
import org.iommuscope.app.files.JsonValue.JsonNull;
import org.iommuscope.app.files.JsonValue.JsonNumber;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;

/**
 * The members of one object of a file, asked for by key and form.
 *
 * @param what how messages call the object: {@code a guest}
 */
record Fields(String file, String what, JsonObject object) {

  static final String COMMENT = "comment";

  /** Turns the text of a value into what it means. */
  @FunctionalInterface
  interface Form<T> {
    Optional<T> read(String text);
  }

  /** The members of a value that must be an object with none but these keys. */
  static Fields of(String file, String what, JsonValue value, List<String> keys)
      throws MalformedFile {
    Fields fields = new Fields(file, what, objectOf(file, what, value));
    for (Map.Entry<String, JsonValue> member : fields.object.members().entrySet()) {
      if (!keys.contains(member.getKey()) && !isKept(member.getKey())) {
        throw fields.problem(
            member.getValue(),
            "the unknown key " + JsonPrinter.quoted(member.getKey()) + " in " + what,
            "one of " + String.join(", ", keys));
      }
    }
    fields.text(COMMENT);
    return fields;
  }

  static JsonObject objectOf(String file, String what, JsonValue value) throws MalformedFile {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new MalformedFile(
        new FileProblem(file, value.line(), value.described(), what + " as an object"));
  }

  /** Comments, and the keys that other programs add: kept when a file is written again. */
  static boolean isKept(String key) {
    return key.equals(COMMENT) || key.startsWith("x-");
  }

  boolean has(String key) {
    return object.get(key).isPresent();
  }

  Optional<String> text(String key) throws MalformedFile {
    return formed(key, "a text", Optional::of);
  }

  /** A value that stands as text and must have a form. */
  <T> Optional<T> formed(String key, String expected, Form<T> form) throws MalformedFile {
    Optional<JsonValue> value = object.get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> read =
        value.get() instanceof JsonText text ? form.read(text.text()) : Optional.empty();
    if (read.isEmpty()) {
      throw wrong(key, value.get(), expected);
    }
    return read;
  }

  <T> T required(String key, String expected, Form<T> form) throws MalformedFile {
    Optional<T> read = formed(key, expected, form);
    return read.orElseThrow(() -> missing(key, expected));
  }

  Optional<Boolean> truth(String key) throws MalformedFile {
    Optional<JsonValue> value = object.get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonBoolean truth) {
      return Optional.of(truth.value());
    }
    throw wrong(key, value.get(), "true or false");
  }

  /** A whole number between bounds, both included. */
  Optional<Long> number(String key, long least, long most) throws MalformedFile {
    Optional<JsonValue> value = object.get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> read =
        value.get() instanceof JsonNumber number ? whole(number.digits()) : Optional.empty();
    if (read.isEmpty() || read.get() < least || read.get() > most) {
      throw wrong(key, value.get(), "a whole number from " + least + " to " + most);
    }
    return read;
  }

  List<JsonValue> elements(String key) throws MalformedFile {
    Optional<JsonValue> value = object.get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof JsonArray array) {
      return array.elements();
    }
    throw wrong(key, value.get(), "an array");
  }

  /** Whether the key is there with a null, which some keys use for "none". */
  boolean isNull(String key) {
    return object.get(key).filter(JsonNull.class::isInstance).isPresent();
  }

  MalformedFile missing(String key, String expected) {
    return problem(object, what + " without " + JsonPrinter.quoted(key), expected + " there");
  }

  MalformedFile wrong(String key, JsonValue found, String expected) {
    return problem(
        found, found.described() + " as " + JsonPrinter.quoted(key) + " of " + what, expected);
  }

  MalformedFile problem(JsonValue where, String found, String expected) {
    return new MalformedFile(new FileProblem(file, where.line(), found, expected));
  }

  private static Optional<Long> whole(String digits) {
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }
}
