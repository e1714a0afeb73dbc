package org.iommuscope.app.screenshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.export.Exports;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.app.workspace.CaptureFile;
import org.iommuscope.app.workspace.Exported;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of {@code docs/pictures.md} are what the painter draws. */
class DocumentPicturesTest {

  private static final Path CAPTURES = Path.of("..", "captures");
  private static final Path DOCS = Path.of("..", "docs");

  private record Shot(
      String name, String machine, String plan, Folding folding, Palette palette, double scale) {

    static Shot of(String name, String machine) {
      return new Shot(name, machine, "", Folding.USUAL, Palette.LIGHT, 1);
    }

    Shot with(String chosen) {
      return new Shot(name, machine, chosen, folding, palette, scale);
    }

    Shot folded(Folding chosen) {
      return new Shot(name, machine, plan, chosen, palette, scale);
    }

    Shot inDark() {
      return new Shot(name, machine, plan, folding, Palette.DARK, scale);
    }

    Shot at(double zoom) {
      return new Shot(name, machine, plan, folding, palette, zoom);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Shot> shots() {
    return List.of(
        Shot.of("mdev-kinds", "mdev-kinds-by-hand").with("one-guest-each"),
        Shot.of("mdev-kinds-dark", "mdev-kinds-by-hand").with("one-guest-each").inDark(),
        Shot.of("mdev-siblings", "mdev-kinds-by-hand").with("one-guest-each").folded(Folding.NONE),
        Shot.of("vf-folds", "q35-sriov-k61").with("vf-beside-its-pf"),
        Shot.of("given-back", "q35-desktop-k61").with("viommu-two-slots"),
        Shot.of("a-closed-subtree", "q35-switch-k61")
            .folded(Folding.USUAL.withToggledSubtree("device-0000:01:00.0")),
        Shot.of("host-in-use", "q35-desktop-in-use").with("what-the-host-uses"),
        Shot.of("a-closed-host", "q35-desktop-in-use")
            .with("what-the-host-uses")
            .folded(Folding.USUAL.withToggledSubtree("root-pci0000:00")),
        Shot.of("made-by-the-plan", "q35-mdev-k510-after").with("made.json"),
        Shot.of("held-by-another", "q35-mdev-k510-after").with("held.json"),
        Shot.of("not-on-pci", "arm64-platform-members"),
        Shot.of("segments", "pseries-ppc64el-domains-k612"),
        Shot.of("large-as-blocks", "q35-large-k612").at(0.35),
        Shot.of("large-as-labels", "q35-large-k612").at(0.6));
  }

  @ParameterizedTest
  @MethodSource("shots")
  void draws_what_the_document_shows(Shot shot) throws IOException {
    Path machine = CAPTURES.resolve(shot.machine());
    Judgement judged =
        Judgement.of(
            new CaptureFile(machine.resolve("capture.tar.gz")).read(plan(machine, shot)),
            new AttachSimulator(LocalDate.EPOCH));
    Drawing drawing =
        Drawing.withLegend(
            TreeLayout.place(
                judged.graph(), FontMeasure.load(), OptionalDouble.empty(), shot.folding()));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    Exports.forFile("picture.png")
        .orElseThrow()
        .write(
            new PictureRequest(
                Exported.subject(judged), drawing, shot.palette(), drawing.bounds(), shot.scale()),
            png);
    StoredPictures.in(DOCS.resolve("pictures"))
        .requireSame(shot.name(), Pixels.ofPng(png.toByteArray()));
  }

  @Test
  void lists_every_picture() throws IOException {
    String document = Files.readString(DOCS.resolve("pictures.md"));
    for (Shot shot : shots()) {
      assertTrue(document.contains("pictures/" + shot.name() + ".png"), shot.name());
    }
  }

  @Test
  void lists_every_story() throws IOException {
    String document = Files.readString(DOCS.resolve("pictures.md"));
    try (Stream<Path> stories = Files.list(Path.of("src", "test", "resources", "stories"))) {
      List<String> unlisted =
          stories
              .map(picture -> picture.getFileName().toString().replace(".png", ""))
              .filter(name -> !document.contains("`" + name + "`"))
              .sorted()
              .toList();
      assertEquals(List.of(), unlisted, "stories whose picture docs/pictures.md does not explain");
    }
  }

  private static AssignmentPlan plan(Path machine, Shot shot) throws IOException {
    if (shot.plan().isEmpty()) {
      return AssignmentPlan.EMPTY;
    }
    Path file =
        shot.plan().endsWith(".json")
            ? DOCS.resolve("pictures").resolve(shot.plan())
            : machine.resolve("plans").resolve(shot.plan()).resolve("plan.json");
    PlanReading reading =
        new PlanReader(List.of("proposed-attach")).read("plan", Files.readAllBytes(file));
    return assertInstanceOf(PlanReading.Opened.class, reading).file().plan();
  }
}
