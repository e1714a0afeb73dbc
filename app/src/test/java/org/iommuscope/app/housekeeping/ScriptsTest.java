package org.iommuscope.app.housekeeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.iommuscope.testing.InstalledProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts at the root are POSIX shell, and shellcheck finds nothing wrong with them. */
class ScriptsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iommuscope",
        "check",
        "bench",
        "mvnw",
        ".ci/run",
        ".mvn/find-jdk.sh",
        "app/src/main/resources/org/iommuscope/app/cli/capture.sh"
      })
  void shellcheck_finds_nothing(String script) throws IOException, InterruptedException {
    InstalledProgram.Run run =
        InstalledProgram.named("shellcheck")
            .run("--external-sources", "--source-path=..", "../" + script);
    assertEquals("", run.output());
    assertEquals(0, run.status());
  }
}
