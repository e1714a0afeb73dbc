package org.iommuscope.imports.capture;

/** What a path of a capture names; a link is itself, not what it leads to. */
public sealed interface Entry permits Folder, CapturedFile, Link, Oddity {

  /** The path from the capture's root, {@code sys/bus/pci}. */
  String path();
}
