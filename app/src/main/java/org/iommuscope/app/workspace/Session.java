package org.iommuscope.app.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.Provenance;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.KernelFacts;
import org.iommuscope.model.topology.PciFunction;

/**
 * What the window is about at one moment: a host, a plan for it, and what is selected.
 *
 * @param imported everything that is known of the host
 * @param further what of that came from captures that were added later, the oldest first
 */
public record Session(
    ImportResult imported,
    Origin origin,
    List<ImportResult> further,
    AssignmentPlan plan,
    SequencedSet<DeviceRef> selection) {

  public Session {
    further = List.copyOf(further);
    selection = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(selection));
  }

  /** A host with a plan, nothing selected. */
  public static Session of(ImportResult imported, Origin origin, AssignmentPlan plan) {
    return new Session(imported, origin, List.of(), plan, new LinkedHashSet<>());
  }

  /** A session before anything is open. */
  public static Session empty() {
    HostTopology nothing = new HostTopology(List.of(), List.of(), List.of(), KernelFacts.unread());
    return of(
        new ImportResult(nothing, new Provenance("", "sysfs", Map.of()), List.of()),
        Origin.NOWHERE,
        AssignmentPlan.EMPTY);
  }

  public HostTopology host() {
    return imported.host();
  }

  /** The capture as the user named it. */
  public String source() {
    return imported.provenance().path();
  }

  /** What was odd in the capture, a sentence each. */
  public List<String> notes() {
    return imported.notes().stream().map(note -> note.where() + ": " + note.text()).toList();
  }

  public Session withPlan(AssignmentPlan changed) {
    return new Session(imported, origin, further, changed, selection);
  }

  /** The same host read again; what is gone is selected no more. */
  public Session withImported(ImportResult fresh) {
    SequencedSet<DeviceRef> left = new LinkedHashSet<>(selection);
    left.retainAll(fresh.host().devices().keySet());
    return new Session(fresh, origin, further, plan, left);
  }

  /** A newer reading of the first capture, with all that was added to it. */
  ImportResult withFurther(ImportResult fresh) {
    ImportResult merged = fresh;
    for (ImportResult each : further) {
      merged = merged.with(each);
    }
    return merged;
  }

  /** The same host with one capture more, which is merged with the others already. */
  Session withEvidence(ImportResult more, ImportResult merged) {
    List<ImportResult> longer = new ArrayList<>(further);
    longer.add(more);
    return new Session(merged, origin, longer, plan, selection);
  }

  /** Whether both show the host of one source, if at different moments. */
  public boolean isOfSameSource(Session other) {
    return origin == other.origin() && source().equals(other.source());
  }

  public Session withSelection(SequencedSet<DeviceRef> changed) {
    return new Session(imported, origin, further, plan, changed);
  }

  /** A guest under the first free letter, with the devices it gets at once. */
  public Intent.AddGuest newGuestWith(DeviceRef... devices) {
    return newGuestWith(List.of(devices));
  }

  public Intent.AddGuest newGuestWith(List<DeviceRef> devices) {
    return new Intent.AddGuest(freeName(), devices);
  }

  /** The devices of the groups of what is selected that can be assigned, selected ones first. */
  public SequencedSet<DeviceRef> selectedGroups() {
    SequencedSet<DeviceRef> all = new LinkedHashSet<>(selection);
    for (DeviceRef device : selection) {
      host().groupOf(device).map(IommuGroup::members).ifPresent(all::addAll);
    }
    all.removeIf(device -> !selection.contains(device) && isBridge(device));
    return all;
  }

  private boolean isBridge(DeviceRef device) {
    return host()
        .device(device)
        .filter(found -> found instanceof PciFunction function && function.isBridge())
        .isPresent();
  }

  private GuestName freeName() {
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      GuestName name = new GuestName(String.valueOf(letter));
      if (plan.guest(name).isEmpty()) {
        return name;
      }
    }
    int number = 1;
    while (plan.guest(new GuestName("guest" + number)).isPresent()) {
      number++;
    }
    return new GuestName("guest" + number);
  }
}
