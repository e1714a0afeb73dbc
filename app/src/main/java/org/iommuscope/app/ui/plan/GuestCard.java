package org.iommuscope.app.ui.plan;

import java.util.List;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.workspace.Reply;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;

/** What a guest's card shows. */
public record GuestCard(
    GuestName guest, boolean viommu, Reply reply, String comment, List<Given> devices) {

  /** A device that the guest shall have. */
  public record Given(DeviceRef device, String name, Answer answer) {}

  public GuestCard {
    devices = List.copyOf(devices);
  }
}
