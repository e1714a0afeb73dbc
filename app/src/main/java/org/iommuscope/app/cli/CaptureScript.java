package org.iommuscope.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The POSIX shell script that captures a host; the one place that says what a capture takes. */
final class CaptureScript {

  private CaptureScript() {}

  static byte[] bytes() {
    try (InputStream in = CaptureScript.class.getResourceAsStream("capture.sh")) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its script");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs it on this host by the system's shell; what it says on standard error goes to ours.
   *
   * @throws IOException also where it ends with another status than 0
   */
  static void run(List<String> options, OutputStream out) throws IOException {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-s", "--"));
    words.addAll(options);
    Process shell =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream in = shell.getOutputStream()) {
      in.write(bytes());
    }
    shell.getInputStream().transferTo(out);
    int status = statusOf(shell);
    if (status != 0) {
      throw new IOException("the capture script ended with status " + status);
    }
  }

  private static int statusOf(Process shell) throws IOException {
    try {
      return shell.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", e);
    }
  }
}
