package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.plan.Environment.ManagementLayer;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;

/** What the rules of libvirt have in common. */
final class Libvirt {

  private Libvirt() {}

  /** The device that libvirt looks at; none where libvirt does not start the guests. */
  static Optional<LiveDevice> prepared(Situation situation) {
    boolean asked = situation.circumstances().managementLayer() == ManagementLayer.LIBVIRT;
    return asked
            && situation.step() instanceof AttachStep.Prepare(GuestName guest, DeviceRef device)
        ? situation.device(device)
        : Optional.empty();
  }

  static GuestName guest(Situation situation) {
    return ((AttachStep.Prepare) situation.step()).guest();
  }
}
