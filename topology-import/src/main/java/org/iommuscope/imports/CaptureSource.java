package org.iommuscope.imports;

import java.io.InputStream;
import java.nio.file.Path;

/** Where a capture comes from. */
public sealed interface CaptureSource {

  /** The name to call it by in messages. */
  String name();

  /** A folder or an archive; {@code /} is this host. */
  record At(Path path) implements CaptureSource {
    @Override
    public String name() {
      return path.toString();
    }
  }

  /** An archive that arrives on a stream, which is read once and not closed. */
  record Streamed(InputStream stream) implements CaptureSource {
    @Override
    public String name() {
      return "-";
    }
  }
}
