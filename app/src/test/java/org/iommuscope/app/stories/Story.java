package org.iommuscope.app.stories;

import static org.iommuscope.app.stories.Patience.onFx;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.screenshot.Pixels;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.app.settings.Settings;
import org.iommuscope.app.ui.diagram.DiagramView;
import org.iommuscope.app.ui.open.FileDrop;
import org.iommuscope.app.ui.window.MainWindow;
import org.iommuscope.app.ui.window.Models;
import org.iommuscope.app.ui.window.Surroundings;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Opening;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.DeviceRef;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window under a robot's hand: it acts as a user would, and waits for what must come. */
final class Story {

  private static final AttachSimulator SIMULATOR = new AttachSimulator(LocalDate.EPOCH);
  private static final int MOST_STOPS = 60;

  private final FxRobot robot = new FxRobot();
  private final Album album = new Album();
  private final Models models;
  private final Surroundings around;
  private final MainWindow window;
  private final Scene scene;

  private Story(StoryWindow made) {
    models = made.models();
    around = made.around();
    window = made.window();
    scene = made.stage().getScene();
  }

  /** Opens a window of this size on a session. */
  static Story begin(Session session, double width, double height) throws TimeoutException {
    return begin(session, new TopologyImporter(PciNames::none)::read, width, height);
  }

  /** The same with a way to read captures. */
  static Story begin(Session session, Opening.Importer importer, double width, double height)
      throws TimeoutException {
    return begin(session, importer, List.of(), width, height);
  }

