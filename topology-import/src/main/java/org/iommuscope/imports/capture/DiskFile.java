package org.iommuscope.imports.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file of the real file system.
 *
 * @param limit the most bytes it may have; 0 where it is never opened
 */
record DiskFile(Path place, String path, int limit) implements CapturedFile {

  @Override
  public Content content() {
    if (limit == 0) {
      return new Content.Unreadable("it is none of the files that a capture is read for");
    }
    try (InputStream in = Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(limit + 1);
      return bytes.length > limit
          ? new Content.Unreadable("it is longer than " + limit + " bytes")
          : new Content.Bytes(bytes);
    } catch (IOException e) {
      return new Content.Unreadable(reasonOf(e));
    }
  }

  /** The system's own words, without the path that stands beside them anyway. */
  static String reasonOf(Exception failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "permission denied";
      case FileSystemException broken when broken.getReason() != null -> broken.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
