package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iommuscope.model.plan.Dials;
import org.iommuscope.model.simulation.ImaginedHost;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;

/** What a plan's imagination does to the groups of the captured host, a sentence each. */
public final class ImaginedText {

  /** More devices than these are counted and not named. */
  private static final int MOST_NAMED = 4;

  private final HostTopology captured;
  private final ImaginedHost imagined;
  private final List<String> sentences = new ArrayList<>();
  private final Set<GroupId> told = new TreeSet<>();

  private ImaginedText(HostTopology captured, ImaginedHost imagined) {
    this.captured = captured;
    this.imagined = imagined;
  }

  /** The sentences; none where nothing is imagined. */
  public static List<String> of(HostTopology captured, ImaginedHost imagined) {
    if (!imagined.isImagined()) {
      return List.of();
    }
    ImaginedText text = new ImaginedText(captured, imagined);
    text.addSplits();
    text.addMerges();
    text.addMoves();
    text.addArrivals();
    text.addLosses();
    if (text.sentences.isEmpty() && imagined.unsure().isEmpty()) {
      text.sentences.add("the groups stay as they are");
    }
    text.addUnsure();
    text.addRisk();
    return List.copyOf(text.sentences);
  }

  /** The same as lines below a heading; empty where nothing is imagined. */
  public static String section(HostTopology captured, ImaginedHost imagined) {
    List<String> lines = of(captured, imagined);
    return lines.isEmpty()
        ? ""
        : "what would follow from what is imagined\n"
            + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
  }

  private void addSplits() {
    for (IommuGroup group : captured.groups().values()) {
      Set<GroupId> parts = new TreeSet<>();
      group.members().forEach(member -> newGroup(member).ifPresent(parts::add));
      if (parts.size() > 1 && isOnlyFrom(parts, group)) {
        sentences.add("group " + group.id() + " falls apart into " + list(parts));
        told.add(group.id());
        told.addAll(parts);
      }
    }
  }

  private boolean isOnlyFrom(Set<GroupId> parts, IommuGroup old) {
    return parts.stream()
        .flatMap(part -> members(part).stream())
        .flatMap(member -> oldGroup(member).stream())
        .allMatch(old.id()::equals);
  }

  private void addMerges() {
    for (IommuGroup group : imagined.host().groups().values()) {
      Set<GroupId> sources = new TreeSet<>();
      group.members().forEach(member -> oldGroup(member).ifPresent(sources::add));
      if (sources.size() > 1 && !told.contains(group.id()) && areWhole(sources, group)) {
        sentences.add("groups " + list(sources) + " become one: " + group.id());
        told.add(group.id());
        told.addAll(sources);
      }
    }
  }

  private boolean areWhole(Set<GroupId> sources, IommuGroup into) {
    return sources.stream()
        .flatMap(id -> captured.group(id).stream())
        .flatMap(group -> group.members().stream())
        .flatMap(member -> newGroup(member).stream())
        .allMatch(into.id()::equals);
  }

  private void addMoves() {
    Map<String, List<DeviceRef>> moves = new LinkedHashMap<>();
    for (DeviceRef device : captured.devices().keySet()) {
      Optional<GroupId> from = oldGroup(device);
      Optional<GroupId> to = newGroup(device);
      boolean isMove = from.isPresent() && to.isPresent() && !from.equals(to);
      if (isMove && !told.contains(from.get()) && !told.contains(to.get())) {
        moves
            .computeIfAbsent(
                " group " + from.get() + " for group " + to.get(), none -> new ArrayList<>())
            .add(device);
      }
    }
    moves.forEach((words, devices) ->
        sentences.add(names(devices) + (devices.size() == 1 ? " leaves" : " leave") + words));
  }

  private void addArrivals() {
    List<DeviceRef> fresh = new ArrayList<>(imagined.host().devices().keySet());
    fresh.removeAll(captured.devices().keySet());
    if (!fresh.isEmpty()) {
      Set<GroupId> groups = new TreeSet<>();
      fresh.forEach(device -> newGroup(device).ifPresent(groups::add));
      sentences.add(
          names(fresh)
              + (fresh.size() == 1 ? " appears" : " appear")
              + (groups.isEmpty() ? ", in no group yet" : ", in " + groups(groups)));
    }
  }

  private void addLosses() {
    List<DeviceRef> gone = new ArrayList<>(captured.devices().keySet());
    gone.removeAll(imagined.host().devices().keySet());
    if (!gone.isEmpty()) {
      Set<GroupId> groups = new TreeSet<>(captured.groups().keySet());
      groups.removeAll(imagined.host().groups().keySet());
      groups.removeAll(told);
      sentences.add(
          names(gone)
              + (gone.size() == 1 ? " is gone" : " are gone")
              + (groups.isEmpty() ? "" : ", and " + groups(groups)));
    }
  }

  private void addUnsure() {
    if (!imagined.unsure().isEmpty()) {
      sentences.add(
          "cannot tell: config space not captured of "
              + names(imagined.restarted().untold())
              + "; "
              + names(imagined.unsure())
              + " may be in other groups");
    }
  }

  private void addRisk() {
    boolean isOverridden =
        Dials.parameter(imagined.steps(), Dials.ACS_OVERRIDE)
            .filter(words -> !words.isEmpty())
            .isPresent();
    if (isOverridden) {
      sentences.add(
          "unsafe: with an ACS override the hardware isolates no more than before, and only patched"
              + " kernels know it");
    }
  }

  private Optional<GroupId> oldGroup(DeviceRef device) {
    return captured.groupOf(device).map(IommuGroup::id);
  }

  private Optional<GroupId> newGroup(DeviceRef device) {
    return imagined.host().groupOf(device).map(IommuGroup::id);
  }

  private Set<DeviceRef> members(GroupId id) {
    return new LinkedHashSet<>(
        imagined.host().group(id).map(IommuGroup::members).orElseGet(LinkedHashSet::new));
  }

  private static String names(Collection<? extends DeviceRef> devices) {
    String named =
        devices.stream().limit(MOST_NAMED).map(DeviceRef::text).collect(Collectors.joining(", "));
    int more = devices.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static String groups(Set<GroupId> ids) {
    return (ids.size() == 1 ? "group " : "groups ") + list(ids);
  }

  private static String list(Set<GroupId> ids) {
    return ids.stream().map(GroupId::toString).collect(Collectors.joining(", "));
  }
}
