package org.iommuscope.model.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.junit.jupiter.api.Test;

/** A rule, its class, its test and its page share one name. */
class RuleNamesTest {

  private static final Path PAGES = Path.of("..", "docs", "rules");
  private static final Path TESTS =
      Path.of("src", "test", "java", "org", "iommuscope", "model", "rules");

  @Test
  void the_class_is_named_after_the_rule() {
    for (Rule rule : Rules.all()) {
      String name = rule.getClass().getSimpleName();
      String dashed = name.replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
      assertEquals(dashed, rule.id().text());
    }
  }

  @Test
  void every_rule_has_a_test_of_its_name() {
    for (Rule rule : Rules.all()) {
      Path test = TESTS.resolve(rule.getClass().getSimpleName() + "Test.java");
      assertTrue(Files.exists(test), test.toString());
    }
  }

  @Test
  void every_rule_has_a_page_and_every_page_a_rule() throws IOException {
    List<String> rules = Rules.all().stream().map(rule -> rule.id().text() + ".md").toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      TreeSet<String> named = new TreeSet<>();
      pages.map(page -> page.getFileName().toString()).forEach(named::add);
      named.removeAll(List.of("README.md", "disagreements.md", "the-hidden-group.md"));
      // No kernel asks these: they are asked of what a plan only imagines.
      named.removeAll(List.of("card-fits-slot.md", "config-space-is-captured.md"));
      assertEquals(new TreeSet<>(rules), named);
    }
  }

  @Test
  void pages_begin_with_the_name_and_say_what_why_where_and_what_helps() throws IOException {
    for (Rule rule : Rules.all()) {
      String page = Files.readString(PAGES.resolve(rule.id().text() + ".md"));
      assertTrue(page.startsWith("# " + rule.id().text() + "\n"), rule.id().text());
      for (String heading : List.of("Why", "Where the kernel", "Example", "What helps")) {
        assertTrue(page.contains("\n## " + heading), rule.id().text() + ": " + heading);
      }
    }
  }

  @Test
  void rules_are_listed_in_the_order_of_their_names() {
    List<String> names = Rules.all().stream().map(rule -> rule.id().text()).toList();
    assertEquals(names.stream().sorted().toList(), names);
  }

  @Test
  void every_rule_stands_in_some_profile() {
    TreeSet<String> asked = new TreeSet<>();
    RuleProfiles.all()
        .forEach(profile ->
            profile
                .table()
                .values()
                .forEach(rules -> rules.forEach(rule -> asked.add(rule.id().text()))));
    Rules.all().forEach(rule -> assertTrue(asked.contains(rule.id().text()), rule.id().text()));
  }
}
