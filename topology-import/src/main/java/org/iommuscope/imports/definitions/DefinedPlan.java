package org.iommuscope.imports.definitions;

import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;

/**
 * The plan that definitions of virtual machines amount to.
 *
 * @param unknown what they say of devices beside that, a sentence each: it is kept and said
 * @param notes what this program wrote into them when it exported a plan
 */
public record DefinedPlan(AssignmentPlan plan, List<String> unknown, List<Note> notes) {

  public DefinedPlan {
    notes = List.copyOf(notes);
    unknown = List.copyOf(unknown);
  }
}
