package org.iommuscope.testing.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A capture as a folder. */
public record FolderTarget(Path root) implements CaptureTarget {

  @Override
  public void folder(String path) throws IOException {
    Files.createDirectories(root.resolve(path));
  }

  @Override
  public void file(String path, byte[] content) throws IOException {
    Files.write(root.resolve(path), content);
  }

  @Override
  public void link(String path, String text) throws IOException {
    Files.createSymbolicLink(root.resolve(path), Path.of(text));
  }

  @Override
  public void close() {}
}
