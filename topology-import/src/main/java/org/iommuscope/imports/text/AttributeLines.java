package org.iommuscope.imports.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.PciAddress;

/**
 * Attributes of functions as {@code grep . /sys/bus/pci/devices/*&#47;reset_method} prints them.
 */
final class AttributeLines implements TextReader {

  private static final Pattern LINE =
      Pattern.compile("([0-9a-f:]{10,16}\\.[0-7])/([a-z_]{5,20}):(.{0,200})$");

  @Override
  public String title() {
    return "sysfs attributes";
  }

  @Override
  public String mark() {
    return "/sys/bus/pci";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    int understood = 0;
    for (int index = 0; index < text.size(); index++) {
      String line = text.line(index);
      if (text.isFree(index) && line.contains("/devices/") && line.length() < KernelLines.LONGEST) {
        Matcher found = LINE.matcher(line);
        if (found.find() && tell(found, evidence, text.place(index))) {
          text.take(index);
          understood++;
        }
      }
    }
    return understood > 0
        ? Reached.all(understood)
        : Reached.stopped(
            text.firstFree(0),
            "a line like /sys/bus/pci/devices/0000:01:00.0/reset_method:flr bus");
  }

  private static boolean tell(Matcher found, Evidence evidence, Place place) {
    Optional<PciAddress> function = PciAddress.parse(found.group(1));
    return function.isPresent()
        && tell(found.group(2), found.group(3).strip(), evidence, function.get(), place);
  }

  private static boolean tell(
      String attribute, String value, Evidence evidence, PciAddress function, Place place) {
    return switch (attribute) {
      case "vendor" -> id(evidence, function, Fact.VENDOR, value, place);
      case "device" -> id(evidence, function, Fact.DEVICE, value, place);
      case "subsystem_vendor" -> id(evidence, function, Fact.SUBSYSTEM_VENDOR, value, place);
      case "subsystem_device" -> id(evidence, function, Fact.SUBSYSTEM_DEVICE, value, place);
      case "class" -> id(evidence, function, Fact.CLASS, value, place);
      case "revision" -> id(evidence, function, Fact.REVISION, value, place);
      case "numa_node" -> number(evidence, function, Fact.NUMA_NODE, value, place);
      case "sriov_totalvfs" -> number(evidence, function, Fact.TOTAL_VFS, value, place);
      case "sriov_numvfs" -> number(evidence, function, Fact.NUM_VFS, value, place);
      case "reset_method" -> {
        evidence
            .device(function)
            .say(Fact.RESET_METHODS, Arrays.asList(value.split(" +", 16)), place);
        yield true;
      }
      case "driver_override" -> {
        Claims claims = evidence.device(function);
        if (value.equals("(null)")) {
          claims.deny(Fact.DRIVER_OVERRIDE, place);
        } else {
          claims.say(Fact.DRIVER_OVERRIDE, value, place);
        }
        yield true;
      }
      default -> false;
    };
  }

  private static boolean id(
      Evidence evidence, PciAddress function, Fact<Integer> fact, String value, Place place) {
    int digits = value.length() - 2;
    if (!value.startsWith("0x") || digits < 1 || digits > 6) {
      return false;
    }
    OptionalInt number = Tokens.hexAt(value, 2, digits);
    number.ifPresent(it -> evidence.device(function).say(fact, it, place));
    return number.isPresent();
  }

  private static boolean number(
      Evidence evidence, PciAddress function, Fact<Integer> fact, String value, Place place) {
    if (value.equals("-1")) {
      evidence.device(function).deny(fact, place);
      return true;
    }
    OptionalInt number = Tokens.decimal(value);
    number.ifPresent(it -> evidence.device(function).say(fact, it, place));
    return number.isPresent();
  }
}
