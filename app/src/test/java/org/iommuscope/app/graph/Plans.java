package org.iommuscope.app.graph;

import java.util.TreeMap;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;

/** Plans for tests. */
final class Plans {

  private Plans() {}

  static AssignmentPlan annotated(DeviceRef device, Annotation annotation) {
    AssignmentPlan none = AssignmentPlan.EMPTY;
    TreeMap<DeviceRef, Annotation> annotations = new TreeMap<>();
    annotations.put(device, annotation);
    return new AssignmentPlan(
        none.profile(),
        none.environment(),
        none.bindings(),
        none.mdevs(),
        annotations,
        none.guests(),
        none.sequence(),
        none.waivers(),
        none.comments());
  }
}
