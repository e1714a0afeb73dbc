package org.iommuscope.app.ui.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.GroupMate;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Proposals;
import org.iommuscope.app.workspace.Reply;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.jspecify.annotations.Nullable;

/** The question which guest shall have devices, with what each of them would say to them. */
public final class AssignViewModel {

  /** A guest to choose; none stands for a new one. */
  public record Choice(Optional<GuestName> guest, Reply reply) {

    public String name() {
      return guest.map(name -> "Guest " + name).orElse("New guest");
    }
  }

  /**
   * The open question.
   *
   * @param mates the others in the groups of the devices, and what becomes of them
   */
  public record Question(List<DeviceRef> devices, List<GroupMate> mates, List<Choice> choices) {
    public Question {
      devices = List.copyOf(devices);
      mates = List.copyOf(mates);
      choices = List.copyOf(choices);
    }
  }

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>();

  public AssignViewModel(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The question that is open; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Asks for what is selected, among all guests. */
  public void askForSelection() {
    List<DeviceRef> selected = List.copyOf(workspace.session().selection());
    if (!selected.isEmpty()) {
      ask(selected, choice -> true);
    }
  }

  /** Asks for devices that were dropped beside the cards, among the guests that may have them. */
  public void askAmongLawful(List<DeviceRef> devices) {
    ask(devices, choice -> choice.guest().isEmpty() || !choice.reply().answer().isBad());
  }

  public void choose(Choice choice) {
    Question open = question.get();
    close();
    if (open != null) {
      workspace.perform(
          choice
              .guest()
              .<Intent>map(guest -> new Intent.Assign(guest, open.devices()))
              .orElseGet(() -> workspace.session().newGuestWith(open.devices())));
    }
  }

  public void close() {
    question.set(null);
  }

  private void ask(List<DeviceRef> devices, Predicate<Choice> offered) {
    Proposals proposals = workspace.judgement().propose(devices);
    List<Choice> choices = new ArrayList<>();
    proposals
        .replies()
        .forEach((guest, reply) -> choices.add(new Choice(Optional.of(guest), reply)));
    choices.add(new Choice(Optional.empty(), proposals.newGuest()));
    question.set(
        new Question(devices, proposals.mates(), choices.stream().filter(offered).toList()));
  }
}
