package org.iommuscope.app.screenshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.export.Exports;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.app.workspace.CaptureFile;
import org.iommuscope.app.workspace.Exported;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;

/**
 * The tree picture of a capture and a plan, drawn without a display with the bundled fonts, so that
 * its pixels are the same on every machine.
 *
 * @param width the room that the layout wraps to, in pixels; none lets it choose
 */
public record CapturePicture(
    Path capture, AssignmentPlan plan, boolean dark, boolean unfolded, OptionalDouble width) {

  // A day before every waiver ends: a picture is the same tomorrow.
  private static final AttachSimulator SIMULATOR = new AttachSimulator(LocalDate.EPOCH);

  /** A capture without a plan, light, folded as in the window. */
  public static CapturePicture of(Path capture) {
    return new CapturePicture(capture, AssignmentPlan.EMPTY, false, false, OptionalDouble.empty());
  }

  public CapturePicture with(AssignmentPlan changed) {
    return new CapturePicture(capture, changed, dark, unfolded, width);
  }

  public CapturePicture inDark() {
    return new CapturePicture(capture, plan, true, unfolded, width);
  }

  public CapturePicture withEverythingUnfolded() {
    return new CapturePicture(capture, plan, dark, true, width);
  }

  public CapturePicture wrappedTo(double pixels) {
    return new CapturePicture(capture, plan, dark, unfolded, OptionalDouble.of(pixels));
  }

  /**
   * Draws it.
   *
   * @throws IOException where the capture cannot be read, with the sentence that says why
   */
  public Pixels render() throws IOException {
    Judgement judged = Judgement.of(new CaptureFile(capture).read(plan), SIMULATOR);
    Drawing drawing =
        Drawing.withLegend(
            TreeLayout.place(
                judged.graph(),
                FontMeasure.load(),
                width,
                unfolded ? Folding.NONE : Folding.USUAL));
    Palette palette = dark ? Palette.DARK : Palette.LIGHT;
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    Exports.forFile("picture.png")
        .orElseThrow()
        .write(PictureRequest.of(Exported.subject(judged), drawing, palette), png);
    return Pixels.ofPng(png.toByteArray());
  }
}
