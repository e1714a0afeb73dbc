package org.iommuscope.imports.definitions;

import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;

/**
 * The plan that definitions of virtual machines amount to.
 *
 * @param unknown what they say of devices beside that, a sentence each: it is kept and said
 */
public record DefinedPlan(AssignmentPlan plan, List<String> unknown) {

  public DefinedPlan {
    unknown = List.copyOf(unknown);
  }
}
