package org.iommuscope.model.plan;

import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;

/** An mdev that exists before the plan's first step though the capture does not show it. */
public record PlannedMdev(MdevUuid uuid, DeviceRef parent, String type) {}
