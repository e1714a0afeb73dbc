package org.iommuscope.model.planning;

import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;

/** What came of filling in a plan. */
public sealed interface FillAnswer {

  /**
   * A device for a guest.
   *
   * @param others how many more would have done as well
   */
  record Choice(GuestName guest, DeviceKind kind, Offer offer, int others) {}

  /**
   * A lawful plan with all that was wished for.
   *
   * @param isCheapest whether no other choice costs the host less; else the search was cut short
   */
  record Filled(AssignmentPlan plan, List<Choice> choices, boolean isCheapest)
      implements FillAnswer {
    public Filled {
      choices = List.copyOf(choices);
    }
  }

  /** Fewer devices of a kind than wished for. */
  record TooFew(DeviceKind kind, int wanted, int offered, List<Hindrance> hindrances)
      implements FillAnswer {
    public TooFew {
      hindrances = List.copyOf(hindrances);
    }
  }

  /** Each request alone can be granted; these together cannot. */
  record Contradiction(List<GuestRequest> requests) implements FillAnswer {
    public Contradiction {
      requests = List.copyOf(requests);
    }
  }

  /** The time was over before anything was found, which proves nothing. */
  record GaveUp() implements FillAnswer {}

  /** Somebody no longer wants to know. */
  record Cancelled() implements FillAnswer {}
}
