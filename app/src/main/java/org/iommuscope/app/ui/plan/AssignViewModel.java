package org.iommuscope.app.ui.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Proposals;
import org.iommuscope.app.workspace.Reply;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.jspecify.annotations.Nullable;

/** The question which guest shall have a device, with what each of them would say to it. */
public final class AssignViewModel {

  /** A guest to choose; none stands for a new one. */
  public record Choice(Optional<GuestName> guest, Reply reply) {

    public String name() {
      return guest.map(name -> "Guest " + name).orElse("New guest");
    }
  }

  /** The open question. */
  public record Question(DeviceRef device, List<Choice> choices) {
    public Question {
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

  /** Asks for the device selected first, among all guests. */
  public void askForSelection() {
    workspace.session().selection().stream()
        .findFirst()
        .ifPresent(device -> ask(device, choice -> true));
  }

  /** Asks for a device that was dropped beside the cards, among the guests that may have it. */
  public void askAmongLawful(DeviceRef device) {
    ask(device, choice -> choice.guest().isEmpty() || !choice.reply().answer().isBad());
  }

  public void choose(Choice choice) {
    Question open = question.get();
    close();
    if (open != null) {
      workspace.perform(
          choice
              .guest()
              .<Intent>map(guest -> new Intent.Assign(guest, open.device()))
              .orElseGet(() -> workspace.session().newGuestWith(open.device())));
    }
  }

  public void close() {
    question.set(null);
  }

  private void ask(DeviceRef device, Predicate<Choice> offered) {
    Proposals proposals = workspace.judgement().propose(device);
    List<Choice> choices = new ArrayList<>();
    proposals
        .replies()
        .forEach((guest, reply) -> choices.add(new Choice(Optional.of(guest), reply)));
    choices.add(new Choice(Optional.empty(), proposals.newGuest()));
    question.set(new Question(device, choices.stream().filter(offered).toList()));
  }
}
