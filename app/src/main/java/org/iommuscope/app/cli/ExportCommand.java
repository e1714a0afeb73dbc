package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.iommuscope.app.definitions.Definition;
import org.iommuscope.app.definitions.Definitions;
import org.iommuscope.app.definitions.Target;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a plan as what other programs start guests by. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description =
        "Writes a plan as libvirt domain XML, QEMU command lines, Proxmox configurations, KubeVirt"
            + " YAML, or commands that prepare the host. What the other program has no word for is"
            + " said, and kept in a note that import-plan reads.")
final class ExportCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private CaptureArguments host = new CaptureArguments();

  @Parameters(index = "1", paramLabel = "PLAN", description = "A plan file; - for standard input.")
  private String plan = "";

  @Mixin private final HostAnswers answers = new HostAnswers();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PROGRAM",
      description = "libvirt, qemu, proxmox, kubevirt or commands.")
  private String to = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where to write; a folder, or a name that ends with /, gets a file for each guest. Else"
              + " all is printed.")
  private @Nullable String output;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    Target target = Target.byWord(to).orElseThrow(this::noTarget);
    if (plan.equals("-") && host.readsStandardInput()) {
      throw new CommandFailure("standard input can be the capture or the plan, not both");
    }
    HostTopology topology = host.read(terminal).host();
    PlanFile read = InputPlan.read(plan, Optional.of(topology), terminal);
    PlanFile file = read.withPlan(answers.taken(InputPlan.on(topology, plan, read)));
    if (target.needsGuests() && file.plan().guests().isEmpty()) {
      throw new CommandFailure(plan + " has no guest; expected one at least to export to " + to);
    }
    HostChecklist.tell(file, topology, terminal);
    Definitions definitions = target.write(file, topology);
    write(definitions);
    tellVerdict(topology, file.plan());
    definitions
        .unsaid()
        .forEach(each -> terminal.err().println("iommuscope: not said to " + to + ": " + each));
    return ExitStatus.DONE;
  }

  /** What is written may be written well and yet not start. */
  private void tellVerdict(HostTopology topology, AssignmentPlan read) {
    PlanVerdict verdict = new AttachSimulator(LocalDate.now()).run(topology, read).verdict();
    verdict.steps().stream()
        .filter(StepVerdict::counts)
        .findFirst()
        .ifPresent(step ->
            terminal
                .err()
                .println(
                    "iommuscope: the plan is refused at step "
                        + step.index()
                        + step.rule().map(rule -> ", rule " + rule).orElse("")
                        + ": validate tells why and what to do"));
  }

  private CommandFailure noTarget() {
    String words = Target.all().stream().map(Target::word).collect(Collectors.joining(", "));
    return new CommandFailure("--to: found " + to + ", expected one of " + words);
  }

  private void write(Definitions definitions) throws CommandFailure {
    if (output == null || output.equals("-")) {
      terminal.out().print(definitions.stream());
      return;
    }
    Path path = path(output);
    if (!output.endsWith("/") && !Files.isDirectory(path)) {
      write(path, definitions.stream());
      return;
    }
    try {
      Files.createDirectories(path);
    } catch (IOException failure) {
      throw new CommandFailure(output + " cannot be made: " + OutputFile.reason(failure));
    }
    for (Definition file : definitions.files()) {
      write(path.resolve(file.fileName()), file.text());
    }
  }

  private static Path path(String name) throws CommandFailure {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CommandFailure("no file can have the name that was given: " + e.getReason());
    }
  }

  private static void write(Path file, String text) throws CommandFailure {
    try {
      OutputFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new CommandFailure(file + " cannot be written: " + OutputFile.reason(failure));
    }
  }
}
