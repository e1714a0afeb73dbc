package org.iommuscope.model.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.iommuscope.model.plan.GuestName;

/**
 * Guests that shall each have devices of these kinds.
 *
 * @param name the guest's, with a number behind it where there are several
 * @param guests how many; 1 or more
 * @param sameNode whether all devices of a guest shall sit on one NUMA node
 * @param node the NUMA node to take them from
 */
public record GuestRequest(
    String name, int guests, boolean sameNode, OptionalInt node, List<DeviceRequest> devices) {

  /**
   * So many devices of a kind for each guest.
   *
   * @param count 1 or more, each from an IOMMU group of its own
   */
  public record DeviceRequest(int count, DeviceKind kind) {
    public DeviceRequest {
      if (count < 1) {
        throw new IllegalArgumentException("a request is for one device or more");
      }
    }
  }

  public GuestRequest {
    devices = List.copyOf(devices);
    if (guests < 1) {
      throw new IllegalArgumentException("a request is for one guest or more");
    }
  }

  /** The guests that it asks for. */
  List<GuestName> names() {
    return IntStream.rangeClosed(1, guests)
        .mapToObj(number -> new GuestName(guests == 1 ? name : name + number))
        .toList();
  }

  /** The kind of each device of one guest, as often as it is wanted. */
  List<DeviceKind> kinds() {
    return devices.stream()
        .flatMap(wanted -> IntStream.range(0, wanted.count()).mapToObj(each -> wanted.kind()))
        .toList();
  }

  Optional<Integer> onlyNode() {
    return node.isPresent() ? Optional.of(node.getAsInt()) : Optional.empty();
  }
}
