package org.iommuscope.app.ui.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * A log in files of bounded size, the older ones numbered; written in the background, and opened by
 * the first line, so that no start waits for it.
 */
public final class LogFile implements EventLog {

  private static final int LARGEST = 512 * 1024;
  private static final int FILES = 3;
  private static final int NEWEST_LINES = 300;

  private final Path folder;
  private final Executor background;
  private boolean isOpen;
  private Optional<FileHandler> handler = Optional.empty();

  /**
   * A log in this folder, which is made where it is not there yet.
   *
   * @param background where writing is done, in any order
   */
  public LogFile(Path folder, Executor background) {
    this.folder = folder;
    this.background = background;
  }

  @Override
  public void note(String sentence) {
    publish(new LogRecord(Level.INFO, sentence));
  }

  @Override
  public void fault(Throwable failure) {
    LogRecord record = new LogRecord(Level.SEVERE, "a fault of the program");
    record.setThrown(failure);
    publish(record);
  }

  @Override
  public String place() {
    return newestFile().toString();
  }

  @Override
  public String newest() {
    try {
      List<String> lines = Files.readAllLines(newestFile());
      int from = Math.max(0, lines.size() - NEWEST_LINES);
      return String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException unreadable) {
      return "There is no log yet, or it cannot be read.";
    }
  }

  private void publish(LogRecord record) {
    background.execute(() -> write(record));
  }

  private synchronized void write(LogRecord record) {
    if (!isOpen) {
      isOpen = true;
      handler = opened();
    }
    handler.ifPresent(open -> open.publish(record));
  }

  // A log that cannot be written is no reason to stop: everything in it was told in the window.
  private Optional<FileHandler> opened() {
    try {
      Files.createDirectories(folder);
      FileHandler made =
          new FileHandler(folder.resolve("iommuscope.%g.log").toString(), LARGEST, FILES, true);
      made.setEncoding("UTF-8");
      made.setFormatter(new LogLine());
      return Optional.of(made);
    } catch (IOException cannot) {
      return Optional.empty();
    }
  }

  private Path newestFile() {
    return folder.resolve("iommuscope.0.log");
  }
}
