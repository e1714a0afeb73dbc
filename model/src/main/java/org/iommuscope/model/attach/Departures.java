package org.iommuscope.model.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.PciAddress;

/** How devices leave vfio: whom they wait for, and what goes with them. */
public final class Departures {

  /** What a device that leaves waits for; {@code vfio_unregister_group_dev}. */
  public enum Wait {
    /** A file of the device is open. */
    FILES,
    /** It is the last of a group that is still in a container; Linux up to 5.18. */
    CONTAINER
  }

  private Departures() {}

  /** The devices that must leave vfio before a step is done, in the kernel's order. */
  public static List<DeviceRef> leaving(AttachState state, AttachStep step) {
    return switch (step) {
      case AttachStep.Unbind(DeviceRef device) -> withDependents(state, device);
      case AttachStep.Bind(DeviceRef device, String driver) -> withDependents(state, device);
      case AttachStep.SetVfs(PciAddress pf, int count) -> count == 0 ? state.vfsOf(pf) : List.of();
      case AttachStep.RemoveMdev(var uuid) ->
          state.device(uuid).isPresent() ? List.of(uuid) : List.of();
      default -> List.of();
    };
  }

  /** What the device would have to wait for now; nothing where it may leave at once. */
  public static Optional<Wait> waitOf(AttachState state, DeviceRef ref) {
    Optional<LiveDevice> found = state.device(ref);
    if (found.isEmpty() || !isKnownToVfio(state, found.get())) {
      return Optional.empty();
    }
    if (!state.usersOf(found.get()).isEmpty()) {
      return Optional.of(Wait.FILES);
    }
    Optional<GroupId> group = found.get().group().known();
    boolean contained = group.flatMap(state::vfioGroup).flatMap(VfioGroup::container).isPresent();
    return !state.era().ownsDma()
            && contained
            && (isLast(state, group.get(), ref) || isLent(state, group.get(), found.get()))
        ? Optional.of(Wait.CONTAINER)
        : Optional.empty();
  }

  static AttachState settle(AttachState state) {
    AttachState settled = state;
    for (Departure waiting : state.departures()) {
      settled = proceed(settled, waiting);
    }
    return settled;
  }

  /** Begins a departure and takes it as far as it goes. */
  static AttachState begin(AttachState state, AttachStep step) {
    Departure departure = new Departure(step, leaving(state, step));
    List<Departure> waiting = new ArrayList<>(state.departures());
    waiting.add(departure);
    return proceed(state.with(waiting), departure);
  }

  private static AttachState proceed(AttachState state, Departure departure) {
    AttachState now = state;
    Departure rest = departure;
    while (!rest.leaving().isEmpty() && waitOf(now, rest.leaving().getFirst()).isEmpty()) {
      now = Effects.left(now, rest.leaving().getFirst(), rest.cause());
      rest = rest.withoutFirst();
    }
    List<Departure> waiting = new ArrayList<>(now.departures());
    int at = waiting.indexOf(departure);
    if (rest.leaving().isEmpty()) {
      waiting.remove(at);
    } else {
      waiting.set(at, rest);
    }
    return now.with(waiting);
  }

  private static List<DeviceRef> withDependents(AttachState state, DeviceRef ref) {
    Optional<LiveDevice> device = state.device(ref);
    if (device.isEmpty()) {
      return List.of();
    }
    List<DeviceRef> leaving = new ArrayList<>(VirtualFunctions.leavingWith(state, device.get()));
    leaving.addAll(state.mdevsOf(ref));
    leaving.add(ref);
    return leaving;
  }

  /** Registered, or taken off the list by this very departure and still waited for. */
  private static boolean isKnownToVfio(AttachState state, LiveDevice device) {
    return state.isRegistered(device)
        || state.departures().stream().anyMatch(d -> d.leaving().indexOf(device.ref()) == 0);
  }

  /** Without its mdev the parent would no more lend the group that is in use. */
  private static boolean isLent(AttachState state, GroupId group, LiveDevice device) {
    return device.isMdev() && state.kindOf(group) == Membership.Kind.PHYSICAL;
  }

  private static boolean isLast(AttachState state, GroupId group, DeviceRef ref) {
    return state.members(group).stream()
        .filter(member -> !member.equals(ref))
        .flatMap(member -> state.device(member).stream())
        .noneMatch(state::isRegistered);
  }

  /** What is left of a device that leaves: nothing of a VF or an mdev, else one without driver. */
  static boolean vanishes(AttachStep cause, DeviceRef ref) {
    return switch (cause) {
      case AttachStep.Unbind(DeviceRef device) -> !device.equals(ref);
      case AttachStep.Bind(DeviceRef device, String driver) -> !device.equals(ref);
      default -> true;
    };
  }
}
