package org.iommuscope.imports.capture;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.imports.report.Quoted;
import org.jspecify.annotations.Nullable;

/** The tree that an archive's entries build, within limits and inside its root. */
final class ArchiveTree {

  /** {@code PATH_MAX} of Linux. */
  private static final int LONGEST_PATH = 4096;

  /** Deeper than any sysfs, and shallow enough for every recursion over the tree. */
  private static final int DEEPEST = 100;

  private static final int ENTRIES_BETWEEN_LOOKS = 1024;

  /** As many names of files that are not kept as anybody reads. */
  private static final int MOST_NAMES = 1000;

  /** About what a kept entry takes in memory beside its content. */
  private static final int ENTRY_BYTES = 200;

  /** Gives an entry's content; not called for what is not kept. */
  interface Source {
    Content read(int length) throws IOException;
  }

  private final MemoryFolder root = new MemoryFolder("", null);
  private final Limits limits;
  private final ImportNotes notes;
  private final ImportProgress progress;
  private long entries;
  private long unpacked;
  private long kept;
  private final Map<String, Integer> leftOut = new HashMap<>();
  private final Map<String, Boolean> texts = new HashMap<>();
  private String recentPath = "";
  private MemoryFolder recent = root;

  ArchiveTree(Limits limits, ImportNotes notes, ImportProgress progress) {
    this.limits = limits;
    this.notes = notes;
    this.progress = progress;
  }

  MemoryFolder root() {
    return root;
  }

  /** How many files of each name were not kept. */
  SortedMap<String, Integer> leftOut() {
    return new TreeMap<>(leftOut);
  }

  /** Counts an entry and the bytes it will unpack to, before any of them is unpacked. */
  void charge(long bytes) throws ArchiveTooLarge {
    if (++entries > limits.entries()) {
      throw new ArchiveTooLarge(
          "it has more than "
              + limits.entries()
              + " entries; the others were not read; --archive-limit reads more");
    }
    if (entries % ENTRIES_BETWEEN_LOOKS == 0 && progress.isCancelled()) {
      throw new CancellationException();
    }
    keep(ENTRY_BYTES);
    unpacked += bytes;
    if (unpacked > limits.unpackedBytes() || bytes > limits.unpackedBytes()) {
      throw new ArchiveTooLarge(
          "it unpacks to more than "
              + limits.unpackedBytes()
              + " bytes; the rest was not read; --archive-limit reads more");
    }
  }

  void addFolder(String path) {
    String bare = withoutSlash(path);
    if (isInside(bare)) {
      folderAt(bare, depthOf(bare));
    }
  }

  void addLink(String path, String target) {
    place(path, (folder, name) -> folder.put(name, new Link(folder, name, target)));
  }

  /** The same by the two parts of its path; the first is not empty where the path has two. */
  void addLink(String folder, String name, String target) {
    @Nullable MemoryFolder found = folderOf(folder, name);
    if (found != null) {
      found.put(name, new Link(found, name, target));
    }
  }

  void addOddity(String path) {
    place(path, (folder, name) -> folder.put(name, new Oddity(path)));
  }

  /** Adds a second name of a file that the archive has already brought. */
  void addHardLink(String path, String target) {
    Optional<Entry> first = new Capture(root, true).find(withoutSlash(target));
    if (first.orElse(null) instanceof MemoryFile file) {
      place(path, (folder, name) -> folder.put(name, MemoryFile.of(folder, name, file.content())));
    }
  }

  /** Adds a file and reads its content if it is one that captures are read for. */
  void addFile(String path, long size, Source source) throws IOException {
    int slash = path.lastIndexOf('/');
    if (slash > 0) {
      addFile(path.substring(0, slash), path.substring(slash + 1), size, source);
    } else {
      addFile("", path, size, source);
    }
  }

  /** The same by the two parts of its path; the first is not empty where the path has two. */
  void addFile(String folderPath, String name, long size, Source source) throws IOException {
    @Nullable MemoryFolder folder = folderOf(folderPath, name);
    if (folder == null) {
      return;
    }
    int limit = KeptFiles.limitOf(folder.name(), name, this::isText);
    if (limit > 0) {
      Content content = read(size, limit, source);
      String shared = KeptFiles.shared(name);
      @Nullable Entry before = folder.put(shared, MemoryFile.of(folder, shared, content));
      noteChange(before, content);
    } else if (leftOut.size() < MOST_NAMES || leftOut.containsKey(name)) {
      leftOut.merge(name, 1, Integer::sum);
    }
  }

