package org.iommuscope.model.attach;

import java.util.Optional;
import org.iommuscope.model.topology.GroupId;

/**
 * The containers whose domains IOMMU groups are in; a group that is in none is in its default
 * domain.
 *
 * @param owners numbers of containers
 * @param detachesAtFirst whether the first of several users takes the domain along when it leaves,
 *     as the series of 2019 was posted
 */
record Domains(PersistentMap<GroupId, Integer> owners, boolean detachesAtFirst) {

  static Domains none(boolean detachesAtFirst) {
    return new Domains(PersistentMap.empty(), detachesAtFirst);
  }

  Optional<Integer> ownerOf(GroupId group) {
    return owners.get(group);
  }

  Domains attached(GroupId group, int container) {
    return new Domains(owners.with(group, container), detachesAtFirst);
  }

  /** One user of a group's domain leaves its container; others of the container may stay. */
  Domains left(GroupId group, int container, boolean shared) {
    boolean owned = ownerOf(group).filter(number -> number == container).isPresent();
    return owned && (detachesAtFirst || !shared)
        ? new Domains(owners.without(group), detachesAtFirst)
        : this;
  }
}
