package org.iommuscope.model.topology;

import java.util.Collections;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the capture says of the kernel that ran.
 *
 * @param release {@code 6.1.0-50-amd64}, from {@code proc/version}
 * @param commandLine {@code proc/cmdline}
 * @param parameters module parameters, {@code vfio_pci.enable_sriov}, with their values
 * @param iommu which IOMMU driver serves the host
 * @param interruptRemapping whether device interrupts are isolated, read from the units' ecap and
 *     the kernel log
 * @param modules the loaded modules, from {@code proc/modules}
 */
public record KernelFacts(
    Reading<String> release,
    Reading<String> commandLine,
    SequencedMap<String, String> parameters,
    Reading<IommuKind> iommu,
    Reading<Boolean> interruptRemapping,
    Reading<Set<String>> modules) {

  private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?!\\d)");

  public KernelFacts(
      Reading<String> release,
      Reading<String> commandLine,
      SequencedMap<String, String> parameters,
      Reading<IommuKind> iommu,
      Reading<Boolean> interruptRemapping) {
    this(release, commandLine, parameters, iommu, interruptRemapping, Reading.unread());
  }

  public KernelFacts {
    modules = modules.map(Set::copyOf);
    parameters = Collections.unmodifiableSequencedMap(new TreeMap<>(parameters));
  }

  /** Whether the kernel is of this version or a later one; empty where its release is unknown. */
  public Optional<Boolean> isAtLeast(int major, int minor) {
    return release
        .known()
        .map(VERSION::matcher)
        .filter(Matcher::lookingAt)
        .map(version -> {
          int itsMajor = Integer.parseInt(version.group(1));
          int itsMinor = Integer.parseInt(version.group(2));
          return itsMajor > major || (itsMajor == major && itsMinor >= minor);
        });
  }

  public static KernelFacts unread() {
    return new KernelFacts(
        Reading.unread(), Reading.unread(), new TreeMap<>(), Reading.unread(), Reading.unread());
  }
}
