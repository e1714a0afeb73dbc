package org.iommuscope.model.verdict;

import java.util.List;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/** A fact or a conclusion about the host, before anybody puts it in words. */
public sealed interface Statement {

  /** The devices that the statement speaks of. */
  List<DeviceRef> devices();

  record InGroup(DeviceRef device, GroupId group) implements Statement {
    @Override
    public List<DeviceRef> devices() {
      return List.of(device);
    }
  }

  record BoundTo(DeviceRef device, String driver) implements Statement {
    @Override
    public List<DeviceRef> devices() {
      return List.of(device);
    }
  }

  record NotViable(GroupId group, List<DeviceRef> devices) implements Statement {
    public NotViable {
      devices = List.copyOf(devices);
    }
  }

  record HeldBy(GroupId group, GuestName guest, DeviceRef device) implements Statement {
    @Override
    public List<DeviceRef> devices() {
      return List.of(device);
    }
  }
}
