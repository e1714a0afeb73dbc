package org.iommuscope.app.ui.window;

import java.io.File;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.controlsfx.control.Notifications;
import org.iommuscope.app.canvas.Fonts;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.ui.diagram.DiagramView;
import org.iommuscope.app.ui.drag.DragGhost;
import org.iommuscope.app.ui.find.FindField;
import org.iommuscope.app.ui.open.FileDrop;
import org.iommuscope.app.ui.open.OpeningView;
import org.iommuscope.app.ui.outline.OutlineView;
import org.iommuscope.app.ui.palette.PaletteCommand;
import org.iommuscope.app.ui.palette.PaletteView;
import org.iommuscope.app.ui.plan.AssignView;
import org.iommuscope.app.ui.plan.GuestsView;
import org.iommuscope.app.workspace.PictureStore;
import org.iommuscope.app.workspace.PlanSaving;
import org.iommuscope.model.plan.AssignmentPlan;

/**
 * The whole window: menus and tools above, picture left, guests and verdict right, status below.
 */
public final class MainWindow {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 820;
  private static final double SIDE_WIDTH = 384;

  private final Models models;
  private final PlanSaving plans;
  private final Stage stage;
  private final ExportDialog exports;
  private final FindField find;
  private final DiagramView diagram;
  private final Commands commands;
  private final StackPane root = new StackPane();
  private final StackPane views = new StackPane();
  private ThemeChoice theme = ThemeChoice.LIGHT;

  public MainWindow(Models models, PlanSaving plans, PictureStore pictures, Stage stage) {
    this.models = models;
    this.plans = plans;
    this.stage = stage;
    this.exports = new ExportDialog(stage, pictures, this::tell);
    find = new FindField(models.find(), this::focusPicture);
    diagram = new DiagramView(models.diagram(), Fonts.load());
    commands = Commands.of(models.workspace(), models.assign(), diagram, new WindowDeeds());
    assemble();
  }

  /** Shows the window at its usual size, or as large as the screen allows. */
  public void show() {
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    scene.getStylesheets().add(styleSheet());
    stage.setScene(scene);
    stage.setTitle("iommuscope");
    stage.setMinWidth(1024);
    stage.setMinHeight(700);
    new Keys(commands, models.drag(), this::isCovered).listenOn(scene);
    new FileDrop(models.opening()).listenOn(scene);
    applyTheme();
    models.opening().refusalProperty().subscribe(this::tellRefusal);
    stage.show();
    diagram.requestFocus();
  }

  public void setTheme(ThemeChoice chosen) {
    theme = chosen;
    applyTheme();
  }

  private void assemble() {
    views.getChildren().add(diagram);
    commands.shown().tableProperty().subscribe(this::showView);
    BorderPane content = new BorderPane(views);
    content.setRight(sidePanel());
    content.setTop(
        new VBox(
            new MenuBarView(commands),
            new ToolBarView(commands, find, new ProfileChooser(models.workspace()))));
    content.setBottom(new StatusView(models.workspace(), this::showNotes));
    DragGhost ghost = new DragGhost(models.drag());
    ghost.follow(root);
    // A device that is let go where nobody takes it goes back; controls keep such events.
    root.addEventFilter(MouseEvent.MOUSE_RELEASED, let -> Platform.runLater(models.drag()::cancel));
    OpeningView opening = new OpeningView(models.opening());
    root.setId("window");
    root.getChildren()
        .addAll(
            content,
            ghost,
            new AssignView(models.assign()),
            new PaletteView(models.palette(), this::focusPicture),
            opening);
  }

  private Parent sidePanel() {
    SplitPane side = new SplitPane(new GuestsView(models.guests()), new DetailsPane(models));
    side.setId("side");
    side.setOrientation(javafx.geometry.Orientation.VERTICAL);
    side.setDividerPositions(0.46);
    side.setPrefWidth(SIDE_WIDTH);
    return side;
  }

  private void showView(boolean table) {
    if (table && views.getChildren().size() == 1) {
      views.getChildren().add(new OutlineView(models.outline()));
    }
    for (Node view : views.getChildren()) {
      view.setVisible((view == diagram) != table);
    }
  }

  private void chooseCapture() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open a capture");
    File chosen = chooser.showOpenDialog(stage);
    if (chosen != null) {
      open(chosen);
    }
  }

  private void choosePlanFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save the plan");
    chooser.setInitialFileName("plan.json");
    File chosen = chooser.showSaveDialog(stage);
    if (chosen != null) {
      save(chosen);
    }
  }

  private void save(File file) {
    plans.save(
        file.toPath(),
        models.workspace().session().plan(),
        failure ->
            failure.ifPresentOrElse(
                sentence -> tell("The plan is not saved", sentence),
                () -> tell("The plan is saved", file.getPath())));
  }

  private void open(File capture) {
    models.opening().open(capture.toPath(), AssignmentPlan.EMPTY);
  }

  private void focusPicture() {
    views.getChildren().stream().filter(Node::isVisible).forEach(Node::requestFocus);
  }

  /** Whether a sheet lies over the window and takes its keys. */
  private boolean isCovered() {
    return root.getChildren().stream()
        .anyMatch(child -> child.isVisible() && child.getStyleClass().contains("veil"));
  }

  private void applyTheme() {
    Application.setUserAgentStylesheet(theme.styleSheet());
    diagram.setPalette(theme == ThemeChoice.DARK ? Palette.DARK : Palette.LIGHT);
  }

  private void showShortcuts() {
    StringBuilder lines = new StringBuilder();
    for (Command command : commands.all()) {
      lines.append(command.keysText()).append("  ").append(command.text()).append('\n');
    }
    tell("Keyboard shortcuts", lines.toString().strip());
  }

  private void showNotes() {
    List<String> notes = models.workspace().session().notes();
    tell("Odd in this capture", String.join("\n", notes.subList(0, Math.min(12, notes.size()))));
  }

  /** Says something that passes by itself. */
  private void tell(String title, String text) {
    Notifications.create().owner(stage).title(title).text(text).show();
  }

  private void tellRefusal(String sentence) {
    if (!sentence.isEmpty()) {
      tell("This cannot be opened", sentence);
    }
  }

  /** What the window does by itself when a command says so. */
  private final class WindowDeeds implements Deeds {

    @Override
    public void open() {
      chooseCapture();
    }

    @Override
    public void save() {
      choosePlanFile();
    }

    @Override
    public void exportAll() {
      exports.ask("Export the picture or a report", diagram.wholePicture());
    }

    @Override
    public void exportSeen() {
      exports.ask("Export what is seen", diagram.seenPicture());
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
    public void goTo() {
      models
          .palette()
          .open(
              commands.all().stream()
                  .filter(command -> command.enabled().get())
                  .map(command ->
                      new PaletteCommand(command.text(), command.keysText(), command::run))
                  .toList());
    }

    @Override
    public void switchTheme() {
      setTheme(theme.other());
    }

    @Override
    public void showShortcuts() {
      MainWindow.this.showShortcuts();
    }
  }

  private static String styleSheet() {
    return MainWindow.class.getResource("window.css").toExternalForm();
  }
}
