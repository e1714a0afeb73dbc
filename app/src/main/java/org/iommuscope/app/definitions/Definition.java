package org.iommuscope.app.definitions;

/**
 * A file for another program.
 *
 * @param fileName its name, without folder
 */
public record Definition(String fileName, String text) {}
