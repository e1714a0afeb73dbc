package org.iommuscope.model.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every row of the checklist of the question of July 2019 has a test that carries its number. */
class SeedChecklistTest {

  private static final int ROWS = 42;
  private static final Pattern ROW = Pattern.compile("row(\\d+)_.+");

  @Test
  void every_row_has_one_test() {
    List<Integer> claimed =
        Stream.of(SeedMainlineTest.class, SeedSharedGroupTest.class, SeedDesignsTest.class)
            .flatMap(tests -> Stream.of(tests.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(Method::getName)
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(name -> Integer.valueOf(name.group(1)))
            .sorted()
            .toList();

    assertEquals(IntStream.rangeClosed(1, ROWS).boxed().toList(), claimed);
  }
}
