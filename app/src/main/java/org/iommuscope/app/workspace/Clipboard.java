package org.iommuscope.app.workspace;

/** Where copied text goes. */
@FunctionalInterface
public interface Clipboard {

  void put(String text);
}
