package org.iommuscope.imports.markup;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads the JSON that a text begins with; forms that pasting leaves behind are let pass. */
public final class JsonParsing {

  /** A text of this depth is an attack and no description of a host. */
  private static final int DEEPEST = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private final JsonParser parser;
  private final int firstLine;
  private boolean isCut;

  private JsonParsing(JsonParser parser, int firstLine) {
    this.parser = parser;
    this.firstLine = firstLine;
  }

  /**
   * A value and where the text goes on after it.
   *
   * @param lastLine the line of its last character
   * @param isCut whether it breaks off there; what is whole before that is in the value
   */
  public record Parsed(Json value, int lastLine, boolean isCut) {}

  /**
   * The value at a text's beginning; empty where the text begins with none.
   *
   * @param firstLine the number of the text's first line
   */
  public static Optional<Parsed> beginningOf(String text, int offset, int firstLine) {
    StringReader in = new StringReader(text);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), skipped(in, offset))) {
      JsonParsing parsing = new JsonParsing(parser, firstLine);
      parser.nextToken();
      Json value = parsing.value(0);
      return Optional.of(new Parsed(value, parsing.line(), parsing.isCut));
    } catch (JacksonException | TooDeep broken) {
      return Optional.empty();
    }
  }

  private static StringReader skipped(StringReader in, int offset) {
    try {
      in.skip(offset);
      return in;
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory is always there", e);
    }
  }

  /** More brackets inside each other than any reader should follow. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeep() {
      super("nested deeper than " + DEEPEST, null, false, false);
    }
  }

  private int line() {
    return firstLine + parser.currentLocation().getLineNr() - 1;
  }

  private Json value(int depth) {
    if (depth > DEEPEST) {
      throw new TooDeep();
    }
    int line = firstLine + parser.currentTokenLocation().getLineNr() - 1;
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(depth, line);
      case START_ARRAY -> array(depth, line);
      case VALUE_NULL -> new Json.Scalar("", line);
      case null -> new Json.Scalar("", line);
      default -> new Json.Scalar(parser.getString(), line);
    };
  }

  private Json object(int depth, int line) {
    SequencedMap<String, Json> members = new LinkedHashMap<>();
    try {
      while (!isCut && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        members.put(key, value(depth + 1));
      }
    } catch (JacksonException broken) {
      isCut = true;
      dropHalf(members);
    }
    return new Json.Members(members, line);
  }

  /** The value that stands last may be half a number. */
  private static void dropHalf(SequencedMap<String, Json> members) {
    if (!members.isEmpty() && members.lastEntry().getValue() instanceof Json.Scalar) {
      members.pollLastEntry();
    }
  }

  private Json array(int depth, int line) {
    List<Json> elements = new ArrayList<>();
    try {
      while (!isCut && parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(value(depth + 1));
      }
    } catch (JacksonException broken) {
      isCut = true;
    }
    return new Json.Elements(elements, line);
  }
}
