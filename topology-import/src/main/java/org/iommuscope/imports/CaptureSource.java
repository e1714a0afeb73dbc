package org.iommuscope.imports;

import java.io.InputStream;
import java.nio.file.Path;

/** Where a capture comes from. */
public sealed interface CaptureSource {

  /** The name that the user gave it. */
  String name();

  /** The name to begin a sentence about it with. */
  default String label() {
    return name();
  }

  /** A folder, an archive or a text; {@code /} is this host. */
  record At(Path path) implements CaptureSource {
    @Override
    public String name() {
      return path.toString();
    }
  }

  /** An archive or a text that arrives on a stream, which is read once and not closed. */
  record Streamed(InputStream stream) implements CaptureSource {
    @Override
    public String name() {
      return "-";
    }

    @Override
    public String label() {
      return "standard input";
    }
  }

  /** A text from the clipboard or a field to paste into. */
  record Pasted(String name, String text) implements CaptureSource {}
}
