package org.iommuscope.app.ui.filter;

/** A trait with the value that is wanted of it. */
public record Wanted(Trait trait, String value) {

  /** As a chip says it: {@code driver vfio-pci}, {@code assignable now}. */
  public String words() {
    return trait.isYesOrNo() ? trait.word() : trait.word() + " " + value;
  }
}
