package org.iommuscope.app.ui.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A search that is over at once, and one for which somebody has to wait. */
class PatienceTest {

  private static final long MOST_MILLIS = 10_000;

  private final ReadOnlyIntegerWrapper tried = new ReadOnlyIntegerWrapper(-1);
  private final AtomicInteger cancelled = new AtomicInteger();
  private Patience patience;
  private VBox sheet;

  @BeforeEach
  void show() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    Patience made =
        onFx(() ->
            new Patience(tried.getReadOnlyProperty(), "plans tried", cancelled::incrementAndGet));
    patience = made;
    sheet = onFx(() -> new VBox(made));
    onFx(() -> new Scene(sheet));
  }

  @Test
  void what_is_over_in_a_blink_is_never_seen() {
    onFx(() -> {
      tried.set(0);
      assertFalse(patience.isVisible());
      tried.set(-1);
      return true;
    });
    assertFalse(onFx(patience::isVisible));
  }

  @Test
  void what_takes_longer_says_how_far_it_is_and_can_be_ended() throws TimeoutException {
    onFx(() -> {
      tried.set(0);
      return true;
    });
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onFx(patience::isVisible));
    assertEquals(
        "1,024 plans tried",
        onFx(() -> {
          tried.set(1024);
          return ((Label) patience.lookup("#patience-count")).getText();
        }));
    onFx(() -> {
      ((Button) patience.lookup("#patience-cancel")).fire();
      tried.set(-1);
      return true;
    });
    assertEquals(1, cancelled.get());
    assertFalse(onFx(patience::isVisible));
  }

  @Test
  void closing_the_sheet_ends_the_search() {
    onFx(() -> {
      tried.set(0);
      return sheet.getChildren().remove(patience);
    });
    assertEquals(1, cancelled.get());
  }

  private static <T> T onFx(Callable<T> task) {
    return WaitForAsyncUtils.waitForAsyncFx(MOST_MILLIS, task);
  }
}
