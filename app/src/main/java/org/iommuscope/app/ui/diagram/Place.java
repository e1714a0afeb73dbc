package org.iommuscope.app.ui.diagram;

import java.util.SequencedSet;
import org.iommuscope.model.topology.DeviceRef;

/** What was selected and what was seen at one moment. */
record Place(SequencedSet<DeviceRef> selection, Camera camera) {}
