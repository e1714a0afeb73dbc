package org.iommuscope.app.bench;

import java.util.List;

/** Every benchmark, in the order of the table. */
final class Benchmarks {

  static final List<Benchmark> ALL =
      List.of(
          new ImportBenchmark(),
          new GroupingBenchmark(),
          new UmockdevBenchmark(),
          new ReportBenchmark(),
          new TextBenchmark(),
          new DiffBenchmark(),
          new LayoutBenchmark(),
          new RedrawBenchmark(),
          new PanningBenchmark(),
          new PickingBenchmark(),
          new StartBenchmark(),
          new OpeningBenchmark(),
          new RenderBenchmark(),
          new VerdictBenchmark(),
          new AttachStepBenchmark(),
          new ReplayBenchmark(),
          new RepairBenchmark(),
          new FillBenchmark(),
          new KillBenchmark());

  private Benchmarks() {}

  /**
   * Prints the table, of the least of several runs each; ends with status 1 where a limit is
   * broken.
   *
   * @param arguments beginnings of the benchmarks' names, {@code Render}; all where there are none
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println("| What | Measured | Limit | Baseline in the same run | |");
    System.out.println("|---|--:|--:|---|---|");
    boolean isBroken = false;
    for (Benchmark benchmark : chosen(List.of(arguments))) {
      for (Figure figure : benchmark.measure()) {
        System.out.println(figure.asRow());
        isBroken |= !figure.passes();
      }
    }
    System.exit(isBroken ? 1 : 0);
  }

  private static List<Benchmark> chosen(List<String> beginnings) {
    return beginnings.isEmpty()
        ? ALL
        : ALL.stream()
            .filter(benchmark ->
                beginnings.stream().anyMatch(benchmark.getClass().getSimpleName()::startsWith))
            .toList();
  }
}
