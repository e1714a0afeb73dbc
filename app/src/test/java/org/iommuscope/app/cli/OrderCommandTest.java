package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which start order works, for two guests that want the two halves of one group. */
class OrderCommandTest {

  private static final String SWITCH = "../captures/q35-switch-k61/capture.tar.gz";

  @TempDir private Path folder;

  private Path plan(String sequence) throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(
        file,
        """
        {"format": "iommuscope-plan/1",
         "bindings": {"0000:08:00.0": "vfio-pci", "0000:09:00.0": "vfio-pci", "0000:0a:00.0": "vfio-pci"},
         "guests": [{"name": "A", "devices": [{"host": "0000:08:00.0"}]},
                    {"name": "B", "devices": [{"host": "0000:09:00.0"}]}],
         "sequence": [%s]}
        """
            .formatted(sequence));
    return file;
  }

  @Test
  void writes_the_order_that_works() throws IOException {
    Path plan = plan("{\"start\": \"A\"}, {\"start\": \"B\"}, {\"stop\": \"A\"}");
    Path ordered = folder.resolve("ordered.json");

    CommandRun run = CommandRun.of("order", SWITCH, plan.toString(), "-o", ordered.toString());

    assertEquals(
        """
        this order works
          0   start guest A
          1   stop guest A
          2   start guest B
        """,
        run.out());
    assertEquals(0, run.status());
    assertEquals(0, CommandRun.of("validate", SWITCH, ordered.toString()).status());
  }

  @Test
  void names_the_pair_that_cannot_be_ordered_and_why() throws IOException {
    CommandRun run =
        CommandRun.of("order", SWITCH, plan("{\"start\": \"B\"}, {\"start\": \"A\"}").toString());

    assertEquals(1, run.status());
    assertTrue(
        run.out().startsWith("no order works: the guests A and B cannot be ordered\n"), run.out());
    assertTrue(run.out().contains("guest B has opened group 3 for 0000:09:00.0"), run.out());
  }
}
