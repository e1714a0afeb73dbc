package org.iommuscope.app.files;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonBoolean;
import org.iommuscope.app.files.JsonValue.JsonNull;
import org.iommuscope.app.files.JsonValue.JsonNumber;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;

/**
 * Prints JSON so that a line is what a reader compares: some values spread over lines, the rest in
 * one.
 */
public final class JsonPrinter {

  private final Set<String> spread;
  private final StringBuilder out = new StringBuilder();

  private JsonPrinter(Set<String> spread) {
    this.spread = spread;
  }

  /**
   * Prints a value and a line end.
   *
   * @param spread paths of the objects and arrays whose members stand on lines of their own: the
   *     empty path for the value itself, then keys joined by slashes, {@code *} for any element
   */
  public static String print(JsonValue value, Set<String> spread) {
    JsonPrinter printer = new JsonPrinter(spread);
    printer.value(value, "", 0);
    return printer.out.append('\n').toString();
  }

  /** A value in one line. */
  static String line(JsonValue value) {
    return print(value, Set.of()).strip();
  }

  /** A text in JSON's quotes. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> escape(point, quoted));
    return quoted.append('"').toString();
  }

  private void value(JsonValue value, String path, int indent) {
    switch (value) {
      case JsonObject object -> object(object, path, indent);
      case JsonArray array -> array(array, path, indent);
      case JsonText text -> out.append(quoted(text.text()));
      case JsonNumber number -> out.append(number.digits());
      case JsonBoolean truth -> out.append(truth.value());
      case JsonNull none -> out.append("null");
    }
  }

  private void object(JsonObject object, String path, int indent) {
    boolean lines = spread.contains(path) && !object.members().isEmpty();
    out.append('{');
    Iterator<Map.Entry<String, JsonValue>> members = object.members().entrySet().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonValue> member = members.next();
      startMember(lines, indent);
      out.append(quoted(member.getKey())).append(": ");
      value(member.getValue(), below(path, member.getKey()), indent + 1);
      endMember(lines, members.hasNext());
    }
    close('}', lines, indent);
  }

  private void array(JsonArray array, String path, int indent) {
    boolean lines = spread.contains(path) && !array.elements().isEmpty();
    out.append('[');
    Iterator<JsonValue> elements = array.elements().iterator();
    while (elements.hasNext()) {
      startMember(lines, indent);
      value(elements.next(), below(path, "*"), indent + 1);
      endMember(lines, elements.hasNext());
    }
    close(']', lines, indent);
  }

  private void startMember(boolean lines, int indent) {
    if (lines) {
      out.append('\n').repeat("  ", indent + 1);
    }
  }

  private void endMember(boolean lines, boolean more) {
    if (more) {
      out.append(lines ? "," : ", ");
    }
  }

  private void close(char bracket, boolean lines, int indent) {
    if (lines) {
      out.append('\n').repeat("  ", indent);
    }
    out.append(bracket);
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "/" + key;
  }

  private static void escape(int point, StringBuilder out) {
    switch (point) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        boolean loneSurrogate =
            point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (point < ' ' || point == 0x7f || loneSurrogate) {
          out.append(String.format("\\u%04x", point));
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }
}
