package org.iommuscope.model.topology;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a PCI function, printed {@code 0000:06:0d.0}.
 *
 * @param segment 0 or more; Intel VMD numbers its segments from 0x10000 on
 * @param bus 0 to 255
 * @param device 0 to 31
 * @param function 0 to 7
 */
public record PciAddress(int segment, int bus, int device, int function) implements DeviceRef {

  static final Comparator<PciAddress> BY_NUMBER =
      Comparator.comparingInt(PciAddress::segment)
          .thenComparingInt(PciAddress::bus)
          .thenComparingInt(PciAddress::device)
          .thenComparingInt(PciAddress::function);

  private static final Pattern FORM =
      Pattern.compile("(?:([0-9a-fA-F]{4,8}):)?([0-9a-fA-F]{2}):([0-9a-fA-F]{2})\\.([0-7])");

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
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String segment = form.group(1) == null ? "0" : form.group(1);
    int device = Integer.parseInt(form.group(3), 16);
    if (device > 31 || Long.parseLong(segment, 16) > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    return Optional.of(
        new PciAddress(
            Integer.parseInt(segment, 16),
            Integer.parseInt(form.group(2), 16),
            device,
            Integer.parseInt(form.group(4))));
  }

  @Override
  public String text() {
    return hex(segment, 4) + ":" + slot();
  }

  /** The address without its segment, as lspci prints it on hosts with one segment. */
  public String slot() {
    return hex(bus, 2) + ":" + hex(device, 2) + "." + function;
  }

  @Override
  public String toString() {
    return text();
  }

  private static String hex(int number, int digits) {
    String bare = Integer.toHexString(number);
    return "0".repeat(Math.max(0, digits - bare.length())) + bare;
  }
}
