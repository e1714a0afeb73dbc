package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.ReservedRegion;

/** What one boot's log has told so far; what happens later in a log is true later. */
final class Boot {

  /** A clock that goes back by more than this many seconds was started again. */
  private static final double BACKWARDS = 5;

  private record Membership(GroupId group, String driver, Place place) {}

  private record Move(DeviceRef device, Membership before, Place place) {}

  private record Endpoint(KernelLine.Enumerated told, Place place) {}

  private record Buses(KernelLine.Bridge told, Place place) {}

  private record Region(ReservedRegion region, Place place) {}

  private final TextDump text;
  private final Map<DeviceRef, Membership> members = new LinkedHashMap<>();
  private final Map<PciAddress, Endpoint> endpoints = new HashMap<>();
  private final Map<PciAddress, Buses> bridges = new HashMap<>();
  private final Map<PciAddress, List<Region>> regions = new HashMap<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<KernelLine.RootBus> roots = new ArrayList<>();
  private final KernelWords words = new KernelWords();
  private double clock;
  private int firstLine;
  private int lastMemberLine = -1;

  Boot(TextDump text) {
    this.text = text;
  }

  boolean isEmpty() {
    return firstLine == 0;
  }

  boolean hasMembers() {
    return !members.isEmpty();
  }

  int members() {
    return members.size();
  }

  /** Whether the text ends where this boot still puts devices into groups. */
  boolean isCut() {
    return lastMemberLine >= 0 && text.firstFree(lastMemberLine + 1) == 0;
  }

  /** The line that told the first thing of it, counted from 1; 0 where none did. */
  int firstLine() {
    return firstLine;
  }

  /** Whether the clock before a line says that the machine was started again. */
  boolean isBefore(String line) {
    OptionalDouble time = KernelLine.clock(line);
    return hasMembers()
        && time.isPresent()
        && time.getAsDouble() < clock - BACKWARDS
        && time.getAsDouble() < BACKWARDS;
  }

  /** Reads a line; returns whether it told something. */
  boolean read(String line, int index) {
    Place place = text.place(index);
    Optional<KernelLine> told = KernelLine.of(line);
    boolean isWord = words.read(line, place);
    if (told.isPresent() || isWord) {
      firstLine = firstLine == 0 ? index + 1 : firstLine;
      clock = KernelLine.clock(line).orElse(clock);
    }
    told.ifPresent(it -> keep(it, place, index));
    return told.isPresent() || isWord;
  }

  private void keep(KernelLine line, Place place, int index) {
    switch (line) {
      case KernelLine.Joined(DeviceRef device, String driver, GroupId group) -> {
        Membership before = members.put(device, new Membership(group, driver, place));
        lastMemberLine = index;
        if (before != null && !before.group().equals(group)) {
          moves.add(new Move(device, before, place));
        }
      }
      case KernelLine.Left(DeviceRef device) -> members.remove(device);
      case KernelLine.Enumerated enumerated ->
          endpoints.put(enumerated.function(), new Endpoint(enumerated, place));
      case KernelLine.Bridge bridge -> bridges.put(bridge.function(), new Buses(bridge, place));
      case KernelLine.RootBus root -> roots.add(root);
      case KernelLine.Mapped(PciAddress function, ReservedRegion region) ->
          regions
              .computeIfAbsent(function, none -> new ArrayList<>())
              .add(new Region(region, place));
    }
  }

  /** Says all that is true at the end of the log. */
  void tell(Evidence evidence) {
    members.forEach((device, it) -> tell(evidence, device, it));
    endpoints.forEach((function, it) -> it.told().tell(evidence.device(function), it.place()));
    bridges.forEach((function, it) -> {
      Claims claims = evidence.device(function);
      claims.say(Fact.SECONDARY_BUS, it.told().secondary(), it.place());
      claims.say(Fact.SUBORDINATE_BUS, it.told().subordinate(), it.place());
    });
    roots.forEach(root -> evidence.rootBus(root.segment(), root.bus()));
    regions.forEach((function, all) -> tellRegions(evidence, function, all));
    moves.forEach(move -> tell(evidence, move));
    words.tell(evidence);
  }

  /** A log that puts a device into two groups holds two boots, or lost the line between them. */
  private static void tell(Evidence evidence, Move move) {
    evidence.group(move.before().group());
    evidence
        .notes()
        .contradiction(
            move.place().file(),
            move.place().line(),
            "%s joins a group here, and was in group %s since %s; what comes later in a log counts"
                .formatted(move.device(), move.before().group(), move.before().place()));
  }

  /** The driver that a function had when it joined may have let go of it since. */
  private static void tell(Evidence evidence, DeviceRef device, Membership told) {
    Claims claims = evidence.member(device, told.group(), told.place());
    switch (device) {
      case PciAddress function -> {}
      case DeviceName name ->
          claims.say(
              Fact.BUS,
              Optional.of(told.driver()).filter(KernelLine.BUSES::contains),
              told.place());
      case MdevUuid mdev ->
          claims.say(
              Fact.DRIVER, Optional.of(told.driver()).filter(it -> !it.isEmpty()), told.place());
    }
  }

  private void tellRegions(Evidence evidence, PciAddress function, List<Region> all) {
    Membership member = members.get(function);
    if (member != null) {
      evidence
          .group(member.group())
          .say(
              Fact.RESERVED_REGIONS,
              all.stream().map(Region::region).distinct().toList(),
              all.getFirst().place());
    }
  }
}
