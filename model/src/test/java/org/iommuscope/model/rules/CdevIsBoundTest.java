package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.*;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule cdev-is-bound. */
class CdevIsBoundTest {

  @Test
  void refuses_to_attach_before_bind() {
    SystemCalls.on(t1(), "6.12")
        .play(
            """
            A open d 0000:01:00.0 -> OK
            A iommufd i -> OK
            A ioas i -> OK
            A attach d 1 -> EINVAL
            A bind d i -> OK
            A attach d 1 -> OK
            """);
  }
}
