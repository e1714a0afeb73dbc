package org.iommuscope.model.config;

/**
 * Alternative Routing-ID Interpretation, extended id 0x000e.
 *
 * @param offset where it begins
 * @param nextFunction number of the device's next function, 0 for none; up to 255
 */
public record Ari(int offset, int nextFunction) {

  static final int ID = 0x0e;
  static final int LENGTH = 8;

  static Ari read(ConfigBytes bytes, int at) {
    return new Ari(at, bytes.u8(at + 5));
  }
}
