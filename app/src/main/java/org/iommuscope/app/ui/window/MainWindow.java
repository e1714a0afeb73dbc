package org.iommuscope.app.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.iommuscope.app.canvas.Fonts;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.files.SavedSession;
import org.iommuscope.app.settings.Settings;
import org.iommuscope.app.ui.board.DoubtsView;
import org.iommuscope.app.ui.board.PlanStrip;
import org.iommuscope.app.ui.completeness.CompletenessSign;
import org.iommuscope.app.ui.diagram.DiagramView;
import org.iommuscope.app.ui.drag.DragGhost;
import org.iommuscope.app.ui.filter.FilterBar;
import org.iommuscope.app.ui.filter.FilterMenu;
import org.iommuscope.app.ui.find.FindField;
import org.iommuscope.app.ui.open.FileDrop;
import org.iommuscope.app.ui.open.OpeningView;
import org.iommuscope.app.ui.outline.OutlineView;
import org.iommuscope.app.ui.palette.PaletteView;
import org.iommuscope.app.ui.plan.AssignView;
import org.iommuscope.app.ui.plan.GuestsView;
import org.iommuscope.app.ui.plan.SaveSheet;
import org.iommuscope.app.ui.sequence.SequenceView;
import org.iommuscope.app.ui.why.WhyCard;
import org.iommuscope.model.diff.HostCheck;
import org.jspecify.annotations.Nullable;

/**
 * The whole window: menus and tools above, picture left, guests and verdict right, status below.
 */
public final class MainWindow {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 820;
  private static final double SIDE_WIDTH = 384;
  private static final double LEAST_SIDE_HEIGHT = 120;

  private final Models models;
  private final Surroundings around;
  private final Stage stage;
  private final Notices notices;
  private final CaptureDoor door;
  private final FindField find;
  private final FilterMenu filter;
  private final DiagramView diagram;
  private final DetailsPane details;
  private final RowMenu rowMenu;
  private final HelpSheets sheets;
  private final Commands commands;
  private @Nullable SaveSheet saveSheet;
  private final SessionKeeping sessions;
  private final StackPane root = new StackPane();
  private final StackPane views = new StackPane();
  private boolean hasPalette;

  public MainWindow(Models models, Surroundings around, Stage stage) {
    // Before any control: on a system without a font the first one would find none at all.
    Fonts fonts = Fonts.load();
    this.models = models;
    this.around = around;
    this.stage = stage;
    notices = new Notices(stage, around.log());
    door = new CaptureDoor(models, around, notices, stage);
    find = new FindField(models.find(), this::focusPicture);
    filter = new FilterMenu(models.filter());
    diagram = new DiagramView(models.diagram(), fonts);
    details = new DetailsPane(models, this::repair);
    rowMenu = new RowMenu(models, diagram, () -> details.bringToFront("show-inspector"));
    ExportDialog exports = new ExportDialog(stage, around.pictures(), notices::tell);
    sheets = new HelpSheets(root, around, this::focusPicture);
    commands =
        Commands.of(
            models,
            diagram,
            new WindowDeeds(this, models, around, stage, door, exports, sheets, find, filter));
    sessions =
        new SessionKeeping(
            models, around, notices, sheets, stage, commands.shown().tableProperty());
    door.ask(this::askWhatIsMeant);
    assemble();
  }

  private void askWhatIsMeant(List<HostCheck> doubts) {
    if (!doubts.isEmpty()) {
      sheets.show("The plan was made for another host", new DoubtsView(models.workspace(), doubts));
    }
  }

  /** Shows the window at its usual size, or as large as the screen allows. */
  public void show() {
    Optional<SavedSession.WindowLook> look = sessions.lastLook();
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    scene.getStylesheets().add(styleSheet());
    stage.setScene(scene);
    stage.setTitle("iommuscope");
    stage.setMinWidth(1024);
    stage.setMinHeight(700);
    Deeds help = commands.deeds();
    new Keys(commands, models.drag(), this::isCovered, help::showShortcuts).listenOn(scene);
    new FileDrop(this::open).listenOn(scene);
    around.settings().settingsProperty().subscribe(this::apply);
    look.ifPresent(this::lookLike);
    stage.show();
    around
        .settings()
        .problemProperty()
        .subscribe(problem -> notices.tellIfAny("Settings", problem));
    models.verdict().askedForProperty().subscribe(this::pasteWhatTells);
    models
        .notes()
        .askedForProperty()
        .subscribe(refusal -> refusal.ifPresent(commands.deeds()::waive));
    diagram.requestFocus();
    sessions.start();
  }

  private void lookLike(SavedSession.WindowLook look) {
    stage.setWidth(look.width());
    stage.setHeight(look.height());
    stage.setMaximized(look.maximized());
    commands.shown().tableProperty().set(look.table());
  }

  void showLeft() {
    sessions.showLeft();
  }

  private void pasteWhatTells(String command) {
    if (!command.isEmpty()) {
      commands.deeds().pasteWhatPrints(command);
    }
  }

  /** Opens captures of one host, or a plan, as files that are dropped on the window. */
  public void open(List<Path> files) {
    door.open(files);
  }

  /** Shows the last comparison with another capture. */
  public void showDiff() {
    sheets.showDiff(models.comparing());
  }

  DiagramView diagram() {
    return diagram;
  }

  Commands commands() {
    return commands;
  }

  void showRowMenu() {
    rowMenu.showForSelection();
  }

