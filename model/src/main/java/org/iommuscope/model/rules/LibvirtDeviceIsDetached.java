package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;

/**
 * libvirt takes a PCI device that it does not manage when it is off its host driver already. {@code
 * virHostdevPreparePCIDevicesImpl}, libvirt 11.3.
 */
final class LibvirtDeviceIsDetached implements Rule {

  static final RuleId ID = new RuleId("libvirt-device-is-detached");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<LiveDevice> function = Libvirt.prepared(situation).filter(LiveDevice::isPci);
    if (function.filter(device -> device.driver().isUnread()).isPresent()) {
      return situation.circumstances().startsByLibvirt()
          ? DriverQuestions.ask(ID, List.of(function.get()))
          : Finding.ALLOWED;
    }
    Optional<LiveDevice> attached =
        function.filter(device -> device.driver().known().filter(d -> !isStub(d)).isPresent());
    return attached.isEmpty()
        ? Finding.ALLOWED
        : Libvirt.refusal(
            situation,
            Remedies.withdraw(
                Remedies.bindToVfio(
                    Objection.of(ID, DriverFacts.of(attached.get()))
                        .blaming(List.of(attached.get().ref())),
                    situation),
                situation));
  }

  private static boolean isStub(String driver) {
    return driver.equals("pci-stub") || Drivers.isVfio(driver);
  }
}
