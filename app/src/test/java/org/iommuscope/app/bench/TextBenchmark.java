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

/** Reading a large host from texts, and what the hosts that come of it keep in memory. */
final class TextBenchmark implements Benchmark {

  private static final int RUNS = 10;
  private static final double MOST_MILLIS = 150;

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
    for (String kept : List.of("links", "lspci -vv")) {
      String text = texts.getOrDefault(kept, "");
      figures.add(HeapGrowth.of(kept, text.length(), () -> read(text)));
    }
    return figures;
  }

  private static ImportOutcome read(String text) {
    return new TopologyImporter(PciNames::none)
        .read(new CaptureSource.Pasted("text", text), ImportProgress.unwatched());
  }
}
