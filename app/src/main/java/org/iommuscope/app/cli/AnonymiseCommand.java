package org.iommuscope.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.iommuscope.imports.anonymise.AnonymisedCapture;
import org.iommuscope.imports.anonymise.Anonymiser;
import org.iommuscope.imports.anonymise.Replacement;
import org.iommuscope.imports.report.ImportProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a capture fit to be shown to others. */
@Command(
    name = "anonymise",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description =
        "Replaces serial numbers, MAC addresses, host and user names, and the UUIDs of the kernel"
            + " command line; the same value by the same. Says what is replaced and left out.")
final class AnonymiseCommand implements Callable<Integer> {

  /** More names than this are counted. */
  private static final int MOST_NAMES = 12;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "CAPTURE",
      description = "A captured folder, an archive, a text, or - for standard input.")
  private String capture = "";

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description =
          "What to write: a .tar.gz, or a text where the capture is one; - for standard output.")
  private @Nullable String output;

  @Mixin private final ArchiveLimit limit = new ArchiveLimit();

  @Option(names = "--preview", description = "Shows what would be replaced, and writes nothing.")
  private boolean preview;

  @Option(
      names = "--word",
      paramLabel = "WORD",
      description = "A further word to replace, wherever it stands alone.")
  private List<String> words = List.of();

  AnonymiseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    if (output == null && !preview) {
      throw new CommandFailure("found no -o FILE; expected the file to write, or --preview");
    }
    AnonymisedCapture anonymised = read();
    boolean isStreamed = "-".equals(output) && !preview;
    print(anonymised, isStreamed ? terminal.err() : terminal.out());
    if (isStreamed) {
      stream(anonymised);
    } else if (output != null && !preview) {
      write(anonymised, path(output));
    }
    return ExitStatus.DONE;
  }

  private AnonymisedCapture read() throws CommandFailure {
    Anonymiser anonymiser = new Anonymiser(Set.copyOf(words), limit.times());
    Anonymiser.Outcome outcome =
        capture.equals("-")
            ? anonymiser.read("standard-input.txt", terminal.in(), ImportProgress.unwatched())
            : anonymiser.read(path(capture), ImportProgress.unwatched());
    return switch (outcome) {
      case Anonymiser.Outcome.Anonymised(AnonymisedCapture anonymised) -> anonymised;
      case Anonymiser.Outcome.Refused(String sentence) -> throw new CommandFailure(sentence);
    };
  }

  private static void write(AnonymisedCapture anonymised, Path file) throws CommandFailure {
    try {
      OutputFile.write(file, anonymised::write);
    } catch (IOException failure) {
      throw new CommandFailure(file + " cannot be written: " + OutputFile.reason(failure));
    }
  }

  private void stream(AnonymisedCapture anonymised) throws CommandFailure {
    try {
      anonymised.write(terminal.out());
      terminal.out().flush();
    } catch (IOException failure) {
      throw new CommandFailure("standard output cannot be written: " + OutputFile.reason(failure));
    }
  }

  private static void print(AnonymisedCapture anonymised, PrintStream out) {
    for (Replacement each : anonymised.replaced()) {
      out.printf(
          "%-17s %-40s → %-38s %d times, first in %s%n",
          each.secret().title(), each.value(), each.mask(), each.times(), each.where());
    }
    if (anonymised.replaced().isEmpty()) {
      out.println("nothing to replace was found");
    }
    int files = anonymised.leftOut().values().stream().mapToInt(Integer::intValue).sum();
    if (files > 0) {
      out.printf(
          "left out, for no fact is read from them: %d files, %s%n", files, names(anonymised));
    }
  }

  private static String names(AnonymisedCapture anonymised) {
    String names =
        anonymised.leftOut().keySet().stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    int further = anonymised.leftOut().size() - MOST_NAMES;
    return further > 0 ? names + " and " + further + " more names" : names;
  }

  private static Path path(String name) throws CommandFailure {
    if (name.isBlank()) {
      throw new CommandFailure("found an empty name; expected a captured folder, an archive or -");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CommandFailure("no file can have the name that was given: " + e.getReason());
    }
  }
}
