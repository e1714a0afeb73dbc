package org.iommuscope.model.verdict;

import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;

/** The guest that holds a group, the device by which it does, and the step index since when. */
public record Holder(GuestName guest, DeviceRef device, int since) {}
