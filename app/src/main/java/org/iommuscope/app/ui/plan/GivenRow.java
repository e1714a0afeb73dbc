package org.iommuscope.app.ui.plan;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.iommuscope.app.ui.drag.DragSource;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.ui.sign.NodeId;
import org.iommuscope.app.ui.sign.SignMark;
import org.iommuscope.model.plan.GuestName;

/** A device on a guest's card. */
final class GivenRow extends HBox {

  GivenRow(GuestsViewModel model, GuestName guest, GuestCard.Given given) {
    setId(NodeId.of("guest", guest, "device", given.device()));
    getStyleClass().add("given");
    Label address = new Label(DeviceNames.shortRef(given.device()));
    address.setTooltip(new Tooltip(given.device().text()));
    address.getStyleClass().add("address");
    Label name = new Label(given.name());
    name.getStyleClass().add("device-name");
    name.setTooltip(new Tooltip(given.name()));
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    address.setMinWidth(USE_PREF_SIZE);
    Button withdraw = new Button("×");
    withdraw.setId(NodeId.of("guest", guest, "withdraw", given.device()));
    withdraw.getStyleClass().addAll("flat", "small-action");
    withdraw.setAccessibleText("Take " + given.device() + " from guest " + guest);
    setAccessibleText(given.device() + ", " + given.name() + ", " + given.answer().name());
    withdraw.setTooltip(new Tooltip("Take " + given.device() + " from guest " + guest));
    withdraw.setOnAction(pressed -> model.withdraw(guest, given.device()));
    getChildren().addAll(new SignMark(given.answer()), address, name, withdraw);
    setOnMouseClicked(clicked -> model.select(given.device()));
    DragSource.install(this, model.drag(), press -> java.util.Optional.of(given.device()));
  }
}
