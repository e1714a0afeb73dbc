package org.iommuscope.model.plan;

import java.util.List;
import org.iommuscope.model.topology.DeviceRef;

/** What a comment of a plan stands at. */
public sealed interface Commented {

  /** Whether a plan of these guests has it. */
  boolean isIn(List<Guest> guests);

  /** The plan as a whole. */
  record WholePlan() implements Commented {
    @Override
    public boolean isIn(List<Guest> guests) {
      return true;
    }
  }

  record OfGuest(GuestName guest) implements Commented {
    @Override
    public boolean isIn(List<Guest> guests) {
      return guests.stream().anyMatch(known -> known.name().equals(guest));
    }
  }

  /** A device in the list of a guest. */
  record OfDevice(GuestName guest, DeviceRef device) implements Commented {
    @Override
    public boolean isIn(List<Guest> guests) {
      return guests.stream()
          .filter(known -> known.name().equals(guest))
          .flatMap(known -> known.devices().stream())
          .anyMatch(given -> given.device().equals(device));
    }
  }
}
