package org.iommuscope.app.ui.plan;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.impact.Advice;
import org.iommuscope.model.impact.HostLoss;
import org.iommuscope.model.impact.HostLosses;
import org.iommuscope.model.topology.DeviceRef;

/** What the host would lose if the judged plan were carried out; it warns and judges nothing. */
public final class ImpactViewModel {

  /**
   * The losses in words.
   *
   * @param summary {@code disk / (root), uplink}; empty where nothing is lost
   * @param losses a sentence each, the gravest first
   * @param gaps what cannot be told of losses, for the capture does not say
   * @param advice what people ask later, for the devices of the plan
   */
  public record Content(
      String summary,
      List<String> losses,
      List<String> gaps,
      List<String> advice,
      List<DeviceRef> devices) {

    public Content {
      losses = List.copyOf(losses);
      gaps = List.copyOf(gaps);
      advice = List.copyOf(advice);
      devices = List.copyOf(devices);
    }

    public boolean isLoss() {
      return !losses.isEmpty();
    }
  }

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Content> content;

  public ImpactViewModel(Workspace workspace) {
    this.workspace = workspace;
    content = new ReadOnlyObjectWrapper<>(contentOf(workspace.judgement()));
    workspace.judgementProperty().subscribe(judgement -> content.set(contentOf(judgement)));
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** Selects the devices that the host would miss. */
  public void selectLost() {
    workspace.perform(Intent.Select.all(content.get().devices()));
  }

  private static Content contentOf(Judgement judgement) {
    HostLosses losses = judgement.impact().losses();
    return new Content(
        losses.losses().stream()
            .map(loss -> loss.use().label())
            .distinct()
            .collect(Collectors.joining(", ")),
        losses.sentences(),
        losses.gaps(),
        judgement.impact().advice().stream().map(Advice::sentence).toList(),
        losses.losses().stream().map(HostLoss::device).distinct().toList());
  }
}
