package org.iommuscope.app.ui.plan;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.ui.drag.DeviceDrag;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Reply;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;

/** The guests of the plan, in its order, and what can be done with them. */
public final class GuestsViewModel {

  private final Workspace workspace;
  private final DeviceDrag drag;
  private final ReadOnlyObjectWrapper<List<GuestCard>> cards =
      new ReadOnlyObjectWrapper<>(List.of());

  public GuestsViewModel(Workspace workspace, DeviceDrag drag) {
    this.workspace = workspace;
    this.drag = drag;
    workspace.sessionProperty().subscribe(now -> refresh());
    workspace.judgementProperty().subscribe(now -> refresh());
  }

  public ReadOnlyObjectProperty<List<GuestCard>> cardsProperty() {
    return cards.getReadOnlyProperty();
  }

  public DeviceDrag drag() {
    return drag;
  }

  public void addGuest() {
    workspace.perform(workspace.session().newGuestWith());
  }

  public void removeGuest(GuestName guest) {
    workspace.perform(new Intent.RemoveGuest(guest));
  }

  public void withdraw(GuestName guest, DeviceRef device) {
    workspace.perform(new Intent.Withdraw(guest, device));
  }

  public void select(DeviceRef device) {
    workspace.perform(Intent.Select.of(device));
  }

  /** Switches a guest's vIOMMU, to the one that {@code "viommu": true} stands for. */
  public void setViommu(GuestName guest, boolean wanted) {
    workspace.perform(new Intent.SetViommu(guest, wanted ? Viommu.standard() : new Viommu.None()));
  }

  private void refresh() {
    Session session = workspace.session();
    Judgement judgement = workspace.judgement();
    cards.set(
        session.plan().guests().stream().map(guest -> card(session, judgement, guest)).toList());
  }

  private static GuestCard card(Session session, Judgement judgement, Guest guest) {
    Reply reply = judgement.replyOf(guest);
    return new GuestCard(
        guest.name(),
        guest.viommu() instanceof Viommu.Present,
        reply,
        session.plan().comment(new Commented.OfGuest(guest.name())),
        guest.devices().stream()
            .map(given -> given(session, judgement, guest.name(), given.device()))
            .toList());
  }

  private static GuestCard.Given given(
      Session session, Judgement judgement, GuestName guest, DeviceRef device) {
    return new GuestCard.Given(
        device, DeviceNames.nameOf(judgement.host(), device), judgement.answerTo(guest, device));
  }
}
