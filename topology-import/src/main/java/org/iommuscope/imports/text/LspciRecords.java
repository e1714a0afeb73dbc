package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.model.topology.PciAddress;

/**
 * What {@code lspci} prints, with {@code -nn}, {@code -k}, {@code -v} to {@code -vvv} and {@code
 * -x} to {@code -xxxx}: a line for each function, and indented below it what it says of it.
 */
final class LspciRecords implements TextReader {

  private static final String EXPECTED =
      "an address and a class, as in 01:00.0 Ethernet controller [0200]: …";

  @Override
  public String title() {
    return "lspci";
  }

  @Override
  public String mark() {
    return "^[0-9a-f]{2}:[0-9a-f]{2}";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    List<LspciRecord> records = new ArrayList<>();
    int understood = 0;
    for (int index = 0; index < text.size(); index++) {
      Optional<LspciRecord> begun =
          text.isFree(index) ? LspciRecord.at(text, index) : Optional.empty();
      if (begun.isPresent()) {
        int end = begun.get().readAttributes(text, index + 1);
        text.take(index, end);
        records.add(begun.get());
        understood += end - index;
        index = end - 1;
      }
    }
    if (records.isEmpty()) {
      return Reached.stopped(text.firstFree(0), EXPECTED);
    }
    records.forEach(record -> record.tell(evidence));
    records.forEach(record -> record.tellVirtualFunctions(evidence));
    if (records.stream().anyMatch(LspciRecord::hasDriverLine)) {
      records.forEach(record -> record.denyDriver(evidence));
    }
    return Reached.all(understood);
  }

  /** The function that a path from its root leads to, {@code 00:1c.4/07:00.0}, and those above. */
  static List<PciAddress> path(String word) {
    List<PciAddress> path = new ArrayList<>();
    for (String step : word.split("/", 32)) {
      Optional<PciAddress> address = PciAddress.parse(step);
      if (address.isEmpty()) {
        return List.of();
      }
      PciAddress here = address.get();
      boolean isBare = step.indexOf(':') == step.lastIndexOf(':') && !path.isEmpty();
      path.add(
          isBare
              ? new PciAddress(
                  path.getFirst().segment(), here.bus(), here.device(), here.function())
              : here);
    }
    return path;
  }
}
