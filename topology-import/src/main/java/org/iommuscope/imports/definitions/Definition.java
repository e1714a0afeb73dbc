package org.iommuscope.imports.definitions;

/** Reads one form in which virtual machines are defined. */
interface Definition {

  /** What it reads, as people call it. */
  String title();

  /** Whether a text is of this form, told by its content. */
  boolean recognises(Source source);

  /** What a text of this form has, for a refusal. */
  String expected();

  /** The first line that keeps a text from being of this form, counted from 1. */
  default int stop(Source source) {
    return 1 + (int) source.text().lines().takeWhile(String::isBlank).count();
  }

  /** Adds the guests that a text defines. */
  void read(Source source, PlanDraft plan) throws BadDefinition;
}
