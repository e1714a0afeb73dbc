package org.iommuscope.app.ui.verdict;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Workspace;

/** What the judged plan comes to, and every step that stands in its way. */
public final class VerdictViewModel {

  /** The headline and the troubles below it. */
  public record Content(Answer answer, String headline, List<Trouble> troubles) {
    public Content {
      troubles = List.copyOf(troubles);
    }
  }

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Content> content;

  public VerdictViewModel(Workspace workspace) {
    this.workspace = workspace;
    content = new ReadOnlyObjectWrapper<>(contentOf(workspace.judgement()));
    workspace.judgementProperty().subscribe(judgement -> content.set(contentOf(judgement)));
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  public void apply(Trouble.Remedy remedy) {
    workspace.perform(new Intent.ApplyFix(remedy.change()));
  }

  private static Content contentOf(Judgement judgement) {
    List<Trouble> troubles = new Troubles(judgement).all();
    return new Content(answerOf(judgement), headline(judgement, troubles.size()), troubles);
  }

  private static Answer answerOf(Judgement judgement) {
    return judgement.verdict().steps().isEmpty()
        ? Answer.UNASKED
        : Answer.of(judgement.verdict().outcome());
  }

  private static String headline(Judgement judgement, int troubles) {
    int steps = judgement.verdict().steps().size();
    return switch (answerOf(judgement)) {
      case UNASKED -> "Give a device to a guest to see what the host would say.";
      case YES -> steps == 1 ? "The one step succeeds." : "All " + steps + " steps succeed.";
      case NO -> troubles + " of " + steps + (steps == 1 ? " step" : " steps") + " would not work.";
      case UNSURE -> "Nothing is refused, but not everything can be told.";
    };
  }
}
