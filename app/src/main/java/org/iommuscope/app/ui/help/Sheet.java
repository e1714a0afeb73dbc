package org.iommuscope.app.ui.help;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One thing to read or to fill in, over the window, until it is closed. */
public final class Sheet extends StackPane {

  private static final double MARGIN = 60;

  /** Of a bar that stands beside what is too high, and takes no room from it. */
  private static final double SCROLL_BAR = 14;

  private final Runnable leave;
  private final Label title = new Label();
  private final ScrollPane body = new ScrollPane();
  private final VBox card;

  /**
   * A closed sheet.
   *
   * @param leave gives the keyboard back to the window
   */
  public Sheet(Runnable leave) {
    this.leave = leave;
    setId("sheet");
    getStyleClass().add("veil");
    title.setId("sheet-title");
    title.getStyleClass().add("panel-title");
    body.setFitToWidth(true);
    body.setId("sheet-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    card = new VBox(header(), body);
    card.getStyleClass().addAll("sheet", "help-sheet");
    getChildren().add(card);
    setVisible(false);
    sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepKeyboard);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressedBeside);
  }

  /** Opens with this content; what can be focused in it comes first. */
  public void show(String heading, Node content) {
    title.setText(heading);
    body.setContent(content);
    body.setVvalue(0);
    setVisible(true);
    applyCss();
    layout();
    firstToFocus(content).requestFocus();
  }

  /** Closes it and gives the keyboard back. */
  public void close() {
    if (isVisible()) {
      setVisible(false);
      body.setContent(null);
      leave.run();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = Math.min(card.prefWidth(-1), Math.max(0, getWidth() - MARGIN));
    double height = Math.max(0, getHeight() - MARGIN);
    if (body.getContent() instanceof Region content) {
      body.setPrefViewportHeight(heightOf(content, width));
    }
    boolean scrolls = card.prefHeight(width) > height;
    card.setMaxWidth(
        scrolls ? Math.min(width + SCROLL_BAR, Math.max(0, getWidth() - MARGIN)) : width);
    card.setMinWidth(card.getMaxWidth());
    card.setMaxHeight(Math.min(card.prefHeight(width), height));
    super.layoutChildren();
  }

  /** A scroll pane asks its content how high it is before any text is wrapped; it is asked here. */
  private double heightOf(Region content, double width) {
    double inside =
        width - card.snappedLeftInset() - card.snappedRightInset() - 2 * body.snappedLeftInset();
    return Math.ceil(content.prefHeight(inside));
  }

  private HBox header() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = new Button("Close");
    close.setId("sheet-close");
    close.getStyleClass().add("small-action");
    close.setOnAction(pressed -> close());
    HBox header = new HBox(title, gap, close);
    header.getStyleClass().add("sheet-header");
    return header;
  }

  private Node firstToFocus(Node content) {
    return content.lookupAll("*").stream()
        .filter(node -> node.isFocusTraversable() && node.isVisible())
        .findFirst()
        .orElse(body);
  }

  /** What had the keyboard may have gone from the sheet; without it no key would close it. */
  private void keepKeyboard(@Nullable Node owner) {
    if (owner == null && isVisible()) {
      Platform.runLater(() -> {
        Node content = body.getContent();
        if (isVisible() && content != null && getScene().getFocusOwner() == null) {
          firstToFocus(content).requestFocus();
        }
      });
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      close();
      key.consume();
    }
  }

  private void pressedBeside(MouseEvent press) {
    if (press.getTarget() == this) {
      close();
    }
  }
}
