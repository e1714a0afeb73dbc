package org.iommuscope.app.ui.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.event.EventTarget;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.sign.Revealing;
import org.iommuscope.app.ui.sign.SignMark;
import org.iommuscope.app.workspace.Proposals;
import org.iommuscope.app.workspace.Reply;
import org.iommuscope.model.plan.GuestName;

/** The guests as cards, one below the other, with room for a new one at the end. */
public final class GuestsView extends VBox {

  private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");
  private static final Reply INVITATION =
      new Reply(Answer.UNASKED, "Drop a device here for a new guest");

  private final GuestsViewModel model;
  private final Map<GuestName, GuestCardView> views = new LinkedHashMap<>();
  private final VBox cards = new VBox();
  private final SignMark sign = new SignMark(Answer.UNASKED);
  private final Label words = new Label();
  private final HBox newGuest = new HBox(sign, words);

  public GuestsView(GuestsViewModel model, ImpactViewModel impact) {
    this.model = model;
    setId("guests");
    getStyleClass().add("guests");
    cards.getStyleClass().add("cards");
    newGuest.setId("new-guest");
    newGuest.getStyleClass().addAll("new-guest", "reply-row");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    newGuest.setMinHeight(USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Revealing.followFocus(scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    LossButton losses = new LossButton(impact);
    VBox.setMargin(losses, new Insets(0, 12, 8, 12));
    getChildren().addAll(header(), losses, scroll);
    model.cardsProperty().subscribe(this::show);
    model.drag().carriedProperty().subscribe(carried -> showReplies());
    acceptDrops();
  }

  private Node header() {
    Label title = new Label("Guests");
    title.getStyleClass().add("panel-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button add = new Button("New guest");
    add.setId("add-guest");
    add.getStyleClass().add("flat");
    add.setOnAction(pressed -> model.addGuest());
    HBox header = new HBox(title, add);
    header.getStyleClass().add("panel-header");
    return header;
  }

  private void show(List<GuestCard> guests) {
    views.keySet().retainAll(guests.stream().map(GuestCard::guest).toList());
    for (GuestCard guest : guests) {
      GuestCardView known = views.get(guest.guest());
      if (known == null) {
        views.put(guest.guest(), new GuestCardView(model, guest));
      } else {
        known.show(guest);
      }
    }
    List<Node> shown = new ArrayList<>();
    guests.forEach(guest -> shown.add(views.get(guest.guest())));
    shown.add(newGuest);
    if (!cards.getChildren().equals(shown)) {
      cards.getChildren().setAll(shown);
    }
  }

  private void showReplies() {
    views.values().forEach(GuestCardView::showReply);
    light(false);
    Reply reply = model.drag().carried().map(Proposals::newGuest).orElse(INVITATION);
    sign.show(reply.answer());
    words.setText(
        model.drag().carried().isPresent() ? "New guest: " + reply.words() : reply.words());
  }

  private void acceptDrops() {
    addEventFilter(MouseDragEvent.MOUSE_DRAG_OVER, over -> light(!isInCard(over.getTarget())));
    setOnMouseDragExited(out -> light(false));
    setOnMouseDragReleased(released -> {
      model.drag().dropOnNewGuest();
      released.consume();
    });
  }

  private void light(boolean wanted) {
    newGuest.pseudoClassStateChanged(DROP_TARGET, wanted && model.drag().carried().isPresent());
  }

  private static boolean isInCard(EventTarget target) {
    Node at = target instanceof Node node ? node : null;
    while (at != null && !(at instanceof GuestCardView)) {
      at = at.getParent();
    }
    return at != null;
  }
}
