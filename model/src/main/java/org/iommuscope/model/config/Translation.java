package org.iommuscope.model.config;

/**
 * One of the capabilities by which a function works with the IOMMU's page tables: ATS (extended id
 * 0x000f), PRI (0x0013) and PASID (0x001b).
 *
 * @param offset where it begins
 * @param enabled the enable bit of its control word
 */
public record Translation(int offset, boolean enabled) {

  static final int ATS = 0x0f;
  static final int PRI = 0x13;
  static final int PASID = 0x1b;
  static final int LENGTH = 8;

  /** The control word is at 6; ATS enables by bit 15, PASID by bit 0. */
  static Translation readAts(ConfigBytes bytes, int at) {
    return new Translation(at, (bytes.u16(at + 6) & 0x8000) != 0);
  }

  static Translation readPasid(ConfigBytes bytes, int at) {
    return new Translation(at, (bytes.u16(at + 6) & 1) != 0);
  }

  /** The control word is at 4. */
  static Translation readPri(ConfigBytes bytes, int at) {
    return new Translation(at, (bytes.u16(at + 4) & 1) != 0);
  }

  public String words() {
    return enabled ? "on" : "off";
  }
}