  /** Asked once for each of the names that come again. */
  private boolean isText(String name) {
    @Nullable Boolean known = texts.get(name);
    if (known != null) {
      return known;
    }
    boolean isText = KeptFiles.isText(name);
    if (texts.size() < MOST_NAMES) {
      texts.put(name, isText);
    }
    return isText;
  }

  private Content read(long size, int limit, Source source) throws IOException {
    if (size > limit) {
      return new Content.Unreadable("it is longer than " + limit + " bytes");
    }
    keep(size);
    return source.read((int) size);
  }

  private void keep(long bytes) throws ArchiveTooLarge {
    kept += bytes;
    if (kept > limits.keptBytes()) {
      throw new ArchiveTooLarge(
          "what it tells of a host takes more than "
              + limits.keptBytes()
              + " bytes; the rest was not read; --archive-limit reads more");
    }
  }

  private void noteChange(@Nullable Entry before, Content content) {
    if (before instanceof MemoryFile file
        && file.content() instanceof Content.Bytes(byte[] first)
        && content instanceof Content.Bytes(byte[] second)
        && !Arrays.equals(first, second)) {
      notes.contradiction(
          before.path(), "the archive has it twice with different contents; the later counts");
    }
  }

  private interface Placing {
    @Nullable Entry into(MemoryFolder folder, String name);
  }

  private void place(String path, Placing placing) {
    @Nullable MemoryFolder folder = folderOf(path);
    if (folder != null) {
      placing.into(folder, path.substring(path.lastIndexOf('/') + 1));
    }
  }

  /** The folder that an entry belongs into, or null after a note why it belongs nowhere. */
  private @Nullable MemoryFolder folderOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash > 0
        ? folderOf(path.substring(0, slash), path.substring(slash + 1))
        : folderOf("", path);
  }

  private @Nullable MemoryFolder folderOf(String folder, String name) {
    if (folder.equals(recentPath) && !folder.isEmpty() && !name.equals("..")) {
      return recent;
    }
    if (!isInside(folder.isEmpty() ? name : folder + "/" + name)) {
      return null;
    }
    @Nullable MemoryFolder found = folderAt(folder, depthOf(folder));
    if (found != null) {
      recentPath = folder;
      recent = found;
    }
    return found;
  }

  private boolean isInside(String path) {
    if (path.startsWith("/")) {
      return passOver(path, "it is an absolute path; expected one inside the archive");
    }
    if (("/" + path + "/").contains("/../")) {
      return passOver(path, "it climbs out by \"..\"; expected a path inside the archive");
    }
    if (path.length() > LONGEST_PATH || depthOf(path) > DEEPEST) {
      return passOver(path, "its path is longer or deeper than any of a host");
    }
    return true;
  }

  private boolean passOver(String path, String why) {
    notes.ignored(Quoted.of(path), "the entry was passed over: " + why);
    return false;
  }

  private @Nullable MemoryFolder folderAt(String path, int depth) {
    MemoryFolder here = root;
    int begin = 0;
    for (int level = 0; level < depth; level++) {
      int slash = path.indexOf('/', begin);
      String name = path.substring(begin, slash < 0 ? path.length() : slash);
      begin += name.length() + 1;
      if (!name.isEmpty() && !name.equals(".")) {
        Entry next = here.child(name).orElse(null);
        if (next == null) {
          MemoryFolder made = new MemoryFolder(name, here);
          here.put(name, made);
          here = made;
        } else if (next instanceof MemoryFolder folder) {
          here = folder;
        } else {
          notes.contradiction(
              next.path(),
              "the archive has it as a folder too; what is in that folder was not read");
          return null;
        }
      }
    }
    return here;
  }

  private static int depthOf(String path) {
    return path.isEmpty() ? 0 : 1 + (int) path.chars().filter(c -> c == '/').count();
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
