package org.iommuscope.model.topology;

import java.util.Arrays;

/** The captured bytes of a function's config space: 64, 128, 256 or 4096 of them. */
public final class ConfigSpace {

  private final byte[] bytes;

  public ConfigSpace(byte[] bytes) {
    this(bytes.clone(), true);
  }

  private ConfigSpace(byte[] bytes, @SuppressWarnings("unused") boolean isOwn) {
    this.bytes = bytes;
  }

  /** Takes bytes over that nobody will change: a host of thousands has them once and not twice. */
  public static ConfigSpace over(byte[] bytes) {
    return new ConfigSpace(bytes, true);
  }

  public int length() {
    return bytes.length;
  }

  /** The unsigned byte at an offset; the offset must lie inside {@link #length()}. */
  public int byteAt(int offset) {
    return bytes[offset] & 0xff;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfigSpace that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
