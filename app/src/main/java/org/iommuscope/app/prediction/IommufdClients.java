package org.iommuscope.app.prediction;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.Iommufd;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;

/**
 * What recorded clients mean without saying it: the iommufd, the address space and the node that
 * each has opened last.
 */
final class IommufdClients {

  private final Map<GuestName, Handle> iommufds = new HashMap<>();
  private final Map<GuestName, Integer> spaces = new HashMap<>();
  private final Map<GuestName, Handle> nodes = new HashMap<>();

  AttachStep openCdev(Request.OpenCdev request) {
    Handle file = new Handle(request.guest(), request.device().text());
    nodes.put(request.guest(), file);
    return new AttachStep.OpenCdev(file, request.device());
  }

  AttachStep openIommufd(Handle file) {
    iommufds.put(file.guest(), file);
    return new AttachStep.OpenIommufd(file);
  }

  /** The number of a new address space is the next one of its iommufd. */
  AttachStep allocate(AttachState state, Handle file) {
    spaces.put(file.guest(), state.iommufd(file).map(Iommufd::nextId).orElse(0));
    return new AttachStep.AllocIoas(file);
  }

  AttachStep bind(GuestName guest, DeviceRef device) {
    Handle latest = iommufds.getOrDefault(guest, new Handle(guest, ""));
    return new AttachStep.BindCdev(new Handle(guest, device.text()), latest);
  }

  AttachStep attach(AttachState state, GuestName guest, String name, OptionalInt id) {
    Handle named = new Handle(guest, DeviceRef.parse(name).text());
    return new AttachStep.AttachCdev(known(state, named), id.orElse(spaces.getOrDefault(guest, 0)));
  }

  /** A handle that is not open may stand for the node opened last. */
  Handle known(AttachState state, Handle file) {
    boolean open = state.file(file).isPresent();
    return open || !file.name().equals("d")
        ? file
        : Optional.ofNullable(nodes.get(file.guest())).orElse(file);
  }
}
