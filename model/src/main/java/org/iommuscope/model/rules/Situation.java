package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.OpenFile;
import org.iommuscope.model.attach.VfioGroup;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/**
 * What a rule may look at.
 *
 * @param wanted the attach that the step is a part of, where it is one of a plan's
 */
public record Situation(
    AttachState state, AttachStep step, Circumstances circumstances, Optional<Wanted> wanted) {

  /** The vfio group of the file that the step works on; none for a file that outlived it. */
  Optional<VfioGroup> vfioGroup() {
    return step instanceof AttachStep.OnFile on ? state.groupOf(on.file()) : Optional.empty();
  }

  /** The group that the step is about; it must be about one. */
  Optional<GroupId> group() {
    return switch (step) {
      case AttachStep.OpenGroup open -> Optional.of(open.node().group());
      case AttachStep.JoinBackend join -> Optional.of(join.group());
      case AttachStep.OnFile on -> openGroup(on.file());
      default -> Optional.empty();
    };
  }

  /** The device that an attach is about, for refusals that only it can be blamed for. */
  List<DeviceRef> wantedDevice() {
    return wanted.map(attach -> attach.given().device()).stream().toList();
  }

  /** What stands behind the group of the step. */
  Backing backing() {
    if (step instanceof AttachStep.JoinBackend join) {
      return join.backing();
    }
    return group()
        .map(group -> Backings.of(state, group, circumstances))
        .orElseGet(Backing.Nothing::new);
  }

  /** The group whose DMA the step claims for a guest, or whose domain it attaches. */
  Optional<GroupId> taken() {
    return switch (step) {
      case AttachStep.JoinBackend join -> join.backing().domain();
      case AttachStep.SetContainer(var file, Handle into) ->
          container(into).flatMap(container -> backing().domain());
      case AttachStep.GetDevice get ->
          vfioGroup().flatMap(VfioGroup::iommufd).flatMap(iommufd -> backing().domain());
      case AttachStep.BindCdev bind -> backing().domain();
      default -> Optional.empty();
    };
  }

  /** The container that the group of the step is in. */
  Optional<Container> ownContainer() {
    return vfioGroup().flatMap(VfioGroup::container).flatMap(state::container);
  }

  /** The container that a file stands for. */
  Optional<Container> container(Handle file) {
    return state.file(file).orElse(null) instanceof OpenFile.OfContainer(int number)
        ? state.container(number)
        : Optional.empty();
  }

  List<LiveDevice> members(GroupId group) {
    return state.members(group).stream().flatMap(ref -> state.device(ref).stream()).toList();
  }

  Optional<LiveDevice> device(DeviceRef ref) {
    return state.device(ref);
  }

  private Optional<GroupId> openGroup(Handle file) {
    return switch (state.file(file).orElse(null)) {
      case OpenFile.OfGroup(GroupId id) -> Optional.of(id);
      case OpenFile.OfCdev(DeviceRef device, var binding) -> state.groupOf(device);
      case null, default -> Optional.empty();
    };
  }
}
