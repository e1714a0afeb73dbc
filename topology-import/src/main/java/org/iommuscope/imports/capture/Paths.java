package org.iommuscope.imports.capture;

/** The spelling of paths inside a capture. */
final class Paths {

  private Paths() {}

  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
