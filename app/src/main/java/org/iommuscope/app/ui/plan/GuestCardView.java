package org.iommuscope.app.ui.plan;

import atlantafx.base.controls.ToggleSwitch;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.sign.NodeId;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.SignMark;
import org.iommuscope.app.ui.term.Term;
import org.iommuscope.app.ui.term.TermTooltip;
import org.iommuscope.app.workspace.Reply;

/** One guest as a card: its name, vIOMMU switch, verdict and devices, and a place to drop. */
final class GuestCardView extends VBox {

  private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");
  private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

  private final GuestsViewModel model;
  private final ToggleSwitch viommu = new ToggleSwitch("vIOMMU");
  private final SignMark sign = new SignMark(Answer.UNASKED);
  private final Label words = new Label();
  private final Sentence comment = new Sentence("");
  private final VBox devices = new VBox();
  private GuestCard card;

  GuestCardView(GuestsViewModel model, GuestCard card) {
    this.model = model;
    this.card = card;
    setId(NodeId.of("guest", card.guest()));
    getStyleClass().add("guest-card");
    viommu.setId(NodeId.of("guest", card.guest(), "viommu"));
    viommu.setTooltip(new TermTooltip(Term.VIOMMU));
    viommu.setAccessibleText("Guest " + card.guest() + " has a virtual IOMMU");
    words.setId(NodeId.of("guest", card.guest(), "reply"));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add("reply");
    HBox reply = new HBox(sign, words);
    reply.getStyleClass().add("reply-row");
    HBox.setHgrow(words, Priority.ALWAYS);
    comment.getStyleClass().add("comment");
    getChildren().addAll(header(), comment, reply, devices);
    show(card);
    viommu.selectedProperty().subscribe(wanted -> model.setViommu(this.card.guest(), wanted));
    acceptDrops();
  }

  /** Shows another state of the same guest. */
  void show(GuestCard changed) {
    boolean sameDevices =
        changed.devices().equals(card.devices()) && !devices.getChildren().isEmpty();
    card = changed;
    viommu.setSelected(changed.viommu());
    comment.setText(changed.comment());
    comment.setVisible(!changed.comment().isEmpty());
    comment.setManaged(!changed.comment().isEmpty());
    if (!sameDevices) {
      devices.getChildren().setAll(changed.devices().stream().map(this::row).toList());
    }
    showReply();
  }

  private HBox header() {
    Label name = new Label(card.guest().text());
    name.getStyleClass().add("guest-name");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button remove = new Button("×");
    remove.setId(NodeId.of("guest", card.guest(), "remove"));
    remove.getStyleClass().addAll("flat", "small-action");
    remove.setAccessibleText("Take guest " + card.guest() + " out of the plan");
    remove.setTooltip(new Tooltip("Take guest " + card.guest() + " out of the plan"));
    remove.setOnAction(pressed -> model.removeGuest(card.guest()));
    HBox header = new HBox(name, gap, viommu, remove);
    header.getStyleClass().add("guest-header");
    return header;
  }

  private GivenRow row(GuestCard.Given given) {
    return new GivenRow(model, card.guest(), given);
  }

  /** Shows how the guest fares, or what it says to the device on the pointer. */
  void showReply() {
    Reply reply =
        model
            .drag()
            .carried()
            .map(proposals -> proposals.replies().getOrDefault(card.guest(), card.reply()))
            .orElse(card.reply());
    sign.show(reply.answer());
    words.setText(reply.words());
    setAccessibleText("Guest " + card.guest() + ": " + reply.words());
    for (Answer answer : Answer.values()) {
      pseudoClassStateChanged(
          PseudoClass.getPseudoClass(SignMark.styleClass(answer)), answer == reply.answer());
    }
    pseudoClassStateChanged(ASKED, isCarrying());
    if (!isCarrying()) {
      pseudoClassStateChanged(DROP_TARGET, false);
    }
  }

  private void acceptDrops() {
    setOnMouseDragEntered(over -> pseudoClassStateChanged(DROP_TARGET, isCarrying()));
    setOnMouseDragExited(over -> pseudoClassStateChanged(DROP_TARGET, false));
    setOnMouseDragReleased(this::drop);
    addEventFilter(MouseEvent.MOUSE_CLICKED, this::takeFocus);
  }

  private void drop(MouseDragEvent released) {
    model.drag().dropOn(card.guest());
    released.consume();
  }

  private void takeFocus(MouseEvent clicked) {
    if (clicked.getTarget() == this) {
      requestFocus();
    }
  }

  private boolean isCarrying() {
    return model.drag().carried().isPresent();
  }
}
