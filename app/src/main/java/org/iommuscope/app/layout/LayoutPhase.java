package org.iommuscope.app.layout;

/** One step of the layout; it changes nothing and returns the draft with its own part filled in. */
interface LayoutPhase {

  LayoutDraft apply(LayoutDraft draft);
}
