package org.iommuscope.imports.definitions;

/** Reads one form in which virtual machines are defined. */
interface Definition {

  /** What it reads, as people call it. */
  String title();

  /** Whether a text is of this form, told by its content. */
  boolean recognises(Source source);

  /** Adds the guests that a text defines. */
  void read(Source source, PlanDraft plan) throws BadDefinition;
}
