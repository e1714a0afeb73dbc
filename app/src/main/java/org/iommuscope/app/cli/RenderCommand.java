package org.iommuscope.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.export.Export;
import org.iommuscope.app.export.Exports;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.export.Subject;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.app.workspace.Exported;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a host, and what a plan makes of it, to a file. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Draws a host and a plan to a file, in the format that its suffix says.")
final class RenderCommand implements Callable<Integer> {

  /** The colours to draw in. */
  enum Theme {
    light(Palette.LIGHT),
    dark(Palette.DARK);

    private final Palette palette;

    Theme(Palette palette) {
      this.palette = palette;
    }
  }

  private static final double SMALLEST_SCALE = 0.01;
  private static final double LARGEST_SCALE = 100;

  private final Terminal terminal;

  @Mixin private CaptureArguments capture = new CaptureArguments();

  @Parameters(index = "1", arity = "0..1", paramLabel = "PLAN", description = "A plan file.")
  private @Nullable String plan;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where to draw: .svg, .png, .pdf, .html, .dot or .graphml.")
  private String output = "";

  @Option(names = "--theme", paramLabel = "light|dark", description = "The colours to draw in.")
  private Theme theme = Theme.light;

  @Option(names = "--width", paramLabel = "N", description = "Wrap to so many pixels.")
  private @Nullable Integer width;

  @Option(names = "--height", paramLabel = "N", description = "Cut off after so many pixels.")
  private @Nullable Integer height;

  @Option(names = "--scale", paramLabel = "N", description = "Multiply the pixels.")
  private double scale = 1;

  @Option(names = "--unfold", description = "Give every device a row of its own.")
  private boolean isUnfolded;

  RenderCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    checkFormat();
    OptionalDouble wrap = pixels("--width", width);
    OptionalDouble cut = pixels("--height", height);
    checkScale();
    Exports.forFile(output).ifPresent(Export::prepare);
    Subject subject = subject(capture.read(terminal));
    Folding folding = isUnfolded ? Folding.NONE : Folding.USUAL;
    Drawing drawing =
        Drawing.withLegend(TreeLayout.place(subject.graph(), FontMeasure.load(), wrap, folding));
    PictureRequest picture =
        PictureRequest.of(subject, drawing, theme.palette).cutAfter(cut).scaledTo(scale);
    Optional<String> failure = new SavedPicture().save(Path.of(output), picture);
    if (failure.isPresent()) {
      throw new CommandFailure(failure.get());
    }
    return ExitStatus.DONE;
  }

  private void checkFormat() throws CommandFailure {
    if (Exports.forFile(output).isEmpty()) {
      throw new CommandFailure(SavedPicture.unknown(output));
    }
  }

  private Subject subject(ImportResult imported) throws CommandFailure {
    if (plan == null) {
      return Exported.subject(imported, AssignmentPlan.EMPTY, Optional.empty());
    }
    AssignmentPlan wanted = InputPlan.on(imported.host(), plan, InputPlan.read(plan, terminal));
    return Exported.subject(
        imported, new AttachSimulator(LocalDate.now()).run(imported.host(), wanted));
  }

  private static OptionalDouble pixels(String option, @Nullable Integer number)
      throws CommandFailure {
    if (number == null) {
      return OptionalDouble.empty();
    }
    if (number < 1) {
      throw new CommandFailure(option + " is " + number + ", expected 1 pixel or more");
    }
    return OptionalDouble.of(number);
  }

  private void checkScale() throws CommandFailure {
    if (!(scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE)) {
      throw new CommandFailure(
          "--scale is %s, expected a number from %s to %s"
              .formatted(scale, SMALLEST_SCALE, LARGEST_SCALE));
    }
  }
}
