package org.iommuscope.imports.evidence;

import org.iommuscope.model.topology.Reading;

/** A fact that a source tells, present or absent, and where it does. */
public record Claim<T>(Reading<T> reading, Place place) {

  public Claim {
    if (reading.isUnread()) {
      throw new IllegalArgumentException("nothing is claimed at " + place);
    }
  }

  /** The value for a sentence. */
  String words() {
    return reading.known().map(Object::toString).orElse("none");
  }
}
