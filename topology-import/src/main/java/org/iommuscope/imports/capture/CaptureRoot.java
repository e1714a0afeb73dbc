package org.iommuscope.imports.capture;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where the host's own root is in a tree: at its top, or below the folders that were packed. */
final class CaptureRoot {

  private static final int DEEPEST = 2;

  /** More names than a folder around a capture has; a home folder is not searched. */
  private static final int MOST_NAMES = 100;

  private CaptureRoot() {}

  /** The highest folder that holds {@code sys}; the top itself where there is none. */
  static Folder of(Folder top) {
    return search(top, DEEPEST).orElse(top);
  }

  private static Optional<Folder> search(Folder folder, int depth) {
    if (folder.child("sys").orElse(null) instanceof Folder) {
      return Optional.of(folder);
    }
    Collection<String> names = depth == 0 ? List.of() : folder.names();
    if (names.size() > MOST_NAMES) {
      return Optional.empty();
    }
    return names.stream()
        .sorted()
        .flatMap(name -> folder.folder(name).stream())
        .flatMap(below -> search(below, depth - 1).stream())
        .findFirst();
  }
}
