package org.iommuscope.model.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingTest {

  @Test
  void tells_a_host_that_has_none_from_a_capture_that_does_not_say() {
    assertNotEquals(Reading.absent(), Reading.unread());
    assertEquals(Optional.empty(), Reading.absent().known());
    assertEquals(Optional.empty(), Reading.unread().known());
  }

  @Test
  void keeps_its_kind_when_the_value_is_changed() {
    assertEquals(Reading.of(4), Reading.of("four").map(String::length));
    assertEquals(Reading.absent(), Reading.<String>absent().map(String::length));
    assertEquals(Reading.unread(), Reading.<String>unread().map(String::length));
  }
}
