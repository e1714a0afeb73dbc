package org.iommuscope.imports.capture;

/** A regular file of a capture. */
public non-sealed interface CapturedFile extends Entry {

  Content content();
}
