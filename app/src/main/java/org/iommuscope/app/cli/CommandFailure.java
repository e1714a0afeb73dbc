package org.iommuscope.app.cli;

/** What stopped a command, in one sentence for its user; the process then ends with status 2. */
final class CommandFailure extends Exception {

  CommandFailure(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
