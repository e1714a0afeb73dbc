package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * VFs are made and removed by the driver of their PF. {@code sriov_numvfs_store}, Linux 5.10 to
 * 6.12.
 */
final class PfDriverMakesVfs implements Rule {

  static final RuleId ID = new RuleId("pf-driver-makes-vfs");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.SetVfs(PciAddress pf, int count))
        || VfCount.isUnchanged(situation.state(), pf, count)) {
      return Finding.ALLOWED;
    }
    Optional<LiveDevice> device = situation.device(pf);
    if (device.isEmpty()) {
      return Finding.ALLOWED;
    }
    return switch (device.get().driver()) {
      case Reading.Present<String> present -> Finding.ALLOWED;
      case Reading.Unread<String> unread -> DriverQuestions.ask(ID, List.of(device.get()));
      case Reading.Absent<String> absent ->
          new Finding.Forbidden(
              Objection.of(ID, Cause.fact(new Statement.Driverless(pf))).with(Errno.ENOENT));
    };
  }
}
