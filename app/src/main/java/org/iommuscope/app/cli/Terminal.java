package org.iommuscope.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a process; what goes out is UTF-8 whatever the locale says.
 *
 * @param in standard input, which {@code -} in the place of a file name stands for
 * @param out where answers go, and nothing else
 * @param err where failures go
 */
record Terminal(InputStream in, PrintStream out, PrintStream err) {

  static Terminal ofThisProcess() {
    return new Terminal(
        System.in,
        utf8(new FileOutputStream(FileDescriptor.out)),
        utf8(new FileOutputStream(FileDescriptor.err)));
  }

  private static PrintStream utf8(FileOutputStream stream) {
    return new PrintStream(
        new BufferedOutputStream(stream, 1 << 16), false, StandardCharsets.UTF_8);
  }
}
