package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.verdict.StepVerdict;

/** Every device of a kind that a guest of the plan could get, and why others could not. */
final class Offers {

  private static final GuestName PROBE = new GuestName("probe");

  private final Judge judge;
  private final AssignmentPlan plan;
  private final Requests requests;
  private final HostTopology host;
  private final DriverUse use;

  Offers(Judge judge, AssignmentPlan plan, Requests requests) {
    this.judge = judge;
    this.plan = plan;
    this.requests = requests;
    this.host = judge.host();
    this.use = new DriverUse(host, plan);
  }

  /** The offers, the cheapest first, and what hinders the rest. */
  record Of(List<Offer> offers, List<Hindrance> hindrances) {}

  Of kind(DeviceKind kind) {
    List<Offer> offers = new ArrayList<>();
    List<Hindrance> hindrances = new ArrayList<>();
    switch (kind) {
      case DeviceKind.Function function ->
          functions(function).forEach(found -> take(found, function, offers, hindrances));
      case DeviceKind.Mdev mdev -> new MdevOffers(host, plan).add(mdev, offers, hindrances);
    }
    offers.sort(Comparator.comparingInt(Offer::points).thenComparing(Offer::device));
    return new Of(onePerGroup(proved(offers, hindrances)), hindrances);
  }

  /** A group goes to one guest, so that only its cheapest device counts. */
  private List<Offer> onePerGroup(List<Offer> offers) {
    Set<GroupId> seen = new HashSet<>();
    return offers.stream()
        .filter(
            offer -> host.groupOf(offer.device()).map(group -> seen.add(group.id())).orElse(true))
        .toList();
  }

  private Stream<PciFunction> functions(DeviceKind.Function kind) {
    return host.devices().values().stream()
        .filter(PciFunction.class::isInstance)
        .map(PciFunction.class::cast)
        .filter(kind::fits);
  }

  private void take(
      PciFunction function,
      DeviceKind.Function kind,
      List<Offer> offers,
      List<Hindrance> hindrances) {
    List<DeviceRef> beside = beside(function, kind);
    if (beside.size() < kind.with().size()) {
      hindrances.add(new Hindrance.NothingBeside(function.address()));
      return;
    }
    List<PciFunction> members = members(function);
    Optional<Hindrance> hindrance =
        members.stream()
            .flatMap(member -> hindrance(function.address(), member).stream())
            .findFirst();
    if (hindrance.isPresent()) {
      hindrances.add(hindrance.get());
      return;
    }
    List<DeviceRef> given = new ArrayList<>(List.of(function.address()));
    given.addAll(beside);
    List<DeviceRef> freed =
        members.stream()
            .<DeviceRef>map(PciFunction::address)
            .filter(member -> !given.contains(member) && use.driver(member).isPresent())
            .toList();
    offers.add(new Offer(given, freed, lost(given, freed), node(function), Optional.empty()));
  }

  private int lost(List<DeviceRef> given, List<DeviceRef> freed) {
    return (int) Stream.concat(given.stream(), freed.stream()).filter(use::isServed).count();
  }

  /** One function of each category that shall come along, from the same slot. */
  private List<DeviceRef> beside(PciFunction function, DeviceKind.Function kind) {
    return kind.with().stream()
        .flatMap(category ->
            host.devices().values().stream()
                .filter(other -> other instanceof PciFunction mate && isBeside(function, mate))
                .map(PciFunction.class::cast)
                .filter(category::fits)
                .<DeviceRef>map(PciFunction::address)
                .limit(1))
        .toList();
  }

  private static boolean isBeside(PciFunction one, PciFunction other) {
    PciAddress a = one.address();
    PciAddress b = other.address();
    return !a.equals(b)
        && a.segment() == b.segment()
        && a.bus() == b.bus()
        && a.device() == b.device();
  }

  /** The endpoints of the group, all of which leave the host. */
  private List<PciFunction> members(PciFunction function) {
    Optional<IommuGroup> group = host.groupOf(function.address());
    return group.stream()
        .flatMap(known -> known.members().stream())
        .flatMap(ref -> host.device(ref).stream())
        .filter(member -> member instanceof PciFunction endpoint && !endpoint.isBridge())
        .map(PciFunction.class::cast)
        .toList();
  }

  private Optional<Hindrance> hindrance(DeviceRef device, PciFunction member) {
    DeviceRef ref = member.address();
    if (requests.isKept(host, ref)) {
      return Optional.of(new Hindrance.Kept(device, ref));
    }
    if (use.isGiven(ref)) {
      return Optional.of(new Hindrance.Given(device, ref));
    }
    boolean hasVfs = member.sriov().virtfns().known().filter(vfs -> !vfs.isEmpty()).isPresent();
    return hasVfs ? Optional.of(new Hindrance.HasVfs(device, ref)) : Optional.empty();
  }

  /** Only what the simulation grants a guest that has nothing else. */
  private List<Offer> proved(List<Offer> offers, List<Hindrance> hindrances) {
    AssignmentPlan alone = plan.withGuests(List.of()).withSequence(Optional.empty());
    List<Offer> proved = new ArrayList<>();
    for (Offer offer : offers) {
      Optional<StepVerdict> trouble =
          judge.firstTrouble(Offer.taken(List.of(new Offer.Taken(PROBE, offer)), alone));
      trouble.ifPresentOrElse(
          step -> hindrances.add(new Hindrance.Refused(offer.device(), step)),
          () -> proved.add(offer));
    }
    return proved;
  }

  private static Optional<Integer> node(HostDevice device) {
    return device instanceof PciFunction function
        ? function.placement().numaNode().known()
        : Optional.empty();
  }
}
