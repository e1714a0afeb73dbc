package org.iommuscope.app.cli;

import java.util.concurrent.Callable;
import org.iommuscope.app.export.WhyText;
import org.iommuscope.model.grouping.AcsOverride;
import org.iommuscope.model.grouping.GroupPrediction;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why devices share a group, or do not. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Tells by what rules of the kernel a device has its group, or two share one.")
final class WhyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private CaptureArguments host = new CaptureArguments();

  @Parameters(index = "1", paramLabel = "DEVICE", description = "An address or an mdev's UUID.")
  private String device = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "DEVICE",
      description = "A second device: why the two share a group, or do not.")
  private @Nullable String other;

  @Option(
      names = "--acs-override",
      paramLabel = "WORDS",
      description = "As if the kernel were started with pcie_acs_override=WORDS.")
  private @Nullable String override;

  WhyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    HostTopology topology = host.read(terminal).host();
    DeviceRef first = known(topology, device);
    GroupPrediction prediction =
        override == null
            ? GroupPrediction.of(topology)
            : GroupPrediction.of(topology, AcsOverride.parse(override));
    WhyText text = new WhyText(topology, prediction, override != null);
    terminal.out().print(other == null ? text.of(first) : text.of(first, known(topology, other)));
    return ExitStatus.DONE;
  }

  private static DeviceRef known(HostTopology topology, String word) throws CommandFailure {
    DeviceRef ref = DeviceRef.parse(word);
    if (topology.device(ref).isEmpty()) {
      throw new CommandFailure(
          "found the device " + word + ", expected one of the capture; inspect lists them");
    }
    return ref;
  }
}
