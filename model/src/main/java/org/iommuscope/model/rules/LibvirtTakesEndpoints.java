package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** libvirt assigns endpoints only. {@code virHostdevPreparePCIDevicesImpl}, libvirt 11.3. */
final class LibvirtTakesEndpoints implements Rule {

  static final RuleId ID = new RuleId("libvirt-takes-endpoints");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<LiveDevice> bridge = Libvirt.prepared(situation).filter(LiveDevice::isBridge);
    return bridge.isEmpty()
        ? Finding.ALLOWED
        : Libvirt.refusal(
            situation,
            Remedies.withdraw(
                Objection.of(ID, Cause.fact(new Statement.NotEndpoint(bridge.get().ref())))
                    .blaming(situation.wantedDevice()),
                situation));
  }
}