  /** Does something with the plan, once the user has seen what the host would lose. */
  void warnBefore(Runnable deed) {
    if (saveSheet == null) {
      saveSheet = new SaveSheet(models.impact());
      root.getChildren().add(saveSheet);
    }
    saveSheet.before(deed);
  }

  /** Puts the palette into the window, where it waits to be opened. */
  void makePalette() {
    if (!hasPalette) {
      hasPalette = true;
      root.getChildren().add(new PaletteView(models.palette(), this::focusPicture));
    }
  }

  private void apply(Settings settings) {
    boolean dark = settings.look() == Settings.Look.DARK;
    Application.setUserAgentStylesheet((dark ? ThemeChoice.DARK : ThemeChoice.LIGHT).styleSheet());
    diagram.setPalette(dark ? Palette.DARK : Palette.LIGHT);
    diagram.mapShownProperty().set(settings.smallMap());
    models.diagram().beginOpen(settings.folds() == Settings.FoldsAtFirst.OPEN);
  }

  private void assemble() {
    views.getChildren().add(diagram);
    diagram.showReasons(models.why());
    rowMenu.installOn(diagram, asked -> diagram.deviceAt(asked.getX(), asked.getY()));
    commands.shown().tableProperty().subscribe(this::showView);
    BorderPane content = new BorderPane(picture());
    content.setRight(sidePanel());
    content.setTop(
        new VBox(
            new MenuBarView(commands, new RecentMenu(around.settings(), door::open)),
            new ToolBarView(commands, find, filter, new ProfileChooser(models.workspace())),
            new FilterBar(models.filter())));
    content.setBottom(new StatusView(models.workspace(), this::showNotes, completeness()));
    DragGhost ghost = new DragGhost(models.drag());
    ghost.follow(root);
    // A device that is let go where nobody takes it goes back; controls keep such events.
    root.addEventFilter(MouseEvent.MOUSE_RELEASED, let -> Platform.runLater(models.drag()::cancel));
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::goByMouse);
    root.setId("window");
    root.getChildren().addAll(content, ghost);
    OnceAsked.make(
        models.assign().questionProperty(),
        () -> models.assign().questionProperty().get() != null,
        () -> root.getChildren().add(new AssignView(models.assign())));
    OnceAsked.make(
        models.opening().runningProperty(),
        () -> models.opening().runningProperty().get() != null,
        () -> root.getChildren().add(new OpeningView(models.opening())));
  }

  private void repair() {
    commands.deeds().repair();
  }

  private CompletenessSign completeness() {
    return new CompletenessSign(models.completeness(), commands.deeds()::showCompleteness);
  }

  /** Mice with five buttons go back and forward as in a browser. */
  private void goByMouse(MouseEvent press) {
    switch (press.getButton()) {
      case BACK -> diagram.goBack();
      case FORWARD -> diagram.goForward();
      case NONE, PRIMARY, MIDDLE, SECONDARY -> {
        return;
      }
    }
    press.consume();
  }

  /** What is seen of the host, with what explains it below. */
  private Parent picture() {
    BorderPane picture = new BorderPane(views);
    VBox below = new VBox();
    OnceAsked.make(
        models.sequence().contentProperty(),
        () -> models.sequence().contentProperty().get().isPresent(),
        () -> below.getChildren().addFirst(new SequenceView(models.sequence())));
    OnceAsked.make(
        models.why().whyProperty(),
        () -> models.why().whyProperty().get().isPresent(),
        () -> below.getChildren().add(new WhyCard(models.why())));
    picture.setBottom(below);
    return picture;
  }

  private Parent sidePanel() {
    PlanStrip strip = new PlanStrip(models.board(), () -> commands.deeds().showBoard());
    GuestsView guests = new GuestsView(models.guests(), models.impact());
    VBox.setVgrow(guests, Priority.ALWAYS);
    VBox plans = new VBox(strip, guests);
    // What is in them never moves the divider; only the user does.
    plans.setMinHeight(LEAST_SIDE_HEIGHT);
    details.setMinHeight(LEAST_SIDE_HEIGHT);
    SplitPane side = new SplitPane(plans, details);
    side.setId("side");
    side.setOrientation(javafx.geometry.Orientation.VERTICAL);
    side.setDividerPositions(0.46);
    side.setPrefWidth(SIDE_WIDTH);
    return side;
  }

  private void showView(boolean table) {
    if (table && views.getChildren().size() == 1) {
      OutlineView outline = new OutlineView(models.outline());
      rowMenu.installOn(
          outline, asked -> models.workspace().session().selection().stream().findFirst());
      views.getChildren().add(outline);
    }
    for (Node view : views.getChildren()) {
      view.setVisible((view == diagram) != table);
    }
  }

  private void focusPicture() {
    views.getChildren().stream().filter(Node::isVisible).forEach(Node::requestFocus);
  }

  /** Whether a sheet lies over the window and takes its keys. */
  private boolean isCovered() {
    return root.getChildren().stream()
        .anyMatch(child -> child.isVisible() && child.getStyleClass().contains("veil"));
  }

  private void showNotes() {
    List<String> notes = models.workspace().session().notes();
    notices.show(
        "Odd in this capture", String.join("\n", notes.subList(0, Math.min(12, notes.size()))));
  }

  private static String styleSheet() {
    return MainWindow.class.getResource("window.css").toExternalForm();
  }
}
