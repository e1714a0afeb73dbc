package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.G2;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule mdev-type-has-instances. */
class MdevTypeHasInstancesTest {

  @Test
  void refuses_one_more_than_the_vendor_counts() {
    SystemCalls.on(
            new TestHost().endpoint("00:02.0", 1, "mtty").offers("00:02.0", "mtty-1", 1).build(),
            "6.1")
        .play(
            "create "
                + G1
                + " 0000:00:02.0 mtty-1 -> OK\ncreate "
                + G2
                + " 0000:00:02.0 mtty-1 -> ENOSPC");
  }

  @Test
  void allows_any_number_where_mtty_counts_nothing() {
    SystemCalls.on(
            new TestHost().endpoint("00:02.0", 1, "mtty").offers("00:02.0", "mtty-1", 1).build(),
            "5.10")
        .play(
            "create "
                + G1
                + " 0000:00:02.0 mtty-1 -> OK\ncreate "
                + G2
                + " 0000:00:02.0 mtty-1 -> OK");
  }
}
