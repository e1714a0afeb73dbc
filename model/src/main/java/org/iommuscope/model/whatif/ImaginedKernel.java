package org.iommuscope.model.whatif;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.Dials;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.KernelFacts;
import org.iommuscope.model.topology.Reading;

/** The same machine under another kernel. */
final class ImaginedKernel {

  private ImaginedKernel() {}

  static HostTopology of(HostTopology host, List<PlanStep> imagined) {
    Optional<String> release = Dials.parameter(imagined, Dials.KERNEL);
    KernelFacts known = host.kernel();
    return release
        .map(name ->
            host.withKernel(
                new KernelFacts(
                    Reading.of(name),
                    known.commandLine(),
                    known.parameters(),
                    known.iommu(),
                    known.interruptRemapping(),
                    known.modules())))
        .orElse(host);
  }
}
