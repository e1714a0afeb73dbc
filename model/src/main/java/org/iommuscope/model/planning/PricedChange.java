package org.iommuscope.model.planning;

import java.util.List;
import org.iommuscope.model.plan.PlanChange;

/** A change of the plan and what it costs. */
public record PricedChange(PlanChange change, List<Price> prices) {

  public PricedChange {
    prices = prices.stream().sorted().toList();
  }

  public int points() {
    return prices.stream().mapToInt(Price::points).sum();
  }
}
