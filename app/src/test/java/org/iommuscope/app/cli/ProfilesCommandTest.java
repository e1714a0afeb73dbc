package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesCommandTest {

  private static final List<String> IDS =
      List.of(
          "viability",
          "viability-backed-mdev",
          "viability-emulated-mdev",
          "dma-owner",
          "proposed-attach",
          "proposed-open-count",
          "proposed-singleton",
          "proposed-inherit");

  @Test
  void lists_the_profiles_of_the_contract_in_their_order() {
    CommandRun run = CommandRun.of("profiles");

    assertEquals(0, run.status());
    assertEquals(IDS, run.out().lines().map(line -> line.split(" ")[0]).toList());
  }

  @Test
  void tells_other_programs_id_title_kernels_and_mechanism() {
    CommandRun run = CommandRun.of("profiles", "--json");

    assertEquals(0, run.status());
    assertTrue(
        run.out()
            .lines()
            .anyMatch(line ->
                line.matches(
                    " *\\{\"id\": \"dma-owner\", \"title\": \"[^\"]+\","
                        + " \"kernels\": \"5.19 and later\", \"mechanism\": \"[^\"]+\"},")),
        run.out());
  }
}
