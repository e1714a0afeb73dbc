package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.OpenFile;
import org.iommuscope.model.attach.VfioGroup;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.Objection.Holding;
import org.iommuscope.model.verdict.Statement;

/** Who holds a group, and by which devices. */
final class Holders {

  private Holders() {}

  static Optional<GuestName> guestOf(AttachState state, GroupId group) {
    return state.vfioGroup(group).flatMap(open -> guestOf(state, open));
  }

  private static Optional<GuestName> guestOf(AttachState state, VfioGroup group) {
    return group
        .file()
        .map(Handle::guest)
        .or(() -> group.devices().stream().map(Handle::guest).findFirst())
        .or(() -> group.container().flatMap(state::container).map(found -> found.owner()));
  }

  /** The devices of a group that are open, sorted. */
  static List<DeviceRef> devicesOf(AttachState state, GroupId group) {
    return state.vfioGroup(group).stream()
        .flatMap(open -> open.devices().stream())
        .flatMap(file -> deviceOf(state, file).stream())
        .sorted()
        .distinct()
        .toList();
  }

  /** When a group that another guest of the plan holds can be had. */
  static List<Cause> release(Situation situation, GroupId group) {
    List<DeviceRef> held = devicesOf(situation.state(), group);
    Optional<GuestName> holder = guestOf(situation.state(), group);
    boolean another =
        situation.wanted().filter(by -> !holder.equals(Optional.of(by.guest().name()))).isPresent();
    return holder
        .filter(guest -> another && !held.isEmpty())
        .map(guest -> Cause.fact(new Statement.FreeWhen(group, guest, held)))
        .stream()
        .toList();
  }

  static Optional<Holding> of(AttachState state, GroupId group) {
    return guestOf(state, group)
        .flatMap(guest ->
            devicesOf(state, group).stream().findFirst().map(device -> new Holding(guest, device)));
  }

  /** The objection with the holder named, where there is one. */
  static Objection name(Objection objection, AttachState state, GroupId group) {
    Objection blamed = objection.blaming(devicesOf(state, group));
    return of(state, group).map(blamed::heldBy).orElse(blamed);
  }

  private static Optional<DeviceRef> deviceOf(AttachState state, Handle file) {
    return state.file(file).flatMap(OpenFile::device);
  }
}
