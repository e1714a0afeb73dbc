package org.iommuscope.imports.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.iommuscope.imports.evidence.Place;

/**
 * A text as a person pasted it, cleaned line by line, so that every line keeps its number. A reader
 * takes the lines it understands; what one has taken, the others pass over.
 */
public final class TextDump {

  private static final int LONGEST_LINE = 1 << 17;

  /** Several times the lines of the longest kernel log that anybody keeps. */
  private static final int MOST_LINES = 2_000_000;

  private final String source;
  private final List<String> lines;
  private final BitSet taken = new BitSet();

  private TextDump(String source, List<String> lines) {
    this.source = source;
    this.lines = lines;
  }

  /**
   * Decodes and cleans a text; UTF-16 is told by its byte order mark, all else is UTF-8.
   *
   * @param source what its places are to be called by
   */
  public static TextDump of(String source, byte[] bytes) {
    return of(source, new String(bytes, charsetOf(bytes)));
  }

  /** Cleans a text. */
  public static TextDump of(String source, String text) {
    List<String> lines = new ArrayList<>();
    LineCleaner cleaner = new LineCleaner(!text.stripLeading().startsWith("<"));
    int begin = 0;
    while (begin < text.length() && lines.size() < MOST_LINES) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      lines.add(cleaner.clean(text.substring(begin, end)));
      begin = end + 1;
    }
    return new TextDump(source, lines);
  }

  /** Whether it may go on after its last line here, because no more are kept. */
  boolean isCut() {
    return lines.size() == MOST_LINES;
  }

  private static Charset charsetOf(byte[] bytes) {
    if (bytes.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return mark == 0xfffe || mark == 0xfeff ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /** What messages call the text by. */
  public String source() {
    return source;
  }

  /** How many lines it has. */
  public int size() {
    return lines.size();
  }

  /** A cleaned line, counted from 0; one of more than 131,072 characters is cut there. */
  public String line(int index) {
    String line = lines.get(index);
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
  }

  /** The whole text with its lines where they were, for readers of forms that have no lines. */
  public String whole() {
    return String.join("\n", lines);
  }

  /** Where a line stands in the source. */
  public Place place(int index) {
    return new Place(source, index + 1);
  }

  /** Whether no reader has taken a line yet. */
  public boolean isFree(int index) {
    return !taken.get(index);
  }

  /** Keeps a line from all readers that come later. */
  public void take(int index) {
    taken.set(index);
  }

  /** Keeps the lines from one up to another, which is left free, from all later readers. */
  public void take(int from, int to) {
    taken.set(from, to);
  }

  /** The number of the first line from an index on that is free and not blank; 0 where none is. */
  public int firstFree(int from) {
    for (int index = from; index < size(); index++) {
      if (isFree(index) && !lines.get(index).isBlank()) {
        return index + 1;
      }
    }
    return 0;
  }
}
