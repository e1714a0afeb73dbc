package org.iommuscope.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.testing.synthetic.HostSize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A further device for a further guest of a large host: every step of QEMU and of the kernel. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OneAttachStep {

  private final GuestName newcomer = new GuestName("newcomer");
  private final DeviceRef device;
  private final Simulation simulation;

  /**
   * Prepares the host.
   *
   * @throws IllegalStateException where the step would be refused, for then it is not a whole one
   */
  public OneAttachStep() {
    HostTopology host = largeHost();
    device = CrowdedHost.spare(host);
    simulation =
        new AttachSimulator(LocalDate.of(2026, 11, 22))
            .run(host, CrowdedHost.plan(host, CrowdedHost.GUESTS));
    StepVerdict verdict = attach();
    if (verdict.outcome() != Outcome.ATTACHES) {
      throw new IllegalStateException("the step to be measured fails: " + verdict);
    }
  }

  /** What JMH makes of this class cannot pass a checked exception on. */
  private static HostTopology largeHost() {
    try {
      return Hosts.of(HostSize.LARGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Benchmark
  public final StepVerdict attach() {
    return simulation.propose(newcomer, device);
  }
}
