package org.iommuscope.app.ui.filter;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostUse;

/** What is filtered by, and which devices pass, found out in the background. */
public final class FilterViewModel {

  private record Question(DeviceFilter filter, Judgement judgement) {}

  /**
   * What came of a filter.
   *
   * @param passing the devices that pass; nothing where nobody filters
   * @param summary in words how many they are; empty where nobody filters
   */
  public record Outcome(DeviceFilter filter, Optional<Set<DeviceRef>> passing, String summary) {

    static final Outcome ALL = new Outcome(DeviceFilter.NONE, Optional.empty(), "");

    /** Whether a device is shown at full strength. */
    public boolean shows(DeviceRef device) {
      return passing.isEmpty() || passing.get().contains(device);
    }
  }

  private final Workspace workspace;
  private final Latest<Question, Outcome> filtering;
  private final Map<Trait, Map<String, Integer>> counted = new EnumMap<>(Trait.class);
  private final ReadOnlyObjectWrapper<DeviceFilter> filter =
      new ReadOnlyObjectWrapper<>(DeviceFilter.NONE);
  private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(Outcome.ALL);

  public FilterViewModel(Workspace workspace, Latest.Executors executors) {
    this.workspace = workspace;
    filtering = new Latest<>(FilterViewModel::answer, executors, outcome::set);
    workspace.judgementProperty().subscribe(this::judged);
  }

  public ReadOnlyObjectProperty<DeviceFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /** What came of the filter; that of an earlier one while the present one is being asked. */
  public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Wants a value, or does not want it any more. */
  public void toggle(Wanted value) {
    filter.set(filter.get().toggled(value));
    ask();
  }

  public void toggle(Trait yesOrNo) {
    toggle(yesOrNo.itself());
  }

  public void clear() {
    filter.set(DeviceFilter.NONE);
    ask();
  }

  /** The value that a device has of a trait, in words. */
  public Optional<String> valueOf(Trait trait, HostDevice device) {
    return trait.of(device, workspace.judgement());
  }

  /** The values that devices of the host have, with how many have each. */
  public Map<String, Integer> valuesOf(Trait trait) {
    return counted.computeIfAbsent(trait, this::count);
  }

  private Map<String, Integer> count(Trait trait) {
    Map<String, Integer> values = new TreeMap<>();
    Judgement judgement = workspace.judgement();
    for (HostDevice device : judgement.host().devices().values()) {
      trait.of(device, judgement).ifPresent(value -> values.merge(value, 1, Integer::sum));
    }
    return values;
  }

  // What another host does not have cannot be wanted of it.
  private void judged(Judgement before, Judgement now) {
    if (before.session().host() != now.session().host()
        && !now.session().isOfSameSource(before.session())) {
      filter.set(DeviceFilter.NONE);
      counted.clear();
    }
    ask();
  }

  private void ask() {
    if (filter.get().isEmpty() && outcome.get() == Outcome.ALL) {
      return;
    }
    filtering.ask(new Question(filter.get(), workspace.judgement()));
  }

  private static Outcome answer(Question asked) {
    if (asked.filter().isEmpty()) {
      return Outcome.ALL;
    }
    Set<DeviceRef> passing = new LinkedHashSet<>();
    Map<DeviceRef, HostDevice> devices = asked.judgement().host().devices();
    for (HostDevice device : devices.values()) {
      if (asked.filter().accepts(device, asked.judgement())) {
        passing.add(device.ref());
      }
    }
    String summary =
        passing.isEmpty()
            ? "None of %,d devices has".formatted(devices.size())
            : "%,d of %,d devices".formatted(passing.size(), devices.size());
    return new Outcome(
        asked.filter(), Optional.of(Collections.unmodifiableSet(passing)), summary + untold(asked));
  }

  /** What a capture does not say of uses may be what makes a device critical. */
  private static String untold(Question asked) {
    Set<HostUse.Kind> missing = asked.judgement().session().host().uses().notCaptured().keySet();
    return missing.isEmpty() || !asked.filter().wanted().contains(Trait.CRITICAL.itself())
        ? ""
        : "; not captured: "
            + missing.stream().map(HostUse.Kind::word).collect(Collectors.joining(", "));
  }
}
