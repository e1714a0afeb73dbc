package org.iommuscope.model.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** Who has the domain of an IOMMU group in a container, and by which devices. */
public record DomainHolders(AttachState state, GroupId group, Container owner) {

  /** That the domain is taken, why it is the one that is wanted, and by whom it is. */
  static Objection refusal(
      RuleId rule, Situation situation, GroupId group, Container owner, List<PlanChange> fixes) {
    DomainHolders holders = new DomainHolders(situation.state(), group, owner);
    List<Cause> premises = new ArrayList<>();
    if (situation.backing() instanceof Backing.DeviceGroup backing) {
      premises.addAll(BackingCauses.withOwnGroup(situation.state(), backing));
    }
    premises.addAll(holders.causes());
    Cause taken = new Cause(new Statement.DomainTaken(group, owner.owner()), premises);
    Objection objection =
        holders.name(Objection.of(rule, taken)).because(holders.release(situation));
    return Remedies.withdraw(objection.fixedBy(fixes), situation);
  }

  /** When another guest may have the group, or why the same one may not have it once more. */
  List<Cause> release(Situation situation) {
    Optional<Guest> guest = situation.wanted().map(Wanted::guest);
    if (guest.isEmpty()) {
      return List.of();
    }
    if (!guest.get().name().equals(guest())) {
      return List.of(Cause.fact(new Statement.FreeWhen(group, guest(), devices())));
    }
    boolean separate = guest.get().viommu() instanceof Viommu.Present;
    return devices().stream()
        .findFirst()
        .filter(device -> separate)
        .map(device ->
            Cause.fact(new Statement.OtherAddressSpace(guest.get().name(), group, device)))
        .stream()
        .toList();
  }

  /** The objection with the holder named. */
  Objection name(Objection objection) {
    Objection blamed = objection.blaming(devices());
    return devices().stream()
        .findFirst()
        .map(device -> blamed.heldBy(new Objection.Holding(guest(), device)))
        .orElse(blamed);
  }

  private GuestName guest() {
    return owner.owner();
  }

  /** The open devices of the groups that use the domain. */
  List<DeviceRef> devices() {
    return owner.usersOf(group).stream()
        .flatMap(user -> Holders.devicesOf(state, user).stream())
        .toList();
  }

  /** The other groups that use the domain, by their open devices. */
  public List<Cause> others(GroupId own) {
    return causes(owner.usersOf(group).stream().filter(user -> !user.equals(own)).toList());
  }

  private List<Cause> causes() {
    return causes(owner.usersOf(group));
  }

  private List<Cause> causes(List<GroupId> users) {
    List<Cause> causes = new ArrayList<>();
    for (GroupId user : users) {
      for (DeviceRef device : Holders.devicesOf(state, user)) {
        causes.add(
            new Cause(new Statement.HeldBy(user, guest(), device), behind(user).stream().toList()));
      }
    }
    return causes;
  }

  private Optional<Cause> behind(GroupId user) {
    return owner.groups().get(user).orElse(null) instanceof Backing.DeviceGroup backing
        ? Optional.of(BackingCauses.of(backing))
        : Optional.empty();
  }
}
