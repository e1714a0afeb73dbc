package org.iommuscope.model.rules;

import java.util.Set;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * QEMU's vfio-pci has {@code iommufd} and {@code vf-token} from 10.0 on; an older one knows neither
 * and fails before it looks at the device. {@code hw/vfio/pci.c}, QEMU 7.2 and 10.0.
 */
final class QemuKnowsOption implements Rule {

  static final RuleId ID = new RuleId("qemu-knows-option");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.ParseOptions(Set<String> properties))
        || properties.isEmpty()) {
      return Finding.ALLOWED;
    }
    if (situation.circumstances().hasModernQemu()) {
      return Finding.ALLOWED;
    }
    String qemu = situation.circumstances().qemu();
    String first = properties.stream().sorted().findFirst().orElseThrow();
    return new Finding.Forbidden(
        Remedies.withdraw(
            Objection.of(ID, Cause.fact(new Statement.NoSuchOption(first, qemu))), situation));
  }
}
