package org.iommuscope.app.ui.find;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.DeviceRef;

/** A search among the devices of the host, and the place among what it found. */
public final class FindViewModel {

  private final Workspace workspace;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Set<DeviceRef>> matches =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<String> place = new ReadOnlyObjectWrapper<>("");
  private List<DeviceRef> found = List.of();
  private SearchTexts texts;

  public FindViewModel(Workspace workspace) {
    this.workspace = workspace;
    texts = SearchTexts.of(workspace.judgement().host());
    text.subscribe(words -> search());
    workspace.sessionProperty().subscribe(now -> hostMayHaveChanged());
    workspace.judgementProperty().subscribe(now -> hostMayHaveChanged());
  }

  /** What is searched for; every word must be found somewhere in a device. */
  public StringProperty textProperty() {
    return text;
  }

  /** The devices found; empty where nothing is searched for. */
  public ReadOnlyObjectProperty<Set<DeviceRef>> matchesProperty() {
    return matches.getReadOnlyProperty();
  }

  /** How many were found and which one is selected: {@code 2 of 5}. */
  public ReadOnlyObjectProperty<String> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** Whether anything is searched for. */
  public boolean isSearching() {
    return !text.get().isBlank();
  }

  public void next() {
    step(1);
  }

  public void previous() {
    step(-1);
  }

  private void step(int by) {
    if (!found.isEmpty()) {
      int start = at() < 0 && by < 0 ? 0 : at();
      DeviceRef target = found.get(Math.floorMod(start + by, found.size()));
      workspace.perform(Intent.Select.of(target));
    }
  }

  private void search() {
    List<String> words = List.of(text.get().toLowerCase(Locale.ROOT).strip().split("\\s+"));
    found = isSearching() ? texts.matching(words) : List.of();
    matches.set(found.stream().collect(Collectors.toUnmodifiableSet()));
    showPlace();
  }

  private void hostMayHaveChanged() {
    if (!texts.isOf(workspace.judgement().host())) {
      texts = SearchTexts.of(workspace.judgement().host());
      search();
    }
    showPlace();
  }

  private void showPlace() {
    if (!isSearching()) {
      place.set("");
    } else if (found.isEmpty()) {
      place.set("not found");
    } else {
      place.set(at() < 0 ? found.size() + " found" : (at() + 1) + " of " + found.size());
    }
  }

  /** The place of the selection among what was found; -1 where it is not among them. */
  private int at() {
    return workspace.session().selection().stream().findFirst().map(found::indexOf).orElse(-1);
  }
}
