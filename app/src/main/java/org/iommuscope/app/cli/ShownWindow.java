package org.iommuscope.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.iommuscope.app.settings.PlatformFolders;
import org.iommuscope.app.settings.SettingsFiles;
import org.iommuscope.app.ui.window.Kept;
import org.iommuscope.app.ui.window.WindowProgram;
import org.iommuscope.app.workspace.FirstHost;
import org.iommuscope.app.workspace.Origin;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;

/** The window on a display, over the importer that reads captures and this host. */
final class ShownWindow implements OpenCommand.Window {

  private static final Path THIS_HOST = Path.of("/");

  private final TopologyImporter importer = new TopologyImporter(PciNames::ofSystem);

  @Override
  public void show(Optional<String> capture, AssignmentPlan plan) {
    WindowProgram program = program();
    capture
        .map(Path::of)
        .ifPresentOrElse(
            path ->
                program.show(
                    Session::empty,
                    window ->
                        window.opening().open(new CaptureSource.At(path), Origin.CAPTURE, plan)),
            () -> program.show(this::first, window -> {}));
  }

  /** Shows what it shows without arguments, and tells when it is up. */
  void show(Consumer<WindowProgram.Started> shown) {
    program().show(this::first, shown);
  }

  private WindowProgram program() {
    PlatformFolders folders =
        PlatformFolders.of(
            System.getenv(),
            Path.of(System.getProperty("user.home", "")),
            System.getProperty("os.name", ""));
    return new WindowProgram(
        importer::read,
        new AttachSimulator(LocalDate.now()),
        new Kept(
            new SavedPlan(),
            new SavedPicture(),
            new SavedCapture(),
            new SettingsFiles(folders),
            folders.state(),
            ProgramVersion.TEXT));
  }

  private Session first() {
    return new FirstHost(importer::read, THIS_HOST).read(AssignmentPlan.EMPTY);
  }
}
