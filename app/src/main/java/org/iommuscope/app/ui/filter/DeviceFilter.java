package org.iommuscope.app.ui.filter;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.model.topology.HostDevice;

/** What is wanted: of each trait that is named at all, one of its values. */
public record DeviceFilter(SequencedSet<Wanted> wanted) {

  static final DeviceFilter NONE = new DeviceFilter(new LinkedHashSet<>());

  public DeviceFilter {
    wanted = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(wanted));
  }

  public boolean isEmpty() {
    return wanted.isEmpty();
  }

  DeviceFilter toggled(Wanted value) {
    LinkedHashSet<Wanted> changed = new LinkedHashSet<>(wanted);
    if (!changed.remove(value)) {
      changed.add(value);
    }
    return new DeviceFilter(changed);
  }

  boolean accepts(HostDevice device, Judgement judgement) {
    return Stream.of(Trait.values())
        .filter(trait -> wanted.stream().anyMatch(each -> each.trait() == trait))
        .allMatch(trait ->
            trait
                .of(device, judgement)
                .filter(value -> wanted.contains(new Wanted(trait, value)))
                .isPresent());
  }
}
