package org.iommuscope.model.topology;

import java.util.Arrays;
import java.util.Objects;

/**
 * The captured bytes of a function's config space: 64, 128, 256 or 4096 of them.
 *
 * <p>Most of the 4096 are zeros at the end, which are counted and not kept.
 */
public final class ConfigSpace {

  private final byte[] beginning;
  private final int length;

  public ConfigSpace(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    this.beginning = Arrays.copyOf(bytes, end);
    this.length = bytes.length;
  }

  public int length() {
    return length;
  }

  /** The unsigned byte at an offset; the offset must lie inside {@link #length()}. */
  public int byteAt(int offset) {
    Objects.checkIndex(offset, length);
    return offset < beginning.length ? beginning[offset] & 0xff : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfigSpace that
        && length == that.length
        && Arrays.equals(beginning, that.beginning);
  }

  @Override
  public int hashCode() {
    return 31 * length + Arrays.hashCode(beginning);
  }
}
