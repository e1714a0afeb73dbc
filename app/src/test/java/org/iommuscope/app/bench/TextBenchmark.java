package org.iommuscope.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.SampleTexts;
import org.iommuscope.testing.synthetic.HostSize;

/** Reading a large host from texts, and what the host that comes of it keeps in memory. */
final class TextBenchmark implements Benchmark {

  private static final int RUNS = 10;
  private static final double MOST_MILLIS = 150;
  private static final double MIB = 1 << 20;
  private static final double SPARE_MIB = 32;
  private static final int TIMES_INPUT = 5;
  private static final int COLLECTIONS = 5;

  @Override
  public List<Figure> measure() throws Exception {
    HostTopology host = Hosts.of(HostSize.LARGE);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("links", SampleTexts.links(host));
    texts.put("group one-liners", SampleTexts.oneLiners(host));
    texts.put("lspci -vv", SampleTexts.verbose(host));
    texts.put("a kernel log", SampleTexts.log(host));
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      figures.add(
          Figure.of(
              "Import of %s of %,d functions".formatted(text.getKey(), HostSize.LARGE.functions()),
              Stopwatch.leastMillis(RUNS, () -> read(text.getValue())),
              MOST_MILLIS,
              "ms"));
    }
    figures.add(heap(texts.get("lspci -vv")));
    return figures;
  }

  private static Figure heap(String text) throws InterruptedException {
    double before = usedMib();
    ImportOutcome kept = read(text);
    double growth = usedMib() - before;
    if (!(kept instanceof ImportOutcome.Imported)) {
      throw new IllegalStateException("nothing was imported, so its size means nothing");
    }
    double input = text.length() / MIB;
    return new Figure(
        "Heap kept after that import of lspci -vv",
        Math.max(growth, 0),
        TIMES_INPUT * input + SPARE_MIB,
        "MiB",
        "the text: %.2f MiB".formatted(input));
  }

  private static double usedMib() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(20);
    }
    return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
  }

  private static ImportOutcome read(String text) {
    return new TopologyImporter(PciNames::none)
        .read(new CaptureSource.Pasted("text", text), ImportProgress.unwatched());
  }
}
