package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * From Linux 5.19 on vfio wants an IOMMU that keeps the device's DMA coherent with the caches.
 * {@code vfio_group_find_or_alloc}, Linux 6.1; {@code __vfio_register_dev}, 6.12.
 */
final class DmaIsCoherent implements Rule {

  static final RuleId ID = new RuleId("dma-is-coherent");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<LiveDevice> device = Probes.ofVfio(situation);
    boolean incoherent =
        device
            .flatMap(found -> situation.circumstances().annotation(found.ref()).cacheCoherent())
            .filter(coherent -> !coherent)
            .isPresent();
    return incoherent
        ? Probes.fail(
            situation,
            Objection.of(ID, Cause.fact(new Statement.DmaNotCoherent(device.orElseThrow().ref()))),
            Errno.EINVAL)
        : Finding.ALLOWED;
  }
}
