package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iommuscope.model.grouping.GroupPrediction;
import org.iommuscope.model.grouping.GroupReasons;
import org.iommuscope.model.grouping.Tie;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.PciAddress;

/** The reasons for a group as lines for people. */
public final class WhyText {

  private final HostTopology host;
  private final GroupPrediction prediction;
  private final GroupReasons reasons;
  private final boolean isSupposed;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param isSupposed whether the prediction is of another host than the captured one
   */
  public WhyText(HostTopology host, GroupPrediction prediction, boolean isSupposed) {
    this.host = host;
    this.prediction = prediction;
    this.reasons = new GroupReasons(prediction);
    this.isSupposed = isSupposed;
  }

  /** Why a device has its group. */
  public String of(DeviceRef device) {
    addSupposition();
    if (!(device instanceof PciAddress function)) {
      lines.add(device + ": " + ofOthers());
    } else if (membersOf(function).isEmpty()) {
      lines.add(device + " is in no group: " + withoutGroup());
    } else {
      addMembers(function);
      addStranger(function);
      addCannotTell(function);
      addTies(reasons.ofGroup(function));
      addIsolation(function);
      reasons.warning(function).ifPresent(sentence -> lines.add("  " + sentence));
    }
    return text();
  }

  /** Why two devices share a group, or do not. */
  public String of(DeviceRef one, DeviceRef other) {
    addSupposition();
    if (!(one instanceof PciAddress first) || !(other instanceof PciAddress second)) {
      lines.add(one + " and " + other + ": " + ofOthers());
    } else if (membersOf(first).isEmpty() || membersOf(second).isEmpty()) {
      PciAddress without = membersOf(first).isEmpty() ? first : second;
      lines.add(without + " is in no group: " + withoutGroup());
    } else if (membersOf(first).contains(second)) {
      addTogether(first, second);
    } else {
      addApart(first, second);
    }
    return text();
  }

  private String text() {
    return String.join("\n", lines) + "\n";
  }

  private void addSupposition() {
    if (isSupposed) {
      lines.add(
          "if the kernel believed in an ACS override: "
              + host.groups().size()
              + " groups would be "
              + prediction.groups().size()
              + "; unsafe, for the hardware isolates no more than before");
    }
  }

  /** The captured group; of a supposed host the predicted one. */
  private Collection<? extends DeviceRef> membersOf(PciAddress function) {
    return isSupposed
        ? prediction.finest().groupOf(function)
        : host.groupOf(function)
            .<Collection<? extends DeviceRef>>map(group -> group.members())
            .orElseGet(List::of);
  }

  private void addMembers(PciAddress function) {
    String number =
        isSupposed ? "" : host.groupOf(function).map(group -> " " + group.id()).orElse("");
    String mates =
        membersOf(function).stream()
            .filter(member -> !member.equals(function))
            .map(DeviceRef::text)
            .collect(Collectors.joining(", "));
    lines.add(
        function
            + (mates.isEmpty() ? " is alone in " : " is in ")
            + (number.isEmpty() ? "a group" : "group" + number)
            + (mates.isEmpty() ? "" : " with " + mates));
  }

  /** Says where the captured group is none that the walk's rules form. */
  private void addStranger(PciAddress function) {
    boolean isNoiommu =
        host.groupOf(function).filter(group -> group.kind() == IommuGroup.Kind.NOIOMMU).isPresent();
    boolean isOther = host.kernel().iommu().known().filter(IommuKind.OTHER::equals).isPresent();
    if (isNoiommu) {
      lines.add("  vfio's noiommu mode gives each function a group by itself; nothing isolates it");
    } else if (isOther) {
      lines.add("  cannot tell why: the driver of this IOMMU has rules of its own");
    } else if (!isSupposed && prediction.isCertain(function) && !isAsFormed(function)) {
      lines.add(
          "  by the rules that are known it would be with: "
              + names(prediction.finest().groupOf(function))
              + "; nothing in the capture tells why it is not");
    }
  }

  private boolean isAsFormed(PciAddress function) {
    List<DeviceRef> real =
        membersOf(function).stream()
            .filter(PciAddress.class::isInstance)
            .map(DeviceRef.class::cast)
            .toList();
    return real.equals(List.copyOf(prediction.finest().groupOf(function)));
  }

  private void addCannotTell(PciAddress function) {
    if (!prediction.isWayTold(function)) {
      lines.add("  cannot tell: the bridges above it were not captured; lspci -t tells them");
    } else if (!prediction.isCertain(function)) {
      lines.add("  cannot tell: config space not captured");
      lines.add("    at the least, with it: " + names(prediction.finest().groupOf(function)));
      lines.add("    at the most, with it: " + names(prediction.coarsest().groupOf(function)));
    }
  }

  private void addTies(List<Tie> ties) {
    ties.forEach(tie -> lines.add("  " + reasons.say(tie)));
  }

  private void addIsolation(PciAddress function) {
    boolean isFormed = !prediction.finest().groupOf(function).isEmpty();
    if (isFormed && reasons.ofGroup(function).isEmpty()) {
      reasons.isolation(function).forEach(sentence -> lines.add("  " + sentence));
    }
  }

  private void addTogether(PciAddress one, PciAddress other) {
    lines.add(one + " and " + other + " share a group");
    List<Tie> ties = reasons.between(one, other);
    if (!reasons.untold(ties).isEmpty()) {
      lines.add(
          "  cannot tell why: config space not captured; it must be "
              + names(reasons.untold(ties)));
    }
    addTies(ties);
    addParting(reasons.parting(one, other));
  }

  private void addParting(Optional<List<PciAddress>> parting) {
    lines.add(
        parting
            .map(functions -> "  they would part if ACS worked at " + names(functions))
            .orElse("  ACS cannot part them; another slot may"));
    parting.stream()
        .flatMap(List::stream)
        .flatMap(function -> reasons.remedy(function).stream())
        .forEach(remedy -> lines.add("    " + remedy));
  }

  private void addApart(PciAddress one, PciAddress other) {
    lines.add(one + " and " + other + " are in groups of their own");
    for (PciAddress function : List.of(one, other)) {
      lines.add("  " + function);
      reasons.isolation(function).forEach(sentence -> lines.add("    " + sentence));
    }
    reasons.warning(one).ifPresent(sentence -> lines.add("  " + sentence));
    lines.add(
        "  what does not isolate gathers what is below it and the functions of its own device,"
            + " and no more");
  }

  private String withoutGroup() {
    return host.groups().isEmpty()
        ? "the host has none; its IOMMU is missing or switched off"
        : "no IOMMU covers it, or no driver has asked for it yet";
  }

  private static String ofOthers() {
    return "each mdev and each platform device has a group by itself; only PCI functions share one"
        + " by the rules of isolation";
  }

  private static String names(Collection<PciAddress> functions) {
    return functions.stream().map(PciAddress::text).collect(Collectors.joining(", "));
  }
}
