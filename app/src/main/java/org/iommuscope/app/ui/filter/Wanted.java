package org.iommuscope.app.ui.filter;

/** A trait with the value that is wanted of it. */
public record Wanted(Trait trait, String value) {

  /** As a chip says it: {@code driver vfio-pci}, {@code no driver}, {@code assignable now}. */
  public String words() {
    if (trait.isYesOrNo()) {
      return trait.word();
    }
    return value.equals("no " + trait.word()) ? value : trait.word() + " " + value;
  }
}
