package org.iommuscope.app.workspace;

/** Where copied text goes, and where text comes from that was copied elsewhere. */
@FunctionalInterface
public interface Clipboard {

  void put(String text);

  /** The text that is there; empty where there is none. */
  default String text() {
    return "";
  }
}
