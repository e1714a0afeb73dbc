package org.iommuscope.imports.text;

import java.util.List;

/** What {@code lspci -v} prints below a function. */
final class LspciAttributes {

  private static final List<String> BEGINNINGS =
      List.of(
          "Control:",
          "Status:",
          "Flags:",
          "Latency:",
          "Subsystem:",
          "DeviceName:",
          "Physical Slot:",
          "Interrupt:",
          "NUMA node:",
          "IOMMU group:",
          "Region ",
          "Memory at ",
          "I/O ports at ",
          "Expansion ROM at ",
          "Bus: primary=",
          "Kernel driver in use:",
          "Kernel modules:",
          "DevCap:",
          "ACSCap:",
          "ACSCtl:",
          "LnkCap:",
          "LnkSta:",
          "Capabilities:");

  private static final int LONGEST_LOOK_BACK = 30;

  private LspciAttributes() {}

  /**
   * Whether a line like {@code IOMMU group: 6} tells the group of the function above it, and does
   * not begin a block: so it is where a record of lspci begins above it, or an attribute stands
   * above it in the paragraph.
   */
  static boolean isGroupOfRecord(TextDump text, int index) {
    if (!text.line(index).strip().startsWith("IOMMU group: ")) {
      return false;
    }
    if (Tokens.isIndented(text.line(index))
        && index > 0
        && LspciRecord.at(text, index - 1).isPresent()) {
      return true;
    }
    int first = Math.max(0, index - LONGEST_LOOK_BACK);
    for (int above = index - 1; above >= first && !text.line(above).isBlank(); above--) {
      if (!text.line(above).contains("IOMMU group:") && isAttribute(text.line(above))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line is one of those that say something of the function, indented or not. */
  static boolean isAttribute(String line) {
    String bare = line.strip();
    return BEGINNINGS.stream().anyMatch(bare::startsWith);
  }
}
