package org.iommuscope.model.topology;

/**
 * One file or link as a capture has it.
 *
 * @param name its name in its folder: {@code vendor}
 * @param raw its text without the line end, or where a link leads
 */
public record CapturedText(String name, String raw) {}
