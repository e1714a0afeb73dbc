package org.iommuscope.imports.text;

import java.util.Optional;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.IommuKind;
import org.jspecify.annotations.Nullable;

/** What a kernel log tells of the kernel itself and of its IOMMU. */
final class KernelWords {

  private record Told<T>(T value, Place place) {}

  private @Nullable Told<String> release;
  private @Nullable Told<String> commandLine;
  private @Nullable Told<IommuKind> iommu;
  private @Nullable Told<Boolean> remapping;

  /** Reads a line; returns whether it told something. */
  boolean read(String line, Place place) {
    if (line.length() > KernelLines.LONGEST) {
      return false;
    }
    return readBanner(line, place) | readIommu(line, place) | readRemapping(line, place);
  }

  private boolean readBanner(String line, Place place) {
    int version = line.indexOf("Linux version ");
    if (version >= 0 && release == null) {
      String word = line.substring(version + 14, Tokens.wordEnd(line, version + 14));
      release = word.isEmpty() ? null : new Told<>(word, place);
      return true;
    }
    int command = line.indexOf("ommand line: ");
    if (command >= 0 && commandLine == null) {
      commandLine = new Told<>(line.substring(command + 13).strip(), place);
      return true;
    }
    return false;
  }

  /** The drivers name themselves when they set up a unit; a host has units of one kind. */
  private boolean readIommu(String line, Place place) {
    Optional<IommuKind> kind = kindIn(line);
    if (kind.isPresent() && iommu == null) {
      iommu = new Told<>(kind.get(), place);
    }
    return kind.isPresent();
  }

  private static Optional<IommuKind> kindIn(String line) {
    if (line.contains("DMAR: dmar") && line.contains("reg_base_addr")
        || line.contains("DMAR: Intel(R) Virtualization Technology for Directed I/O")) {
      return Optional.of(IommuKind.INTEL);
    }
    if (line.contains("AMD-Vi: Found IOMMU") || line.contains("AMD-Vi: Interrupt remapping ")) {
      return Optional.of(IommuKind.AMD);
    }
    if (line.contains("arm-smmu-v3 ") && line.contains(": ias ")) {
      return Optional.of(IommuKind.SMMUV3);
    }
    return line.contains("virtio_iommu virtio") && line.contains("input address:")
        ? Optional.of(IommuKind.VIRTIO)
        : Optional.empty();
  }

  private boolean readRemapping(String line, Place place) {
    boolean isOn =
        line.contains("DMAR-IR: Enabled IRQ remapping")
            || line.contains("AMD-Vi: Interrupt remapping enabled");
    if (isOn && remapping == null) {
      remapping = new Told<>(true, place);
    }
    return isOn;
  }

  void tell(Evidence evidence) {
    Claims host = evidence.host();
    say(host, Fact.RELEASE, release);
    say(host, Fact.COMMAND_LINE, commandLine);
    say(host, Fact.IOMMU_KIND, iommu);
    say(host, Fact.INTERRUPT_REMAPPING, remapping);
  }

  private static <T> void say(Claims host, Fact<T> fact, @Nullable Told<T> told) {
    if (told != null) {
      host.say(fact, told.value(), told.place());
    }
  }
}
