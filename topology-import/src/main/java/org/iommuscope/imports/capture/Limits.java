package org.iommuscope.imports.capture;

/**
 * How much of an archive is read before it is given up.
 *
 * <p>A tree of 20,000 functions has 750,000 entries and unpacks to about a gigabyte.
 *
 * @param entries entries of the archive
 * @param unpackedBytes bytes after decompression, whether kept or not
 * @param keptBytes bytes that the tree takes in memory, about
 */
public record Limits(long entries, long unpackedBytes, long keptBytes) {

  public static Limits usual() {
    return new Limits(1_500_000, 4L << 30, 512L << 20);
  }

  /** The same, so many times as large. */
  public Limits times(int factor) {
    if (factor < 1) {
      throw new IllegalArgumentException("no factor of a limit: " + factor);
    }
    return new Limits(entries * factor, unpackedBytes * factor, keptBytes * factor);
  }
}
