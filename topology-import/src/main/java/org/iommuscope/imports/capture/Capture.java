package org.iommuscope.imports.capture;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A captured host as a tree of files.
 *
 * <p>Links are followed inside the tree only: an absolute target begins at the capture's root, and
 * one that climbs above the root leads nowhere.
 */
public final class Capture {

  /** As many links as Linux follows in one path, {@code MAXSYMLINKS}. */
  private static final int MOST_LINKS = 40;

  private final Folder root;
  private final boolean isComplete;
  private final SortedMap<String, Integer> leftOut;

  /**
   * @param isComplete whether everything the source holds was seen; where not, a file that is
   *     absent proves nothing
   */
  public Capture(Folder root, boolean isComplete) {
    this(root, isComplete, new TreeMap<>());
  }

  /**
   * @param leftOut how many files of each name an archive has beside those of the tree
   */
  Capture(Folder root, boolean isComplete, SortedMap<String, Integer> leftOut) {
    this.root = root;
    this.isComplete = isComplete;
    this.leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
  }

  /** How many files of each name an archive has beside those of the tree; no folder tells. */
  public SortedMap<String, Integer> leftOut() {
    return leftOut;
  }

  /** The text that a recording of umockdev holds between or behind its records. */
  public Optional<CapturedFile> besideRecords() {
    return root.child(UmockdevReader.BESIDE)
        .filter(CapturedFile.class::isInstance)
        .map(CapturedFile.class::cast);
  }

  public Folder root() {
    return root;
  }

  public boolean isComplete() {
    return isComplete;
  }

  /** What a path from the root leads to, links followed. */
  public Optional<Entry> find(String path) {
    return new Walk().from(root, path);
  }

  /** The folder that a path from the root leads to, links followed. */
  public Optional<Folder> folder(String path) {
    return find(path).orElse(null) instanceof Folder folder
        ? Optional.of(folder)
        : Optional.empty();
  }

  /** What a link leads to in the end; empty where it dangles, leaves the capture or loops. */
  public Optional<Entry> follow(Link link) {
    return new Walk().from(link.folder(), link.target());
  }

  /**
   * The first folder or file on the way to a link's target that is not in the capture, as a path
   * from the root; empty where nothing is missing, and where the way leaves the capture or loops.
   */
  public Optional<String> missingOn(Link link) {
    Optional<Entry> here = Optional.of(link.target().startsWith("/") ? root : link.folder());
    for (String name : link.target().split("/")) {
      Folder folder = here.filter(Folder.class::isInstance).map(Folder.class::cast).orElse(null);
      if (folder == null) {
        return Optional.empty();
      }
      here = new Walk().from(folder, name);
      if (here.isEmpty() && folder.child(name).isEmpty() && !name.equals("..")) {
        return Optional.of(Paths.join(folder.path(), name));
      }
    }
    return Optional.empty();
  }

  /** One resolution of a path, which may pass through so many links. */
  private final class Walk {
    private int links;

    Optional<Entry> from(Folder start, String path) {
      Optional<Entry> here = Optional.of(path.startsWith("/") ? root : start);
      int begin = 0;
      while (begin <= path.length() && here.isPresent()) {
        int slash = path.indexOf('/', begin);
        int end = slash < 0 ? path.length() : slash;
        here = step(here.get(), path.substring(begin, end));
        begin = end + 1;
      }
      return here;
    }

    private Optional<Entry> step(Entry here, String name) {
      if (!(here instanceof Folder folder)) {
        return Optional.empty();
      }
      return switch (name) {
        case "", "." -> Optional.of(folder);
        case ".." -> folder.equals(root) ? Optional.empty() : folder.parent().map(up -> up);
        default -> folder.child(name).flatMap(this::through);
      };
    }

    private Optional<Entry> through(Entry entry) {
      if (!(entry instanceof Link link)) {
        return Optional.of(entry);
      }
      return ++links > MOST_LINKS ? Optional.empty() : from(link.folder(), link.target());
    }
  }
}
