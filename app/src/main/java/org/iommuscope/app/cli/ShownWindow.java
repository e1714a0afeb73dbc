package org.iommuscope.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.iommuscope.app.files.SessionText;
import org.iommuscope.app.settings.PlatformFolders;
import org.iommuscope.app.settings.SessionFiles;
import org.iommuscope.app.settings.SettingsFiles;
import org.iommuscope.app.ui.window.Kept;
import org.iommuscope.app.ui.window.WindowProgram;
import org.iommuscope.app.workspace.FirstHost;
import org.iommuscope.app.workspace.Origin;
import org.iommuscope.app.workspace.PlanOpening;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;

/** The window on a display, over the importer that reads captures and this host. */
final class ShownWindow implements OpenCommand.Window {

  private static final Path THIS_HOST = Path.of("/");

  @Override
  public void show(Optional<String> capture, OpenCommand.Shown plan, int archiveLimit) {
    TopologyImporter importer = new TopologyImporter(PciNames::ofSystem, archiveLimit);
    WindowProgram program = program(importer);
    capture
        .map(Path::of)
        .ifPresentOrElse(
            path -> program.show(Session::empty, window -> open(window, path, plan)),
            () -> program.show(() -> first(importer), window -> {}));
  }

  /** A plan with a file comes as one, so that it is saved there again with all that it says. */
  private static void open(WindowProgram.Started started, Path capture, OpenCommand.Shown plan) {
    plan.file()
        .ifPresentOrElse(
            file -> started.window().open(List.of(capture, file)),
            () ->
                started.opening().open(new CaptureSource.At(capture), Origin.CAPTURE, plan.plan()));
  }

  /** Shows what it shows without arguments, and tells when it is up. */
  void show(Consumer<WindowProgram.Started> shown) {
    TopologyImporter importer = new TopologyImporter(PciNames::ofSystem);
    program(importer).show(() -> first(importer), shown);
  }

  private static WindowProgram program(TopologyImporter importer) {
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
            new SavedDefinitions(),
            new SettingsFiles(folders),
            new SessionFiles(
                folders, new SessionText(PlanOpening.reader()), ProcessHandle.current().pid()),
            folders.state(),
            ProgramVersion.TEXT));
  }

  private static Session first(TopologyImporter importer) {
    return new FirstHost(importer::read, THIS_HOST).read(AssignmentPlan.EMPTY);
  }
}
