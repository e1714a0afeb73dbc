package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.G2;
import static org.iommuscope.testing.TestHosts.t8;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule mdev-exists-to-remove. */
class MdevExistsToRemoveTest {

  @Test
  void refuses_an_mdev_that_is_gone() {
    SystemCalls.on(t8(), "5.10").play("remove " + G1 + " -> OK\nremove " + G1 + " -> ENOENT");
  }

  @Test
  void allows_one_that_exists() {
    SystemCalls.on(t8(), "5.10").play("remove " + G2 + " -> OK");
  }
}
