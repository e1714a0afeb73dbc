package org.iommuscope.app.bench;

import java.util.Collection;
import java.util.List;
import org.iommuscope.testing.synthetic.HostSize;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One attach step, in a JVM of its own that JMH warms up. */
final class AttachStepBenchmark implements Benchmark {

  private static final double LIMIT = 20;
  private static final int ROUNDS = 5;

  @Override
  public List<Figure> measure() throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(OneAttachStep.class.getName())
                    .forks(1)
                    .warmupIterations(ROUNDS)
                    .measurementIterations(ROUNDS)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementTime(TimeValue.seconds(1))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    RunResult result = results.iterator().next();
    return List.of(
        new Figure(
            "One attach step at %,d functions (JMH)".formatted(HostSize.LARGE.functions()),
            result.getPrimaryResult().getScore(),
            LIMIT,
            "µs",
            "± %.2g µs, %d guests run"
                .formatted(result.getPrimaryResult().getScoreError(), CrowdedHost.GUESTS)));
  }
}
