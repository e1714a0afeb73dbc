package org.iommuscope.model.topology;

/**
 * What a function says it is: {@code vendor}, {@code device}, {@code subsystem_vendor}, {@code
 * subsystem_device} (16 bits each), {@code class} (24 bits) and {@code revision} (8 bits).
 */
public record PciIds(
    Reading<Integer> vendor,
    Reading<Integer> device,
    Reading<Integer> subsystemVendor,
    Reading<Integer> subsystemDevice,
    Reading<Integer> classCode,
    Reading<Integer> revision) {

  public static PciIds unread() {
    return new PciIds(
        Reading.unread(),
        Reading.unread(),
        Reading.unread(),
        Reading.unread(),
        Reading.unread(),
        Reading.unread());
  }
}
