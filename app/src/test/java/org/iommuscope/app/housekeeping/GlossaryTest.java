package org.iommuscope.app.housekeeping;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.app.ui.term.Term;
import org.iommuscope.testing.Golden;
import org.junit.jupiter.api.Test;

/** The glossary among the documents says what the window's tooltips say. */
class GlossaryTest {

  @Test
  void the_document_has_every_term_of_the_window() throws IOException {
    Golden.at(Path.of("..", "docs", "glossary.md"))
        .requireEqual(
            """
            # What the words mean

            The window says the same, in its tooltips and under Help. Written by the build; `-Dgoldens=rewrite` writes it again.

            | Word | Meaning |
            |---|---|
            %s\
            """
                .formatted(
                    Stream.of(Term.values())
                        .map(term -> "| **%s** | %s |\n".formatted(term.word(), term.sentence()))
                        .collect(joining())));
  }

  @Test
  void a_meaning_is_one_sentence() {
    List<String> others =
        Stream.of(Term.values())
            .map(Term::sentence)
            .filter(text -> !text.endsWith(".") || text.contains(". "))
            .toList();
    assertEquals(List.of(), others);
  }
}
