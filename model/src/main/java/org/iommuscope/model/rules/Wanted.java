package org.iommuscope.model.rules;

import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;

/** The device that a plan gives to a guest, while the guest tries to get it. */
public record Wanted(Guest guest, GuestDevice given) {}
