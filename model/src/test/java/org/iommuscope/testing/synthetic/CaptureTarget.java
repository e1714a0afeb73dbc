package org.iommuscope.testing.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Where a capture is written: a folder or an archive. Paths are relative to the capture's root. */
public interface CaptureTarget extends Closeable {

  void folder(String path) throws IOException;

  void file(String path, byte[] content) throws IOException;

  /** A symbolic link with exactly this text. */
  void link(String path, String text) throws IOException;

  default void file(String path, String content) throws IOException {
    file(path, content.getBytes(StandardCharsets.UTF_8));
  }
}
