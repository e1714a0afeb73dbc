package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t13;

import java.util.OptionalLong;
import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule noiommu-needs-rawio. */
class NoiommuNeedsRawioTest {

  @Test
  void refuses_an_ordinary_user() {
    SystemCalls.on(t13(), "6.12")
        .user("A", 1000, OptionalLong.empty())
        .nodesOf(1000)
        .play("A group g noiommu-0 -> EPERM");
  }

  @Test
  void allows_root() {
    SystemCalls.on(t13(), "6.12").play("A group g noiommu-0 -> OK");
  }
}
