package org.iommuscope.model.config;

import org.iommuscope.model.topology.ConfigSpace;

/** Little-endian words of a config space, with the question whether they were captured. */
record ConfigBytes(ConfigSpace space) {

  boolean has(int offset, int bytes) {
    return offset >= 0 && offset + bytes <= space.length();
  }

  int u8(int offset) {
    return space.byteAt(offset);
  }

  int u16(int offset) {
    return u8(offset) | u8(offset + 1) << 8;
  }

  /** A double word as its 32 bits; negative where the highest is set. */
  int u32(int offset) {
    return u16(offset) | u16(offset + 2) << 16;
  }
}
