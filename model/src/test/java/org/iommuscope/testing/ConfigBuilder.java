package org.iommuscope.testing;

import org.iommuscope.model.topology.ConfigSpace;

/** A config space written by hand, capability by capability; everything else is 0. */
public final class ConfigBuilder {

  private static final int STATUS = 0x06;
  private static final int POINTER = 0x34;

  private final byte[] bytes;

  public ConfigBuilder(int length) {
    bytes = new byte[length];
  }

  /** The first capability of the header's list. */
  public ConfigBuilder list(int first) {
    return set(STATUS, 0x10).set(POINTER, first);
  }

  /** A capability of the header's list, with the next one's offset. */
  public ConfigBuilder capability(int at, int id, int next) {
    return set(at, id).set(at + 1, next);
  }

  /** A PCI Express capability of a device/port type. */
  public ConfigBuilder express(int at, int type, int next) {
    return capability(at, 0x10, next).word(at + 2, type << 4 | 2);
  }

  /** A capability of the extended list, version 1. */
  public ConfigBuilder extended(int at, int id, int next) {
    return word(at, id).word(at + 2, next << 4 | 1);
  }

  /** Access Control Services with its two words. */
  public ConfigBuilder acs(int at, int capability, int control, int next) {
    return extended(at, 0x0d, next).word(at + 4, capability).word(at + 6, control);
  }

  public ConfigBuilder word(int at, int value) {
    return set(at, value).set(at + 1, value >> 8);
  }

  public ConfigBuilder set(int at, int value) {
    bytes[at] = (byte) value;
    return this;
  }

  public ConfigSpace build() {
    return new ConfigSpace(bytes);
  }
}
