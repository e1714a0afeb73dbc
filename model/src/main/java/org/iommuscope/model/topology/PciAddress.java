package org.iommuscope.model.topology;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address of a PCI function, printed {@code 0000:06:0d.0}.
 *
 * @param segment 0 or more; Intel VMD numbers its segments from 0x10000 on
 * @param bus 0 to 255
 * @param device 0 to 31
 * @param function 0 to 7
 */
public record PciAddress(int segment, int bus, int device, int function) implements DeviceRef {

  static final Comparator<PciAddress> BY_NUMBER = Comparator.comparingLong(PciAddress::number);

  /** Neighbours get hashes far apart, as sets of edges add the hashes of both ends up. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** As in {@code 06:0d.0}. */
  private static final int SLOT_LENGTH = 7;

  public PciAddress {
    if (segment < 0
        || bus < 0
        || bus > 255
        || device < 0
        || device > 31
        || function < 0
        || function > 7) {
      throw new IllegalArgumentException(
          "no PCI address: " + segment + ":" + bus + ":" + device + "." + function);
    }
  }

  /** Reads {@code [segment:]bus:device.function}; a missing segment is 0. */
  public static Optional<PciAddress> parse(String text) {
    int slot = text.length() - SLOT_LENGTH;
    if (slot < 0 || text.charAt(slot + 2) != ':' || text.charAt(slot + 5) != '.') {
      return Optional.empty();
    }
    int segment = slot == 0 ? 0 : segmentBefore(text, slot - 1);
    int bus = number(text, slot, slot + 2);
    int device = number(text, slot + 3, slot + 5);
    int function = number(text, slot + 6, slot + 7);
    return segment < 0 || bus < 0 || device < 0 || device > 31 || function < 0 || function > 7
        ? Optional.empty()
        : Optional.of(new PciAddress(segment, bus, device, function));
  }

  /** The four to eight digits before a colon; negative where these are none. */
  private static int segmentBefore(String text, int colon) {
    return colon < 4 || colon > 8 || text.charAt(colon) != ':' ? -1 : number(text, 0, colon);
  }

  /** A hexadecimal number below 2³¹; negative where it is none. */
  private static int number(String text, int from, int to) {
    long number = 0;
    for (int at = from; at < to; at++) {
      int digit = text.charAt(at) > 'f' ? -1 : Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number > Integer.MAX_VALUE ? -1 : (int) number;
  }

  /** All four parts in one, in the order of the listing. */
  private long number() {
    return (long) segment << 16 | bus << 8 | device << 3 | function;
  }

  /** Written out, as it is asked for more often than anything else in a host. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PciAddress that && number() == that.number();
  }

  @Override
  public int hashCode() {
    return (int) (number() * SPREAD >>> 32);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(12);
    int digits = Math.max(4, 8 - Integer.numberOfLeadingZeros(segment) / 4);
    appendHex(text, segment, digits);
    appendSlot(text.append(':'));
    return text.toString();
  }

  /** The address without its segment, as lspci prints it on hosts with one segment. */
  public String slot() {
    StringBuilder slot = new StringBuilder(SLOT_LENGTH);
    appendSlot(slot);
    return slot.toString();
  }

  private void appendSlot(StringBuilder text) {
    appendHex(text, bus, 2);
    appendHex(text.append(':'), device, 2);
    text.append('.').append((char) ('0' + function));
  }

  @Override
  public String toString() {
    return text();
  }

  private static void appendHex(StringBuilder text, int number, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      text.append(Character.forDigit(number >> shift & 0xf, 16));
    }
  }
}
