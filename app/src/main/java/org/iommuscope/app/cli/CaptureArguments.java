package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments by which a command is told its host. */
final class CaptureArguments {

  @Parameters(
      index = "0",
      paramLabel = "CAPTURE",
      description =
          "A captured folder, / for this host, an archive, a text, or - for standard input.")
  private String capture = "";

  @Option(
      names = "--with",
      paramLabel = "CAPTURE",
      description = "A further capture of the same host; the first counts where they differ.")
  private List<String> further = List.of();

  @Option(
      names = "--pci-ids",
      paramLabel = "FILE",
      description = "Names for the devices that the capture does not name itself.")
  private @Nullable String pciIds;

  @Mixin private final ArchiveLimit limit = new ArchiveLimit();

  /** Reads the host that these arguments name. */
  ImportResult read(Terminal terminal) throws CommandFailure {
    List<String> captures = new ArrayList<>(List.of(capture));
    captures.addAll(further);
    return read(captures, new TopologyImporter(names(), limit.times()), terminal);
  }

  /** Reads one host from so many captures of it. */
  static ImportResult read(List<String> captures, TopologyImporter importer, Terminal terminal)
      throws CommandFailure {
    List<CaptureSource> sources = new ArrayList<>();
    for (String each : captures) {
      sources.add(source(each, terminal));
    }
    return switch (importer.read(sources, ImportProgress.unwatched())) {
      case ImportOutcome.Imported(ImportResult result) -> result;
      case ImportOutcome.Refused(String sentence) -> throw new CommandFailure(sentence);
      case ImportOutcome.Cancelled cancelled ->
          throw new CommandFailure("the import was cancelled");
    };
  }

  boolean readsStandardInput() {
    return capture.equals("-") || further.contains("-");
  }

  private static CaptureSource source(String argument, Terminal terminal) throws CommandFailure {
    return argument.equals("-")
        ? new CaptureSource.Streamed(terminal.in())
        : new CaptureSource.At(path(argument));
  }

  private Supplier<PciNames> names() throws CommandFailure {
    if (pciIds == null) {
      return PciNames::ofSystem;
    }
    try {
      PciNames names = PciNames.read(path(pciIds));
      return () -> names;
    } catch (IOException e) {
      throw new CommandFailure(pciIds + " cannot be read; expected a pci.ids file");
    }
  }

  private static Path path(String argument) throws CommandFailure {
    if (argument.isBlank()) {
      throw new CommandFailure("found an empty name; expected a captured folder, an archive or -");
    }
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new CommandFailure("no file can have the name that was given: " + e.getReason());
    }
  }
}
