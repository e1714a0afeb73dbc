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

  private static final String WORD = "(downstream|multifunction|id:\\p{XDigit}{4}:\\p{XDigit}{4})";

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
            : GroupPrediction.of(topology, overridden(override));
    WhyText text = new WhyText(topology, prediction, override != null);
    terminal.out().print(other == null ? text.of(first) : text.of(first, second(topology, first)));
    return ExitStatus.DONE;
  }

  private DeviceRef second(HostTopology topology, DeviceRef first) throws CommandFailure {
    DeviceRef second = known(topology, String.valueOf(other));
    if (second.equals(first)) {
      throw new CommandFailure("found the device " + first + " twice, expected two devices or one");
    }
    return second;
  }

  private static AcsOverride overridden(String words) throws CommandFailure {
    if (!words.matches(WORD + "(," + WORD + ")*")) {
      throw new CommandFailure(
          "--acs-override: found "
              + words
              + ", expected downstream, multifunction or id:8086:10d3, with commas between");
    }
    return AcsOverride.parse(words);
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
