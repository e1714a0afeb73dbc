package org.iommuscope.model.config;

/**
 * Message signalled interrupts: MSI, id 0x05, or MSI-X, id 0x11.
 *
 * @param offset where it begins
 * @param vectors how many it can have: 1 to 32, or of MSI-X 1 to 2048
 */
public record Msi(int offset, boolean enabled, int vectors) {

  static final int ID = 0x05;
  static final int EXTENDED_ID = 0x11;
  static final int LENGTH = 4;

  static Msi read(ConfigBytes bytes, int at) {
    int control = bytes.u16(at + 2);
    return new Msi(at, (control & 1) != 0, 1 << (control >> 1 & 7));
  }

  static Msi readExtended(ConfigBytes bytes, int at) {
    int control = bytes.u16(at + 2);
    return new Msi(at, (control & 0x8000) != 0, (control & 0x7ff) + 1);
  }

  /** {@code on, 16 vectors}. */
  public String words() {
    return (enabled ? "on, " : "off, ") + vectors + (vectors == 1 ? " vector" : " vectors");
  }
}
