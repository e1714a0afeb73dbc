package org.iommuscope.app.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One start of a program: its words and its environment, which holds nothing else. */
record Start(List<String> words, Map<String, String> environment) {

  /** How a start ended, and what it said. */
  record End(int status, String out, String err) {}

  /** A start that goes on. */
  record Running(Process process, Path out, Path err) {

    End end() throws IOException, InterruptedException {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end after a minute");
      }
      return new End(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  static Start of(Path program, String... arguments) {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(arguments));
    return new Start(words, Map.of());
  }

  Start with(String name, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value);
    return new Start(words, more);
  }

  /** The same by a user who may write only where everybody may. */
  Start byNobody() throws IOException, InterruptedException {
    Process id = new ProcessBuilder("id", "-u").start();
    String user = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    id.waitFor();
    if (!user.equals("0")) {
      return this;
    }
    List<String> more =
        new ArrayList<>(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
    more.addAll(words);
    return new Start(more, environment);
  }

  Running begin() throws IOException {
    Path out = Files.createTempFile("start", ".out");
    Path err = Files.createTempFile("start", ".err");
    out.toFile().deleteOnExit();
    err.toFile().deleteOnExit();
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", "/nonexistent");
    builder.environment().putAll(environment);
    return new Running(builder.start(), out, err);
  }

  End end() throws IOException, InterruptedException {
    return begin().end();
  }
}
