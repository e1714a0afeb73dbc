package org.iommuscope.model.config;

/**
 * One line of a decoded config space.
 *
 * @param offset where in {@code config} it was read
 * @param raw the bytes there, as hexadecimal digits in the order of the file
 */
public record ConfigFact(String name, String value, int offset, String raw) {}
