package org.iommuscope.app.ui.fill;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.export.FillText;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.WishReader;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.workspace.FoundFill;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.PlanSearch;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.planning.FillAnswer;
import org.iommuscope.model.planning.GuestRequest;
import org.iommuscope.model.planning.Requests;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.PciFunction;
import org.jspecify.annotations.Nullable;

/** Wishes for guests, and what is found for them. */
public final class FillViewModel {

  /** More choices than this are counted. */
  private static final int MOST_CHOICES = 60;

  /**
   * A device for a guest.
   *
   * @param reasons why this one, and what it means for others
   */
  record Chosen(String title, List<String> reasons) {
    Chosen {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * What came of the wishes.
   *
   * @param sentences why they cannot be granted, or what the host would lose
   * @param made the plan with all that was wished for; null where there is none
   */
  record Content(
      Answer answer,
      String headline,
      List<Chosen> chosen,
      List<String> sentences,
      Intent.@Nullable TakePlan made) {
    Content {
      chosen = List.copyOf(chosen);
      sentences = List.copyOf(sentences);
    }
  }

  private static final Content NOTHING = said(Answer.UNASKED, "", List.of());

  private final Workspace workspace;
  private final PlanSearch<FoundFill> search;
  private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(NOTHING);

  public FillViewModel(Workspace workspace, Latest.Executors executors) {
    this.workspace = workspace;
    search = new PlanSearch<>(workspace, executors);
    search.foundProperty().subscribe(found -> content.set(contentOf(found)));
  }

  ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** How often the search has looked; negative while nobody looks. */
  ReadOnlyIntegerProperty looksProperty() {
    return search.looksProperty();
  }

  /** What can be wished for on the host that is open. */
  List<WishKind> kinds() {
    return WishKind.of(workspace.session().host(), workspace.session().selection());
  }

  /** The NUMA nodes that functions of the host sit on. */
  List<Integer> nodes() {
    Set<Integer> nodes = new TreeSet<>();
    workspace.session().host().devices().values().stream()
        .filter(PciFunction.class::isInstance)
        .map(PciFunction.class::cast)
        .forEach(function -> function.placement().numaNode().known().ifPresent(nodes::add));
    nodes.removeIf(node -> node < 0);
    return List.copyOf(nodes);
  }

  /** The uses that the capture says nothing of, which therefore cannot be kept. */
  Set<HostUse.Kind> untold() {
    Set<HostUse.Kind> untold = EnumSet.noneOf(HostUse.Kind.class);
    untold.addAll(workspace.session().host().uses().notCaptured().keySet());
    return untold;
  }

  /** What the file of the plan wishes for; nothing where it has no wishes, or wrong ones. */
  Requests written() {
    PlanFile file = workspace.board().current().whole();
    return WishReader.read("the plan", file) instanceof WishReader.Reading.Opened(var wishes)
        ? wishes
        : Requests.NONE;
  }

  /** A name that no guest of the plan begins with, nor any of these. */
  String freeName(List<String> taken) {
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      String name = String.valueOf(letter);
      if (!taken.contains(name) && isFree(name)) {
        return name;
      }
    }
    return "guest";
  }

  private boolean isFree(String name) {
    AssignmentPlan plan = workspace.session().plan();
    return plan.guests().stream().noneMatch(guest -> guest.name().text().startsWith(name));
  }

  /** Looks for devices; what else the file of the plan keeps for the host is kept, too. */
  void find(List<GuestRequest> guests, Set<HostUse.Kind> kept) {
    Requests wishes = new Requests(guests, kept, written().kept());
    search.ask((session, cancelled) -> workspace.planner().fill(session, wishes, cancelled));
  }

  void cancel() {
    search.cancel();
    content.set(said(Answer.UNASKED, "The search was ended.", List.of()));
  }

  /** Has all that was found, as one step that one undo takes back. */
  void take() {
    Intent.TakePlan made = content.get().made();
    if (made != null) {
      workspace.perform(made);
    }
  }

  private Content contentOf(@Nullable FoundFill found) {
    if (found == null) {
      return NOTHING;
    }
    if (found.answer() instanceof FillAnswer.Filled filled) {
      return filled(filled, found.losses());
    }
    List<String> lines = FillText.of(found.answer()).lines().map(String::strip).toList();
    return said(answer(found.answer()), capital(lines.getFirst()), lines.subList(1, lines.size()));
  }

  private Content filled(FillAnswer.Filled filled, List<String> losses) {
    Session session = workspace.session();
    List<Chosen> chosen = new ArrayList<>();
    filled.choices().stream()
        .limit(MOST_CHOICES)
        .forEach(choice -> chosen.add(chosen(session.host(), choice)));
    int more = filled.choices().size() - MOST_CHOICES;
    if (more > 0) {
      chosen.add(new Chosen("and %,d more".formatted(more), List.of()));
    }
    return new Content(
        Answer.YES,
        filled.isCheapest()
            ? "Found; no other choice takes less from the host."
            : "Found; the search was cut short, and another choice may take less from the host.",
        chosen,
        losses,
        new Intent.TakePlan(filled.plan()));
  }

  private static Chosen chosen(HostTopology host, FillAnswer.Choice choice) {
    String devices =
        choice.offer().given().stream()
            .map(device -> DeviceNames.shortRef(device) + " " + DeviceNames.nameOf(host, device))
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    return new Chosen(choice.guest() + " gets " + devices, FillText.reasons(choice));
  }

  private static Content said(Answer answer, String headline, List<String> sentences) {
    return new Content(answer, headline, List.of(), sentences, null);
  }

  private static Answer answer(FillAnswer answer) {
    return switch (answer) {
      case FillAnswer.Filled filled -> Answer.YES;
      case FillAnswer.TooFew few -> Answer.NO;
      case FillAnswer.Contradiction contradiction -> Answer.NO;
      case FillAnswer.GaveUp gaveUp -> Answer.UNSURE;
      case FillAnswer.Cancelled cancelled -> Answer.UNASKED;
    };
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
