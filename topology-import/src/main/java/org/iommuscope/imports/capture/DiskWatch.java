package org.iommuscope.imports.capture;

import java.util.concurrent.CancellationException;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;

/** Who hears of a folder that is read: of its oddities, and of how far it has come. */
final class DiskWatch {

  private static final int STEPS_BETWEEN_LOOKS = 1024;

  private final ImportNotes notes;
  private final ImportProgress progress;
  private long steps;

  DiskWatch(ImportNotes notes, ImportProgress progress) {
    this.notes = notes;
    this.progress = progress;
  }

  ImportNotes notes() {
    return notes;
  }

  /** One more name was looked at; nobody knows how many there are. */
  void step() {
    if (++steps % STEPS_BETWEEN_LOOKS == 0) {
      progress.reached(steps, -1);
      if (progress.isCancelled()) {
        throw new CancellationException();
      }
    }
  }
}
