package org.iommuscope.model.verdict;

import org.iommuscope.model.plan.PlanChange;

/** A plan change that answers a refusal, said in words elsewhere. */
public record Fix(PlanChange change) {}
