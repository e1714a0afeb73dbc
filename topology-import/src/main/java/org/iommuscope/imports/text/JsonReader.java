package org.iommuscope.imports.text;

import java.util.Optional;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.markup.JsonParsing;

/** Finds JSON of one form in a text, alone or between other lines. */
final class JsonReader implements TextReader {

  private static final String WHOLE = "expected it to go on to its end";

  private final JsonForm form;

  JsonReader(JsonForm form) {
    this.form = form;
  }

  @Override
  public String title() {
    return form.title();
  }

  @Override
  public String mark() {
    return form.mark();
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    int understood = 0;
    int stop = 0;
    String whole = null;
    int offset = 0;
    for (int index = 0; index < text.size(); offset += text.line(index).length() + 1, index++) {
      if (!text.isFree(index) || !begins(text, index)) {
        continue;
      }
      whole = whole == null ? text.whole() : whole;
      Optional<JsonParsing.Parsed> parsed = JsonParsing.beginningOf(whole, offset, index + 1);
      int told = parsed.map(it -> form.read(it.value(), text.source(), evidence)).orElse(0);
      boolean isCut = parsed.filter(JsonParsing.Parsed::isCut).isPresent();
      int last = Math.min(text.size(), parsed.map(JsonParsing.Parsed::lastLine).orElse(0));
      if (told > 0) {
        understood += told;
        text.take(index, last);
        if (isCut) {
          evidence.notes().malformed(text.source(), last, "the JSON breaks off here; " + WHOLE);
        }
      }
      stop = stop == 0 ? isCut ? last : index + 1 : stop;
    }
    return understood > 0
        ? Reached.all(understood)
        : Reached.stopped(stop == 0 ? text.firstFree(0) : stop, form.expected());
  }

  /** Whether a line may begin a value that holds objects; a time stamp in brackets does not. */
  private static boolean begins(TextDump text, int index) {
    String line = text.line(index).strip();
    if (line.startsWith("{")) {
      return true;
    }
    if (!line.startsWith("[")) {
      return false;
    }
    String rest = line.substring(1).strip();
    boolean goesOn = rest.isEmpty() && index + 1 < text.size();
    String next = goesOn ? text.line(index + 1).strip() : rest;
    return next.startsWith("{") || next.startsWith("[");
  }
}
