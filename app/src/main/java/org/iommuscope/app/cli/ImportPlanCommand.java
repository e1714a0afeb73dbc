package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanWriter;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.definitions.Source;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.topology.HostTopology;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a plan of other programs' definitions of virtual machines. */
@Command(
    name = "import-plan",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description =
        "Makes a plan of libvirt domain XML, QEMU command lines (also as ps prints them), Proxmox"
            + " qemu-server configurations, KubeVirt YAML and what export writes. What a plan has no word for is kept"
            + " under x-unknown, and said.")
final class ImportPlanCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A definition, or several in any form; - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--host",
      paramLabel = "CAPTURE",
      description = "Where the guests shall run: finds devices that are named by slot or by ids.")
  private @Nullable String host;

  @Mixin private final ArchiveLimit limit = new ArchiveLimit();

  @Option(names = "-o", paramLabel = "FILE", description = "The plan to write; else it is printed.")
  private @Nullable String output;

  ImportPlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    List<Source> sources = new ArrayList<>();
    for (String each : files) {
      byte[] content = InputFile.read(each, terminal);
      sources.add(new Source(each, new String(content, StandardCharsets.UTF_8)));
    }
    PlanFile plan = InputDefinition.plan(sources, topology(), terminal);
    String text = new PlanWriter().write(plan);
    if (output == null || output.equals("-")) {
      terminal.out().print(text);
    } else {
      write(Path.of(output), text);
    }
    return ExitStatus.DONE;
  }

  private Optional<HostTopology> topology() throws CommandFailure {
    return host == null
        ? Optional.empty()
        : Optional.of(
            CaptureArguments.read(
                    List.of(host), new TopologyImporter(PciNames::none, limit.times()), terminal)
                .host());
  }

  private static void write(Path file, String text) throws CommandFailure {
    try {
      OutputFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new CommandFailure(file + " cannot be written: " + OutputFile.reason(failure));
    }
  }
}
