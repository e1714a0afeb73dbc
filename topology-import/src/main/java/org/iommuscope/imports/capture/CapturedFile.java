package org.iommuscope.imports.capture;

/** A regular file of a capture. */
public non-sealed interface CapturedFile extends Entry {

  Content content();

  /** Whether its name is one under which people and support tools save what programs print. */
  default boolean isText() {
    return KeptFiles.isText(path().substring(path().lastIndexOf('/') + 1));
  }
}
