package org.iommuscope.app.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Sentence;

/** The facts of a device under the titles of their categories; arrow keys walk over them. */
final class FactsView extends VBox {

  private final Consumer<Node> reveal;
  private final List<FactRow> rows = new ArrayList<>();
  private List<Fact> shown = List.of();
  private int current = -1;

  /**
   * A view without facts.
   *
   * @param reveal scrolls to a row
   */
  FactsView(Consumer<Node> reveal) {
    this.reveal = reveal;
    setId("facts");
    getStyleClass().add("facts");
    setFocusTraversable(true);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::take);
  }

  void show(List<Fact> facts) {
    if (facts.equals(shown)) {
      return;
    }
    shown = facts;
    rows.clear();
    getChildren().clear();
    String category = "";
    for (Fact fact : facts) {
      if (!fact.category().equals(category)) {
        category = fact.category();
        add(category);
      }
      FactRow row = new FactRow(fact);
      rows.add(row);
      getChildren().add(row);
    }
    current = -1;
    setAccessibleText("Facts of the selected device");
  }

  /** The fact that the keys or the pointer stopped at. */
  Optional<Fact> current() {
    return current < 0 ? Optional.empty() : Optional.of(rows.get(current).fact());
  }

  private void add(String category) {
    Sentence title = new Sentence(category);
    title.getStyleClass().add("section-title");
    getChildren().add(title);
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case UP -> stopAt(current - 1);
      case DOWN -> stopAt(current + 1);
      case PAGE_UP -> stopAt(categoryBefore(current));
      case PAGE_DOWN -> stopAt(categoryAfter(current));
      case HOME -> stopAt(0);
      case END -> stopAt(rows.size() - 1);
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** The first row of the category above, or of this one where the row is not its first. */
  private int categoryBefore(int row) {
    int first = row - 1;
    while (first > 0 && categoryOf(first - 1).equals(categoryOf(first))) {
      first--;
    }
    return first;
  }

  private int categoryAfter(int row) {
    int next = Math.max(0, row);
    while (next < rows.size() && categoryOf(next).equals(categoryOf(Math.max(0, row)))) {
      next++;
    }
    return next;
  }

  private String categoryOf(int row) {
    return rows.get(row).fact().category();
  }

  private void take(MouseEvent press) {
    requestFocus();
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at).getBoundsInParent().contains(press.getX(), press.getY())) {
        stopAt(at);
      }
    }
  }

  private void stopAt(int row) {
    if (row < 0 || row >= rows.size()) {
      return;
    }
    current().ifPresent(before -> rows.get(current).setCurrent(false));
    current = row;
    rows.get(row).setCurrent(true);
    setAccessibleText(rows.get(row).spoken());
    reveal.accept(rows.get(row));
  }
}
