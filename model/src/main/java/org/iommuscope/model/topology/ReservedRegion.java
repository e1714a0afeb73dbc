package org.iommuscope.model.topology;

/**
 * A line of {@code reserved_regions}: IO virtual addresses that no mapping may use.
 *
 * @param start first address, unsigned
 * @param end last address, inclusive, unsigned
 * @param type {@code direct}, {@code direct-relaxable}, {@code reserved} or {@code msi}
 */
public record ReservedRegion(long start, long end, String type) {}
