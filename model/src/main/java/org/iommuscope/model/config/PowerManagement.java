package org.iommuscope.model.config;

/**
 * The Power Management Capability, id 0x01.
 *
 * @param offset where it begins
 * @param version bits 2 to 0 of its capabilities
 * @param state 0 to 3 for D0 to D3hot, from its control and status word
 */
public record PowerManagement(int offset, int version, int state) {

  static final int ID = 0x01;
  static final int LENGTH = 6;

  static PowerManagement read(ConfigBytes bytes, int at) {
    return new PowerManagement(at, bytes.u16(at + 2) & 7, bytes.u16(at + 4) & 3);
  }

  public String words() {
    return state == 3 ? "D3hot" : "D" + state;
  }
}
