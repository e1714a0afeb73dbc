package org.iommuscope.app.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.app.files.SavedSession;
import org.iommuscope.app.files.SessionText;

/**
 * Sessions as files of one folder. A program holds a lock beside the file of its session; the
 * system takes the lock back when the program ends, in whatever way.
 */
public final class SessionFiles implements SessionStore {

  private static final String SUFFIX = ".json";
  private static final String LOCK = ".lock";

  /** Older ones that say nothing that a file does not have are forgotten. */
  private static final int MOST = 20;

  private final Path folder;
  private final SessionText text;
  private final long process;
  private final List<FileChannel> held = new ArrayList<>();
  private int count;
  private Optional<String> own = Optional.empty();

  /**
   * Sessions of a user.
   *
   * @param process the id of this program's process, which no other that runs has
   */
  public SessionFiles(PlatformFolders folders, SessionText text, long process) {
    folder = folders.state().resolve("sessions");
    this.text = text;
    this.process = process;
  }

  @Override
  public synchronized Optional<String> keep(SavedSession session) {
    try {
      return new KeptText(file(ownId(session))).write(SessionText.write(session));
    } catch (IOException failure) {
      return Optional.of(folder + " cannot be written: " + KeptText.reason(failure));
    }
  }

  @Override
  public synchronized void beginAnother() {
    own = Optional.empty();
  }

  @Override
  public synchronized List<Left> left() {
    List<Left> left = new ArrayList<>();
    for (String id : ids()) {
      if (isFree(id)) {
        read(id).ifPresent(session -> left.add(new Left(id, session)));
      }
    }
    left.sort(Comparator.comparing((Left each) -> each.session().at()).reversed());
    left.stream().skip(MOST).map(Left::id).forEach(this::discard);
    return left.stream().limit(MOST).toList();
  }

  @Override
  public synchronized void discard(String id) {
    try {
      Files.deleteIfExists(file(id));
      Files.deleteIfExists(folder.resolve(id + LOCK));
    } catch (IOException stays) {
      // It is offered once more; nothing is lost.
      return;
    }
  }

  private String ownId(SavedSession session) throws IOException {
    if (own.isEmpty()) {
      String id = session.at().toEpochMilli() + "-" + process + "-" + ++count;
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(id + LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.tryLock();
      held.add(channel);
      own = Optional.of(id);
    }
    return own.orElseThrow();
  }

  private Path file(String id) {
    return folder.resolve(id + SUFFIX);
  }

  private List<String> ids() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  /** Whether no program that runs has this session. */
  private boolean isFree(String id) {
    Path lock = folder.resolve(id + LOCK);
    if (own.equals(Optional.of(id))) {
      return false;
    }
    if (!Files.exists(lock)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock taken = channel.tryLock()) {
      return taken != null;
    } catch (OverlappingFileLockException byThisProgram) {
      return own.isEmpty() || !own.get().equals(id);
    } catch (IOException unknown) {
      return false;
    }
  }

  private Optional<SavedSession> read(String id) {
    try {
      return new KeptText(file(id)).read().flatMap(content -> text.read(file(id) + "", content));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
