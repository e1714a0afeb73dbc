package org.iommuscope.imports.capture;

/** Something that holds no text: a device node, a pipe, a socket. */
public record Oddity(String path) implements Entry {}
