package org.iommuscope.app.bench;

import java.util.concurrent.Callable;
import org.iommuscope.imports.ImportOutcome;

/** What an import keeps on the heap, against the size of what it read. */
final class HeapGrowth {

  private static final double MIB = 1 << 20;
  private static final double SPARE_MIB = 32;
  private static final int TIMES_INPUT = 5;
  private static final int COLLECTIONS = 5;

  private HeapGrowth() {}

  /**
   * A row for one import.
   *
   * @param input bytes that it reads
   */
  static Figure of(String what, long input, Callable<ImportOutcome> work) throws Exception {
    double before = usedMib();
    ImportOutcome kept = work.call();
    double growth = usedMib() - before;
    if (!(kept instanceof ImportOutcome.Imported)) {
      throw new IllegalStateException("nothing was imported, so its size means nothing");
    }
    double inputMib = input / MIB;
    return new Figure(
        "Heap kept after that import of " + what,
        Math.max(growth, 0),
        TIMES_INPUT * inputMib + SPARE_MIB,
        "MiB",
        "the input: %.2f MiB".formatted(inputMib));
  }

  private static double usedMib() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(20);
    }
    return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
  }
}
