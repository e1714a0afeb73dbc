package org.iommuscope.model.attach;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.GuestName;

/**
 * One open of {@code /dev/iommu} with the objects that were made in it, by their numbers.
 *
 * @param fileOpen whether its own file is still open; bound devices keep it alive without
 * @param compat the address space that stands in where it is used as a container
 */
public record Iommufd(
    int number,
    GuestName owner,
    boolean fileOpen,
    Optional<Integer> compat,
    PersistentMap<Integer, Part> objects) {

  /** An object of an iommufd, {@code drivers/iommu/iommufd}, Linux 6.12. */
  public sealed interface Part {
    /** An I/O address space. */
    record Ioas() implements Part {}

    /** A device that is bound. */
    record Device(Handle file) implements Part {}

    /**
     * A page table of an address space.
     *
     * @param automatic whether the kernel made it for an attach, and takes it back
     */
    record PageTable(int ioas, boolean automatic) implements Part {}
  }

  static Iommufd opened(int number, GuestName owner) {
    return new Iommufd(number, owner, true, Optional.empty(), PersistentMap.empty());
  }

  /** The number that the next object gets: the lowest free one, from 1. */
  public int nextId() {
    int id = 1;
    while (objects.has(id)) {
      id++;
    }
    return id;
  }

  /** The automatic page table of an address space. */
  Optional<Integer> tableOf(int ioas) {
    return numbersOf(new Part.PageTable(ioas, true)).stream().findFirst();
  }

  /** The page table that an attach to an object means; none before the kernel has made it. */
  public Optional<Integer> tableFor(int id) {
    return objects.find(id) instanceof Part.Ioas ? tableOf(id) : Optional.of(id);
  }

  boolean isGone() {
    return !fileOpen
        && objects.values().stream().noneMatch(object -> object instanceof Part.Device);
  }

  Iommufd closed() {
    return new Iommufd(number, owner, false, compat, objects);
  }

  Iommufd with(Part added) {
    return with(nextId(), added);
  }

  private Iommufd with(int id, Part part) {
    return new Iommufd(number, owner, fileOpen, compat, objects.with(id, part));
  }

  Iommufd without(int id) {
    return new Iommufd(number, owner, fileOpen, compat, objects.without(id));
  }

  Iommufd without(Part.Device device) {
    Iommufd left = this;
    for (int id : numbersOf(device)) {
      left = left.without(id);
    }
    return left;
  }

  Iommufd withCompat() {
    if (compat.isPresent()) {
      return this;
    }
    int id = nextId();
    Iommufd grown = with(id, new Part.Ioas());
    return new Iommufd(number, owner, fileOpen, Optional.of(id), grown.objects);
  }

  private List<Integer> numbersOf(Part part) {
    return objects.keys().stream().filter(id -> part.equals(objects.find(id))).sorted().toList();
  }
}
