package org.iommuscope.model.attach;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.GroupId;

/**
 * One open of {@code /dev/vfio/vfio} with the groups put into it and their shared mappings.
 *
 * @param fileOpen whether its own file is still open; groups keep it alive without
 * @param backend what SET_IOMMU chose; it goes with the last group
 * @param groups its groups, and what the backend attached for each
 */
public record Container(
    int number,
    GuestName owner,
    boolean fileOpen,
    Optional<IommuType> backend,
    PersistentMap<GroupId, Backing> groups) {

  static Container opened(int number, GuestName owner) {
    return new Container(number, owner, true, Optional.empty(), PersistentMap.empty());
  }

  boolean isGone() {
    return !fileOpen && groups.isEmpty();
  }

  Container closed() {
    return new Container(number, owner, false, backend, groups);
  }

  Container withBackend(IommuType type) {
    return new Container(number, owner, fileOpen, Optional.of(type), groups);
  }

  Container withGroup(GroupId group, Backing backing) {
    return new Container(number, owner, fileOpen, backend, groups.with(group, backing));
  }

  Container withoutGroup(GroupId group) {
    PersistentMap<GroupId, Backing> left = groups.without(group);
    return new Container(
        number, owner, fileOpen, left.isEmpty() ? Optional.empty() : backend, left);
  }

  /** Whether another of its groups uses the domain that a group does. */
  public boolean shares(GroupId group) {
    return groups
        .get(group)
        .flatMap(Backing::domain)
        .filter(d -> usersOf(d).size() > 1)
        .isPresent();
  }

  /** Its groups whose devices use the domain of an IOMMU group. */
  public List<GroupId> usersOf(GroupId domain) {
    return groups.keys().stream()
        .filter(group -> groups.get(group).flatMap(Backing::domain).equals(Optional.of(domain)))
        .sorted()
        .toList();
  }
}
