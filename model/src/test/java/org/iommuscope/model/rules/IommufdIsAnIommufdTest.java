package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.*;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule iommufd-is-an-iommufd. */
class IommufdIsAnIommufdTest {

  @Test
  void refuses_the_file_of_a_container() {
    SystemCalls.on(t1(), "6.12")
        .play("A open d 0000:01:00.0 -> OK\nA container c -> OK\nA bind d c -> EBADFD");
  }

  @Test
  void refuses_a_file_that_is_not_open() {
    SystemCalls.on(t1(), "6.12").play("A open d 0000:01:00.0 -> OK\nA bind d i -> EBADF");
  }

  @Test
  void allows_an_iommufd() {
    SystemCalls.on(t1(), "6.12")
        .play("A open d 0000:01:00.0 -> OK\nA iommufd i -> OK\nA bind d i -> OK");
  }
}