  /** The same after sessions that were left. */
  static Story begin(
      Session session,
      Opening.Importer importer,
      List<SessionStore.Left> left,
      double width,
      double height)
      throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    Judgement first = Judgement.of(session, SIMULATOR);
    Story begun =
        onFx(() -> {
          StoryWindow made = StoryWindow.over(first, SIMULATOR, importer, left);
          made.show(width, height);
          return new Story(made);
        });
    begun.leaveWithThePointer();
    return begun;
  }

  /**
   * What an earlier story pointed at must not be lit in this one: the pointer rests on the status
   * line. It stays in the window, because without a screen keys go to the window under it.
   */
  private void leaveWithThePointer() {
    Window shown = scene.getWindow();
    robot.moveTo(shown.getX() + shown.getWidth() / 2, shown.getY() + shown.getHeight() - 3);
    settle();
  }

  Models models() {
    return models;
  }

  MainWindow window() {
    return window;
  }

  /** Reads a capture, as a file that is dropped on the window, and waits until it is shown. */
  void open(Path capture) {
    open(capture, AssignmentPlan.EMPTY);
  }

  /** The same with a plan. */
  void open(Path capture, AssignmentPlan plan) {
    Session before = models.workspace().session();
    onFx(() -> {
      models.opening().open(capture, plan);
      return true;
    });
    Patience.until(
        "never opened " + capture,
        () -> onFx(() -> models.workspace().session().host() != before.host()));
    settle();
  }

  void close() {
    onFx(() -> {
      scene.getWindow().hide();
      return true;
    });
  }

  void click(String selector) {
    robot.clickOn(Scrolling.to(visible(selector)));
    settle();
  }

  void write(String text) {
    robot.write(text);
    settle();
  }

  /** Types a letter that stands on another key of each keyboard. */
  void type(String letter) {
    onFx(() -> {
      KeyEvent typed =
          new KeyEvent(
              KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false);
      Event.fireEvent(scene.getFocusOwner(), typed);
      return true;
    });
    settle();
  }

  /** The ids that the tabulator key leads to from here, until it comes to this one. */
  List<String> walkFocus(String last) {
    List<String> visited = new ArrayList<>();
    do {
      press(KeyCode.TAB);
      visited.add(focused());
    } while (!visited.getLast().equals(last) && visited.size() < MOST_STOPS);
    return visited;
  }

  /** Runs a command by its name, through the palette. */
  void command(String name) {
    press(KeyCode.CONTROL, KeyCode.K);
    write(name);
    waitUntil(() -> says("#palette-list", name));
    press(KeyCode.ENTER);
  }

  /** Puts a text where another program would have put it. */
  void copyElsewhere(String text) {
    around.clipboard().put(text);
  }

  /** The text that was copied last. */
  String copied() {
    return around.clipboard().text();
  }

  Settings settings() {
    return around.settings().settings();
  }

  /** Compares what an open menu shows with the stored picture of this name. */
  void lookAtPopup(String name) {
    album.requireSame(name, visible(".context-menu").getScene());
  }

  void press(KeyCode... keys) {
    robot.push(keys);
    settle();
  }

  void pressOften(KeyCode key, int times) {
    for (int press = 0; press < times; press++) {
      press(key);
    }
  }

  /**
   * Presses on a device's row in the tree and carries it to a control, without letting go.
   *
   * <p>First up or down and then across: without a screen, what lies under the pointer is told of a
   * drag that began elsewhere, and the divider between guests and verdict would follow it.
   */
  void carry(String device, String selector) {
    Node target = Scrolling.to(visible(selector));
    robot.moveTo(row(device)).press(MouseButton.PRIMARY);
    robot.moveBy(12, 8);
    Bounds there = onFx(() -> target.localToScreen(target.getLayoutBounds()));
    robot.moveTo(row(device).getX(), there.getCenterY());
    robot.moveTo(target);
    settle();
  }

  /** The same to a place of the tree's bare ground, left of its lower end. */
  void carryToTheGround(String device) {
    robot.moveTo(row(device)).press(MouseButton.PRIMARY);
    robot.moveBy(12, 8);
    Node diagram = visible("#diagram");
    robot.moveTo(onFx(() -> diagram.localToScreen(40, diagram.getLayoutBounds().getHeight() - 60)));
    settle();
  }

  boolean isCarrying() {
    return onFx(() -> models.drag().carried().isPresent());
  }

  void letGo() {
    robot.release(MouseButton.PRIMARY);
    settle();
  }

  void drag(String device, String selector) {
    carry(device, selector);
    letGo();
  }

  /** Drags what bears a text, such as a cell of the table, to a control. */
  void dragNode(String text, String selector) {
    robot.moveTo(text).press(MouseButton.PRIMARY);
    robot.moveBy(12, 8);
    robot.moveTo(visible(selector));
    letGo();
  }

  Bounds rowBounds(String device) {
    DiagramView diagram = diagram();
    return onFx(() -> diagram.rowOf(DeviceRef.parse(device)).orElseThrow());
  }

  void pressMouse(MouseButton button) {
    robot.moveTo(visible("#diagram")).press(button).release(button);
    settle();
  }

  String focused() {
    return onFx(() -> String.valueOf(scene.getFocusOwner().getId()));
  }

  void clickRow(String device) {
    robot.clickOn(row(device));
    settle();
  }

  void hover(String selector) {
    robot.moveTo(visible(selector));
    settle();
  }

  void hoverRow(String device) {
    robot.moveTo(row(device));
    settle();
  }

  /** Clicks on the small box beside a row that opens and closes it. */
  void clickHandle(String device) {
    robot.clickOn(row(device).subtract(68, 0));
    settle();
  }

  /** Asks for the menu of a device's row by the other button of the mouse. */
  void askRow(String device) {
    robot.clickOn(row(device), MouseButton.SECONDARY);
    settle();
  }

  /** The device selected first. */
  String selected() {
    return selection().getFirst();
  }

  List<String> selection() {
    return models.workspace().session().selection().stream().map(DeviceRef::text).toList();
  }

  String text(String selector) {
    return ((Labeled) visible(selector)).getText();
  }

  boolean isEnabled(String selector) {
    return !visible(selector).isDisabled();
  }

  /** Lets go of files over the window, as its drop handler is told. */
  void dropFiles(Path... files) {
    onFx(() -> new FileDrop(window::open).take(List.of(files).stream().map(Path::toFile).toList()));
  }

  /** Waits for a part of the window to be seen. */
  void see(String selector) {
    visible(selector);
  }

  boolean isSeen(String selector) {
    return robot.lookup(selector).tryQuery().filter(Node::isVisible).isPresent();
  }

  /** Whether a part of the window says something, in any of its labels. */
  boolean says(String selector, String words) {
    return robot.from(visible(selector)).lookup(".label").<Labeled>queryAll().stream()
        .anyMatch(label -> label.getText().contains(words));
  }

  void waitUntil(BooleanSupplier isSo) {
    Patience.until("what is waited for never comes", () -> onFx(isSo::getAsBoolean));
  }

  void resize(double width, double height) {
    onFx(() -> {
      scene.getWindow().setWidth(width);
      scene.getWindow().setHeight(height);
      return true;
    });
    settle();
  }

  /** Compares what the window shows with the stored picture of this name. */
  void look(String name) {
    settle();
    album.requireSame(name, scene);
  }

  private Node visible(String selector) {
    Patience.until("never saw " + selector, () -> isSeen(selector));
    return robot.lookup(selector).query();
  }

  DiagramView diagram() {
    return (DiagramView) visible("#diagram");
  }

  /** What the picture hands to an export. */
  PictureRequest picture(Function<DiagramView, Supplier<PictureRequest>> asked) {
    DiagramView diagram = diagram();
    return onFx(() -> asked.apply(diagram)).get();
  }

  private Point2D row(String device) {
    DiagramView diagram = diagram();
    return onFx(() -> {
      Bounds row = diagram.rowOf(DeviceRef.parse(device)).orElseThrow();
      return diagram.localToScreen(row.getMinX() + 60, row.getCenterY());
    });
  }

  /** Waits until the plan is judged, drawn and painted. */
  private void settle() {
    Patience.until("the window does not come to rest", () -> onFx(this::isSettled));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean isSettled() {
    Workspace workspace = models.workspace();
    return workspace.judgement().isOf(workspace.session()) && models.diagram().isDrawn();
  }

  /** What the window shows, enlarged by a transform. */
  Pixels pixels(int percent) {
    settle();
    return onFx(() -> WindowPixels.of(scene, percent));
  }
}
