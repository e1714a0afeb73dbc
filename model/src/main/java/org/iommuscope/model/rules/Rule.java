package org.iommuscope.model.rules;

import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.RuleId;

/** One thing that must hold for a step to be granted; it holds no state. */
public interface Rule {

  /** The rule's name, which its class, its test and its page share. */
  RuleId id();

  Finding examine(Situation situation);
}
