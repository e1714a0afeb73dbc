package org.iommuscope.imports.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.names.LspciText;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.PciAddress;

/**
 * What {@code lspci -vmm} prints: a line for each fact, {@code Slot:}, {@code Class:} and so on.
 */
final class LspciMachineRecords implements TextReader {

  private static final String EXPECTED = "a record that begins with Slot: and an address";

  /** A value and its line. */
  private record Field(String value, Place place) {}

  @Override
  public String title() {
    return "lspci -vmm";
  }

  @Override
  public String mark() {
    return "^Slot:";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    Map<String, Field> fields = new LinkedHashMap<>();
    boolean tellsDrivers = hasDrivers(text);
    int understood = 0;
    for (int index = 0; index < text.size(); index++) {
      Optional<String> key = text.isFree(index) ? keyOf(text.line(index)) : Optional.empty();
      boolean isBegin = key.isPresent() && key.get().equals("Slot");
      if (isBegin || key.isEmpty()) {
        tell(fields, evidence, tellsDrivers);
        fields.clear();
      }
      if (isBegin || key.isPresent() && !fields.isEmpty()) {
        String value = text.line(index).substring(key.get().length() + 1).strip();
        fields.putIfAbsent(key.get(), new Field(value, text.place(index)));
        text.take(index);
        understood++;
      }
    }
    tell(fields, evidence, false);
    return understood > 0 ? Reached.all(understood) : Reached.stopped(text.firstFree(0), EXPECTED);
  }

  private static boolean hasDrivers(TextDump text) {
    for (int index = 0; index < text.size(); index++) {
      if (text.isFree(index) && keyOf(text.line(index)).filter("Driver"::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> keyOf(String line) {
    int colon = line.indexOf(':');
    if (colon < 3 || colon > 10 || colon + 1 >= line.length()) {
      return Optional.empty();
    }
    String key = line.substring(0, colon);
    boolean isSlot = key.equals("Slot") && slot(line.substring(colon + 1)).isPresent();
    return switch (key) {
      case "Class", "Vendor", "Device", "SVendor", "SDevice", "Rev", "ProgIf", "PhySlot" ->
          Optional.of(key);
      case "Driver", "Module", "NUMANode", "IOMMUGroup", "DTNode" -> Optional.of(key);
      default -> isSlot ? Optional.of(key) : Optional.empty();
    };
  }

  private static Optional<PciAddress> slot(String value) {
    return PciAddress.parse(value.strip());
  }

  private static void tell(Map<String, Field> fields, Evidence evidence, boolean tellsDrivers) {
    Field slot = fields.get("Slot");
    if (slot == null) {
      return;
    }
    PciAddress function = slot(slot.value()).orElseThrow();
    Claims claims = evidence.device(function);
    fields.forEach((key, field) -> tell(key, field, claims));
    Field group = fields.get("IOMMUGroup");
    if (group != null) {
      Tokens.decimal(group.value())
          .ifPresent(it -> evidence.member(function, new GroupId(it), group.place()));
    }
    if (tellsDrivers && !fields.containsKey("Driver")) {
      claims.deny(Fact.DRIVER, slot.place());
    }
  }

  private static void tell(String key, Field field, Claims claims) {
    String value = field.value();
    Place place = field.place();
    switch (key) {
      case "Class" -> classCode(value).ifPresent(it -> claims.say(Fact.CLASS, it << 8, place));
      case "Vendor" -> id(value).ifPresent(it -> claims.say(Fact.VENDOR, it, place));
      case "Device" -> {
        id(value).ifPresent(it -> claims.say(Fact.DEVICE, it, place));
        claims.say(Fact.NAME, LspciText.productIn(value), place);
      }
      case "SVendor" -> id(value).ifPresent(it -> claims.say(Fact.SUBSYSTEM_VENDOR, it, place));
      case "SDevice" -> id(value).ifPresent(it -> claims.say(Fact.SUBSYSTEM_DEVICE, it, place));
      case "Rev" -> Tokens.hex(value, 2).ifPresent(it -> claims.say(Fact.REVISION, it, place));
      case "PhySlot" -> claims.say(Fact.SLOT, value, place);
      case "Driver" -> claims.say(Fact.DRIVER, value, place);
      case "NUMANode" ->
          Tokens.decimal(value).ifPresent(it -> claims.say(Fact.NUMA_NODE, it, place));
      default -> {}
    }
  }

  private static OptionalInt classCode(String value) {
    OptionalInt code = id(value);
    return code.isPresent() ? code : ClassNames.codeOf(value);
  }

  /** {@code 8086} as with {@code -n}, or in brackets at the end as with {@code -nn}. */
  private static OptionalInt id(String value) {
    OptionalInt bare = Tokens.hex(value, 4);
    return bare.isPresent() || !value.endsWith("]")
        ? bare
        : Tokens.hexAt(value, value.length() - 5, 4);
  }
}
