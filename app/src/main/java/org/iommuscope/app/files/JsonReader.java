package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonBoolean;
import org.iommuscope.app.files.JsonValue.JsonNull;
import org.iommuscope.app.files.JsonValue.JsonNumber;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads strict JSON in UTF-8; a key that comes twice in an object is refused. */
final class JsonReader {

  private static final int DEEPEST = 64;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final String file;
  private final int firstLine;
  private final JsonParser parser;

  private JsonReader(String file, int firstLine, JsonParser parser) {
    this.file = file;
    this.firstLine = firstLine;
    this.parser = parser;
  }

  /** Reads a whole file. */
  static JsonValue read(String file, byte[] content) throws MalformedFile {
    return read(file, 1, content, 0, content.length);
  }

  /**
   * Reads one value out of a part of a file.
   *
   * @param firstLine the line of the file that the part begins on
   */
  static JsonValue read(String file, int firstLine, byte[] content, int offset, int length)
      throws MalformedFile {
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), content, offset, length)) {
      JsonReader reader = new JsonReader(file, firstLine, parser);
      JsonValue value = reader.value(reader.next("a JSON value"), 0);
      if (parser.nextToken() != null) {
        throw reader.malformed("more after the end of the value", "one value and nothing else");
      }
      return value;
    } catch (JacksonException broken) {
      int line = Math.max(0, broken.getLocation().getLineNr());
      throw new MalformedFile(
          new FileProblem(
              file, line == 0 ? firstLine : firstLine + line - 1, said(broken), "valid JSON"));
    }
  }

  private JsonToken next(String expected) throws MalformedFile {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw malformed("the end of the file", expected);
    }
    return token;
  }

  private JsonValue value(JsonToken token, int depth) throws MalformedFile {
    int line = line();
    if (depth > DEEPEST) {
      throw malformed("more than " + DEEPEST + " levels of nesting", "fewer");
    }
    return switch (token) {
      case START_OBJECT -> object(line, depth);
      case START_ARRAY -> array(line, depth);
      case VALUE_STRING -> new JsonText(parser.getString(), line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString(), line);
      case VALUE_TRUE -> new JsonBoolean(true, line);
      case VALUE_FALSE -> new JsonBoolean(false, line);
      case VALUE_NULL -> new JsonNull(line);
      default -> throw malformed(token.asString(), "a JSON value");
    };
  }

  private JsonObject object(int line, int depth) throws MalformedFile {
    LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
    while (next("a key or the end of an object") != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line();
      JsonValue value = value(next("a value"), depth + 1);
      if (members.put(key, value) != null) {
        throw new MalformedFile(
            new FileProblem(
                file,
                keyLine,
                "the key " + JsonPrinter.quoted(key) + " a second time in one object",
                "every key once"));
      }
    }
    return new JsonObject(members, line);
  }

  private JsonArray array(int line, int depth) throws MalformedFile {
    List<JsonValue> elements = new ArrayList<>();
    JsonToken token = next("a value or the end of an array");
    while (token != JsonToken.END_ARRAY) {
      elements.add(value(token, depth + 1));
      token = next("a value or the end of an array");
    }
    return new JsonArray(elements, line);
  }

  private int line() {
    return firstLine + parser.currentTokenLocation().getLineNr() - 1;
  }

  private MalformedFile malformed(String found, String expected) {
    return new MalformedFile(new FileProblem(file, line(), found, expected));
  }

  /**
   * The first clause of the parser's message; the rest repeats the place or advises programmers.
   */
  private static String said(JacksonException broken) {
    String message = String.valueOf(broken.getOriginalMessage());
    String clause = message.lines().findFirst().orElse("").split(": expected| \\(for ", 2)[0];
    return clause.isEmpty() ? "something else" : clause;
  }
}
