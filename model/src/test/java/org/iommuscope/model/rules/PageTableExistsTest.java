package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.*;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule page-table-exists. */
class PageTableExistsTest {

  @Test
  void refuses_numbers_that_name_nothing_or_a_device() {
    SystemCalls.on(t1(), "6.12")
        .play(
            """
            A open d 0000:01:00.0 -> OK
            A iommufd i -> OK
            A ioas i -> OK
            A bind d i -> OK
            A attach d 2 -> EINVAL
            A attach d 9 -> ENOENT
            A attach d 1 -> OK
            """);
  }

  @Test
  void allows_the_page_table_that_an_attach_made() {
    SystemCalls.on(t1(), "6.12")
        .play(
            """
            A open d 0000:01:00.0 -> OK
            A open e 0000:01:00.1 -> OK
            A iommufd i -> OK
            A ioas i -> OK
            A bind d i -> OK
            A bind e i -> OK
            A attach d 1 -> OK
            A attach e 4 -> OK
            """);
  }
}
