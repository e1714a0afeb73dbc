package org.iommuscope.model.rules;

import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * Users of a PF on vfio-pci and of its VFs must show one token; nobody else may show one. {@code
 * vfio_pci_validate_vf_token}, Linux 5.10 to 6.12. A PF's token is random until a user of it sets
 * one.
 */
final class VfTokenMatches implements Rule {

  static final RuleId ID = new RuleId("vf-token-matches");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.GetDevice get)) {
      return Finding.ALLOWED;
    }
    Optional<LiveDevice> device = situation.device(get.wanted());
    if (device.isEmpty() || !device.get().isPci()) {
      return Finding.ALLOWED;
    }
    Optional<PciAddress> pf = device.get().pf().known();
    if (pf.isPresent()) {
      return ofVf(situation, device.get(), pf.get(), get.token());
    }
    return ofPf(situation, device.get(), get.token());
  }

  private static Finding ofVf(
      Situation situation, LiveDevice vf, PciAddress pf, Optional<String> token) {
    boolean guarded = situation.device(pf).filter(f -> f.isOn("vfio-pci")).isPresent();
    if (!guarded) {
      return token.isEmpty() ? Finding.ALLOWED : unasked(situation, vf);
    }
    Optional<String> wanted = situation.state().tokenOf(pf);
    if (wanted.isPresent() && wanted.equals(token)) {
      return Finding.ALLOWED;
    }
    Statement why =
        wanted.isEmpty() ? new Statement.TokenUnset(pf) : missingOrWrong(vf.ref(), token);
    return refuse(situation, Errno.EACCES, new Statement.VirtualFunctionOf(vf.ref(), pf), why);
  }

  private static Finding ofPf(Situation situation, LiveDevice device, Optional<String> token) {
    PciAddress pf = (PciAddress) device.ref();
    if (situation.state().vfUsersOf(pf) > 0) {
      return token.isPresent() && situation.state().tokenOf(pf).equals(token)
          ? Finding.ALLOWED
          : refuse(situation, Errno.EACCES, missingOrWrong(pf, token));
    }
    boolean known = token.isEmpty() || VfCount.isPf(situation.state(), pf);
    return known ? Finding.ALLOWED : unasked(situation, device);
  }

  private static Statement missingOrWrong(DeviceRef device, Optional<String> token) {
    return token.isEmpty() ? new Statement.TokenMissing(device) : new Statement.TokenWrong(device);
  }

  private static Finding unasked(Situation situation, LiveDevice device) {
    return refuse(situation, Errno.EINVAL, new Statement.TokenUnasked(device.ref()));
  }

  private static Finding refuse(Situation situation, Errno errno, Statement... why) {
    Cause[] causes = Stream.of(why).map(Cause::fact).toArray(Cause[]::new);
    return new Finding.Forbidden(
        Remedies.withdraw(Objection.of(ID, causes).with(errno), situation));
  }
}
