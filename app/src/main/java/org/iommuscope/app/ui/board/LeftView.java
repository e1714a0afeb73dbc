package org.iommuscope.app.ui.board;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.files.SavedSession;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.app.ui.sign.Sentence;

/** Sessions that have ended, the newest first, each with a way to go on and one to forget it. */
public final class LeftView extends VBox {

  private static final double WIDTH = 640;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Consumer<SessionStore.Left> resume;
  private final Consumer<SessionStore.Left> discard;

  public LeftView(
      List<SessionStore.Left> sessions,
      Consumer<SessionStore.Left> resume,
      Consumer<SessionStore.Left> discard) {
    this.resume = resume;
    this.discard = discard;
    setId("left");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    if (sessions.isEmpty()) {
      getChildren().add(new Sentence("No session was left."));
    }
    for (SessionStore.Left left : sessions) {
      getChildren().add(card(left, getChildren().size() + 1));
    }
  }

  private HBox card(SessionStore.Left left, int number) {
    SavedSession session = left.session();
    Sentence what = new Sentence(host(session));
    what.getStyleClass().add("trouble-title");
    Sentence plans = new Sentence(plans(session));
    Sentence when = new Sentence(when(session));
    when.getStyleClass().add("muted");
    VBox words = new VBox(2, what, plans, when);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox card = new HBox(words);
    Button go = new Button(session.unsaved() > 0 ? "Recover" : "Go on");
    go.setId("left-" + number + "-go");
    go.setMinWidth(USE_PREF_SIZE);
    go.setOnAction(pressed -> resume.accept(left));
    Button forget = new Button("Discard");
    forget.setId("left-" + number + "-discard");
    forget.setMinWidth(USE_PREF_SIZE);
    forget.setOnAction(pressed -> {
      discard.accept(left);
      getChildren().remove(card);
    });
    card.getChildren().addAll(go, forget);
    card.getStyleClass().addAll("trouble", "option");
    return card;
  }

  /** The capture with its folder, or where the host came from otherwise. */
  public static String host(SavedSession session) {
    return session.captures().stream()
        .findFirst()
        .map(Path::of)
        .map(path ->
            path.getNameCount() > 1
                ? path.subpath(path.getNameCount() - 2, path.getNameCount())
                : path)
        .map(Path::toString)
        .orElseGet(() ->
            switch (session.origin()) {
              case "this-host" -> "This host";
              case "sample" -> "The sample machine";
              default -> "A host whose captures are not kept";
            });
  }

  /** "Plan 1: 3 edits not saved; Plan 2: saved". */
  private static String plans(SavedSession session) {
    return String.join(
        "; ",
        session.plans().stream()
            .map(plan ->
                plan.name()
                    + (plan.unsaved() == 0
                        ? ": nothing to save"
                        : ": "
                            + plan.unsaved()
                            + (plan.unsaved() == 1 ? " edit" : " edits")
                            + " not saved"))
            .toList());
  }

  private static String when(SavedSession session) {
    return (session.closed() ? "closed " : "ended without being closed, noted last ")
        + moment(session.at());
  }

  private static String moment(Instant at) {
    return MOMENT.format(at.atZone(ZoneId.systemDefault()));
  }
}
