package org.iommuscope.imports.definitions;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a command, as a shell splits them, without expansions. {@code ps} prints arguments
 * without the quotes around them, so that an object of JSON keeps those inside.
 */
final class CommandWords {

  private final String command;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean isWord;
  private boolean isJson;
  private char quote;

  private CommandWords(String command) {
    this.command = command;
  }

  static List<String> of(String command) {
    CommandWords split = new CommandWords(command);
    int at = 0;
    while (at < command.length()) {
      at = split.take(at);
    }
    split.end();
    return split.words;
  }

  /** Takes a character, or an escaped one, and says where the next is. */
  private int take(int at) {
    char c = command.charAt(at);
    boolean isEscape = c == '\\' && at + 1 < command.length() && (isJson || quote == 0);
    if (isEscape) {
      isWord = true;
      word.append(isJson ? "\\" : "").append(command.charAt(at + 1));
      return at + 2;
    }
    if (quote != 0) {
      inQuotes(c);
    } else if (c == '"' || (c == '\'' && !isJson)) {
      quote = c;
      isWord = true;
      word.append(isJson ? "\"" : "");
    } else if (Character.isWhitespace(c)) {
      end();
    } else {
      isJson = isJson || (!isWord && command.startsWith("{\"", at));
      isWord = true;
      word.append(c);
    }
    return at + 1;
  }

  private void inQuotes(char c) {
    if (c == quote) {
      quote = 0;
    }
    if (quote != 0 || isJson) {
      word.append(c);
    }
  }

  private void end() {
    if (isWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    isWord = false;
    isJson = false;
  }
}
