package org.iommuscope.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.iommuscope.app.export.ImaginedText;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.imports.HostPulse;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.TopologyText;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.ImaginedHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a capture holds. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Prints the groups, devices, mdevs and import notes of a capture.")
final class InspectCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private CaptureArguments arguments = new CaptureArguments();

  @Mixin private PaperArguments paper = new PaperArguments();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PLAN",
      description = "A plan file: shows the host as the plan's hypothetical steps would make it.")
  private @Nullable String plan;

  @Option(names = "--json", description = "Print JSON for other programs.")
  private boolean isJson;

  @Option(names = "--unfold", description = "Give every device a line of its own.")
  private boolean isUnfolded;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    ImportResult read = arguments.read(terminal);
    Optional<ImaginedHost> imagined = imagined(read);
    ImportResult result =
        imagined
            .map(would -> new ImportResult(would.host(), read.provenance(), read.notes()))
            .orElse(read);
    String follows = imagined.map(would -> ImaginedText.section(read.host(), would)).orElse("");
    terminal.out().print(isJson ? TopologyJson.of(result) : text(result) + follows);
    return ExitStatus.DONE;
  }

  private Optional<ImaginedHost> imagined(ImportResult read) throws CommandFailure {
    if (plan == null) {
      return Optional.empty();
    }
    AssignmentPlan wanted = InputPlan.on(read.host(), plan, InputPlan.read(plan, terminal));
    return Optional.of(new AttachSimulator(LocalDate.now()).run(read.host(), wanted).imagined());
  }

  private String text(ImportResult result) throws CommandFailure {
    Folding folding = isUnfolded ? Folding.NONE : Folding.USUAL;
    return TopologyText.heading(result)
        + TreeText.of(result.host(), folding, paper.paper())
        + TopologyText.groups(result)
        + held(result)
        + TopologyText.gapsSection(result)
        + TopologyText.notesSection(result);
  }

  /** Only a host that runs tells which processes have a group open. */
  private static String held(ImportResult result) {
    Path root = Path.of(result.provenance().path());
    List<String> holders = Files.isDirectory(root) ? HostPulse.read(root).holders() : List.of();
    return holders.isEmpty() ? "" : "Held now\n  " + String.join("\n  ", holders) + "\n";
  }
}
