package org.iommuscope.imports.capture;

/**
 * A symbolic link of a capture.
 *
 * @param folder the folder that holds it
 * @param target its text, whether or not something is there
 */
public record Link(Folder folder, String name, String target) implements Entry {

  @Override
  public String path() {
    return Paths.join(folder.path(), name);
  }

  /** The last name of its target, which is what most links of sysfs are read for. */
  public String targetName() {
    String bare = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
    return bare.substring(bare.lastIndexOf('/') + 1);
  }
}
