package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.export.Exports;
import org.iommuscope.app.export.JudgedPlan;
import org.iommuscope.app.export.JunitReport;
import org.iommuscope.app.export.MarkdownReport;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.export.SarifReport;
import org.iommuscope.app.export.Subject;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files for other programs that a verdict is written to. */
final class ReportArguments {

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Writes JUnit XML, a test case for each step.")
  private @Nullable Path junit;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Writes SARIF 2.1.0 for code scanning, at the lines of the plan.")
  private @Nullable Path sarif;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes a page with the picture, the plan and its verdict.")
  private @Nullable Path html;

  @Option(names = "--markdown", paramLabel = "FILE", description = "Writes Markdown for a comment.")
  private @Nullable Path markdown;

  /** Whether any is asked for. */
  boolean isAsked() {
    return !files().isEmpty();
  }

  /** Fails where two reports, or a report and what is read, are one file. */
  void check(String plan) throws CommandFailure {
    Map<Path, String> taken = new LinkedHashMap<>();
    taken.put(Path.of(plan).toAbsolutePath().normalize(), "the plan");
    for (Map.Entry<String, Path> file : files().entrySet()) {
      String other = taken.put(file.getValue().toAbsolutePath().normalize(), file.getKey());
      if (other != null) {
        throw new CommandFailure(
            "%s: found %s, which is %s already, expected a file of its own"
                .formatted(file.getKey(), file.getValue(), other));
      }
    }
  }

  /** Writes those that are asked for. */
  void write(JudgedPlan judged, Subject subject) throws CommandFailure {
    text(junit, judged, JunitReport::of);
    text(sarif, judged, SarifReport::of);
    text(markdown, judged, MarkdownReport::of);
    if (html != null) {
      save(html, out -> Exports.forFile(".html").orElseThrow().write(picture(subject), out));
    }
  }

  private Map<String, Path> files() {
    Map<String, Path> files = new LinkedHashMap<>();
    put(files, "--junit", junit);
    put(files, "--sarif", sarif);
    put(files, "--html", html);
    put(files, "--markdown", markdown);
    return files;
  }

  private static void put(Map<String, Path> files, String option, @Nullable Path file) {
    Optional.ofNullable(file).ifPresent(given -> files.put(option, given));
  }

  private static void text(
      @Nullable Path file, JudgedPlan judged, Function<JudgedPlan, String> format)
      throws CommandFailure {
    if (file != null) {
      byte[] content = format.apply(judged).getBytes(StandardCharsets.UTF_8);
      save(file, out -> out.write(content));
    }
  }

  private static void save(Path file, OutputFile.Content content) throws CommandFailure {
    try {
      OutputFile.write(file, content);
    } catch (IOException failure) {
      throw new CommandFailure(file + " cannot be written: " + OutputFile.reason(failure));
    }
  }

  private static PictureRequest picture(Subject subject) {
    Drawing drawing =
        Drawing.withLegend(
            TreeLayout.place(
                subject.graph(), FontMeasure.load(), OptionalDouble.empty(), Folding.USUAL));
    return PictureRequest.of(subject, drawing, Palette.LIGHT);
  }
}
