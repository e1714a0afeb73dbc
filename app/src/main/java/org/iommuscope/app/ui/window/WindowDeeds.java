package org.iommuscope.app.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.iommuscope.app.settings.Settings;
import org.iommuscope.app.ui.board.BoardView;
import org.iommuscope.app.ui.board.HistoryView;
import org.iommuscope.app.ui.board.NotesView;
import org.iommuscope.app.ui.completeness.CompletenessView;
import org.iommuscope.app.ui.definitions.DefinitionsView;
import org.iommuscope.app.ui.fill.FillView;
import org.iommuscope.app.ui.filter.FilterMenu;
import org.iommuscope.app.ui.find.FindField;
import org.iommuscope.app.ui.open.PasteView;
import org.iommuscope.app.ui.palette.PaletteCommand;
import org.iommuscope.app.ui.repair.RepairView;
import org.iommuscope.model.plan.Waiver;

/** What a window does by itself when a command says so. */
final class WindowDeeds implements Deeds {

  private final MainWindow window;
  private final Models models;
  private final Surroundings around;
  private final Stage stage;
  private final CaptureDoor door;
  private final ExportDialog exports;
  private final HelpSheets sheets;
  private final FindField find;
  private final FilterMenu filter;

  WindowDeeds(
      MainWindow window,
      Models models,
      Surroundings around,
      Stage stage,
      CaptureDoor door,
      ExportDialog exports,
      HelpSheets sheets,
      FindField find,
      FilterMenu filter) {
    this.window = window;
    this.models = models;
    this.around = around;
    this.stage = stage;
    this.door = door;
    this.exports = exports;
    this.sheets = sheets;
    this.find = find;
    this.filter = filter;
  }

  @Override
  public void open() {
    door.choose();
  }

  @Override
  public void openFolder() {
    door.chooseFolder();
  }

  @Override
  public void refresh() {
    models.renewal().refresh();
  }

  @Override
  public void compare() {
    door.chooseEarlier()
        .ifPresent(earlier -> {
          models.comparing().with(earlier);
          window.showDiff();
        });
  }

  @Override
  public void anonymise() {
    models.anonymising().ask();
    sheets.showAnonymised(models.anonymising(), door::chooseAnonymised);
  }

  @Override
  public void save() {
    window.warnBefore(door::save);
  }

  @Override
  public void showImpact() {
    sheets.showImpact(models.workspace());
  }

  @Override
  public void exportAll() {
    window.warnBefore(
        () -> exports.ask("Export the picture or a report", window.diagram().wholePicture()));
  }

  @Override
  public void exportSeen() {
    window.warnBefore(() -> exports.ask("Export what is seen", window.diagram().seenPicture()));
  }

  @Override
  public void quit() {
    stage.close();
  }

  @Override
  public void find() {
    find.requestFocus();
    find.selectAll();
  }

  @Override
  public void filter() {
    filter.requestFocus();
    filter.show();
  }

  @Override
  public void goTo() {
    window.makePalette();
    models.palette().open(Stream.concat(commands(), recent()).toList());
  }

  @Override
  public void showRowMenu() {
    window.showRowMenu();
  }

  @Override
  public void switchTheme() {
    around
        .settings()
        .change(settings ->
            settings.withLook(
                settings.look() == Settings.Look.LIGHT ? Settings.Look.DARK : Settings.Look.LIGHT));
  }

  @Override
  public void switchMap() {
    around.settings().change(settings -> settings.withSmallMap(!settings.smallMap()));
  }

  @Override
  public void showSettings() {
    sheets.showSettings();
  }

  @Override
  public void showShortcuts() {
    sheets.showShortcuts(window.commands().groups());
  }

  @Override
  public void showTerms() {
    sheets.showTerms();
  }

  @Override
  public void showSigns() {
    sheets.showSigns(window.diagram().legend(HelpSheets.WIDTH));
  }

  @Override
  public void showLog() {
    sheets.showLog();
  }

  @Override
  public void showAbout() {
    sheets.showAbout();
  }

  @Override
  public void paste() {
    pasteSheet("Paste what you have");
  }

  @Override
  public void pasteWhatPrints(String command) {
    pasteSheet("Copied; paste what it prints on the host: " + command);
  }

  @Override
  public void openClipboard() {
    pasteSheet("Paste what you have").takeClipboard();
  }

  @Override
  public void addEvidence() {
    List<Path> chosen = door.chooseFurther();
    if (!chosen.isEmpty()) {
      models.further().add(chosen);
    }
  }

  @Override
  public void showCompleteness() {
    sheets.show(
        "What is told of this host", new CompletenessView(models.completeness(), this::paste));
  }

  @Override
  public void repair() {
    models.repair().ask();
    sheets.show("The smallest repair", new RepairView(models.repair(), sheets::close));
  }

  @Override
  public void fill() {
    sheets.show("Fill it in", new FillView(models.fill(), sheets::close));
  }

  @Override
  public void saveAs() {
    window.warnBefore(door::choosePlanFile);
  }

  @Override
  public void openPlan() {
    door.choosePlan();
  }

  @Override
  public void showLeft() {
    window.showLeft();
  }

  @Override
  public void showBoard() {
    sheets.show("Plan board", new BoardView(models.board()));
  }

  @Override
  public void showNotes() {
    notesSheet();
  }

  @Override
  public void waive(Waiver refusal) {
    notesSheet().waive(refusal);
  }

  @Override
  public void showHistory() {
    sheets.show(
        "History of " + models.workspace().board().current().name(),
        new HistoryView(models.workspace()));
  }

  private NotesView notesSheet() {
    NotesView view = new NotesView(models.notes());
    sheets.show("Comments and waivers of " + models.workspace().board().current().name(), view);
    return view;
  }

  @Override
  public void exportPlan() {
    window.warnBefore(() ->
        sheets.show(
            "Export the plan",
            new DefinitionsView(models.definitions(), door::chooseDefinitionsFolder)));
  }

  private PasteView pasteSheet(String title) {
    PasteView view = new PasteView(models.paste(), door::openText, sheets::close);
    sheets.show(title, view);
    return view;
  }

  private Stream<PaletteCommand> commands() {
    return window.commands().all().stream()
        .filter(command -> command.enabled().get())
        .map(command -> new PaletteCommand(command.text(), command.keysText(), command::run));
  }

  private Stream<PaletteCommand> recent() {
    List<Path> captures = around.settings().recentProperty().get();
    return captures.stream()
        .map(capture -> new PaletteCommand("Open " + capture, "", () -> door.open(capture)));
  }
}
