package org.iommuscope.model.simulation;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.At;

/** A plan's step that the host's administrator takes, in the kernel's terms. */
record HostStep(AttachStep step, Action action, At at, Optional<DeviceRef> device) {

  static HostStep of(PlanStep step) {
    return switch (step) {
      case PlanStep.Bind(DeviceRef device, String driver) ->
          on(device, new AttachStep.Bind(device, driver), Action.BIND, At.PROBE);
      case PlanStep.Unbind(DeviceRef device) ->
          on(device, new AttachStep.Unbind(device), Action.UNBIND, At.UNBIND);
      case PlanStep.CreateMdev(PlannedMdev mdev) ->
          on(mdev.uuid(), new AttachStep.CreateMdev(mdev), Action.CREATE_MDEV, At.CREATE);
      case PlanStep.RemoveMdev(MdevUuid uuid) ->
          on(uuid, new AttachStep.RemoveMdev(uuid), Action.REMOVE_MDEV, At.REMOVE);
      case PlanStep.SetVfs(PciAddress pf, int count) ->
          on(pf, new AttachStep.SetVfs(pf, count), Action.SET_VFS, At.NUMVFS);
      case PlanStep.HotAdd(DeviceRef device, int group, Optional<String> driver) ->
          on(
              device,
              new AttachStep.HotAdd(device, new GroupId(group), driver),
              Action.HOT_ADD,
              At.PROBE);
      case PlanStep.SetParameter(String name, String value) ->
          new HostStep(
              new AttachStep.SetParameter(name, value),
              Action.SET_PARAMETER,
              At.OPTION,
              Optional.empty());
      case PlanStep.Start start -> throw notHere(step);
      case PlanStep.Attach attach -> throw notHere(step);
      case PlanStep.Detach detach -> throw notHere(step);
      case PlanStep.Stop stop -> throw notHere(step);
      case PlanStep.MoveCard move -> throw notHere(step);
      case PlanStep.Hypothetical imagined -> of(imagined.step());
    };
  }

  private static HostStep on(DeviceRef device, AttachStep step, Action action, At at) {
    return new HostStep(step, action, at, Optional.of(device));
  }

  private static IllegalArgumentException notHere(PlanStep step) {
    return new IllegalArgumentException("no step of the running host: " + step);
  }
}
