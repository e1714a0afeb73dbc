package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;

/** What the rules of libvirt have in common. */
final class Libvirt {

  private Libvirt() {}

  /** The device that libvirt would look at. */
  static Optional<LiveDevice> prepared(Situation situation) {
    return situation.step() instanceof AttachStep.Prepare(GuestName guest, DeviceRef device)
        ? situation.device(device)
        : Optional.empty();
  }

  /** A refusal where libvirt starts the guests; where nothing says who does, that is assumed. */
  static Finding refusal(Situation situation, Objection objection) {
    return situation.circumstances().startsByLibvirt()
        ? new Finding.Forbidden(objection)
        : Finding.ALLOWED;
  }

  static GuestName guest(Situation situation) {
    return ((AttachStep.Prepare) situation.step()).guest();
  }
}
