package org.iommuscope.model.simulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.rules.Backings;
import org.iommuscope.model.rules.Circumstances;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.PlanVerdict;

/**
 * Which IOMMU group really isolates a device that has to do with mdevs, and who has that group: the
 * relation that neither sysfs nor QEMU shows.
 *
 * @param own the device's own group
 * @param backing what stands behind it
 * @param wrapped whether the driver that makes mdevs of whole functions has it
 * @param siblings the mdevs that the same domain isolates, sorted
 * @param holds who has that domain during the plan
 */
public record Standing(
    DeviceRef device,
    Optional<GroupId> own,
    Backing backing,
    boolean wrapped,
    List<DeviceRef> siblings,
    List<Hold> holds) {

  public Standing {
    siblings = List.copyOf(siblings);
    holds = List.copyOf(holds);
  }

  /** The standing of a device; none where no mdev has anything to do with it. */
  static Optional<Standing> of(
      DeviceRef device, AttachState state, Circumstances circumstances, PlanVerdict verdict) {
    Optional<GroupId> own = state.groupOf(device);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Backing backing = Backings.of(state, own.get(), circumstances);
    Optional<GroupId> domain = backing.domain();
    List<DeviceRef> siblings =
        state.mdevs().stream()
            .filter(mdev -> !mdev.equals(device))
            .filter(mdev -> domain.isPresent() && domain(mdev, state, circumstances).equals(domain))
            .toList();
    boolean isMdev = state.mdevs().contains(device);
    return isMdev || !siblings.isEmpty()
        ? Optional.of(
            new Standing(
                device,
                own,
                backing,
                state.device(device).filter(found -> found.isOn(Drivers.WRAPPER)).isPresent(),
                siblings,
                domain.map(group -> Hold.of(verdict, group)).orElse(List.of())))
        : Optional.empty();
  }

  /** All of it in sentences, the most telling first. */
  public List<String> sentences() {
    return StandingSentences.of(this);
  }

  private static Optional<GroupId> domain(
      DeviceRef mdev, AttachState state, Circumstances circumstances) {
    return state.groupOf(mdev).flatMap(group -> Backings.of(state, group, circumstances).domain());
  }

  static String list(List<DeviceRef> devices) {
    return devices.stream().map(DeviceRef::text).collect(Collectors.joining(", "));
  }
}
