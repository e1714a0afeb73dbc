package org.iommuscope.model.topology;

import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What the capture says of the kernel that ran.
 *
 * @param release {@code 6.1.0-50-amd64}, from {@code proc/version}
 * @param commandLine {@code proc/cmdline}
 * @param parameters module parameters, {@code vfio_pci.enable_sriov}, with their values
 * @param iommu which IOMMU driver serves the host
 * @param interruptRemapping whether device interrupts are isolated, read from the units' ecap and
 *     the kernel log
 */
public record KernelFacts(
    Reading<String> release,
    Reading<String> commandLine,
    SequencedMap<String, String> parameters,
    Reading<IommuKind> iommu,
    Reading<Boolean> interruptRemapping) {

  public KernelFacts {
    parameters = Collections.unmodifiableSequencedMap(new TreeMap<>(parameters));
  }

  public static KernelFacts unread() {
    return new KernelFacts(
        Reading.unread(), Reading.unread(), new TreeMap<>(), Reading.unread(), Reading.unread());
  }
}
