package org.iommuscope.app.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.iommuscope.app.layout.RowText;

/** A row of the tree picture as the words of a line, fit for a terminal. */
sealed interface TreeLine {

  /** The head of a tree. */
  record Head(String name, String note) implements TreeLine {}

  /**
   * One device, or twins that share a row.
   *
   * @param branch lines that lead to it from above
   * @param shortAddress for where the whole has no room
   * @param remarks what else is to be said of it
   * @param kind its class in a word
   * @param rail a bracket around neighbours of one group; a blank where there are none
   * @param ordinal of its group among those that are shared, which its colour follows
   */
  record Entry(
      String branch,
      String address,
      String shortAddress,
      String name,
      List<String> remarks,
      RowText text,
      String kind,
      String driver,
      char rail,
      String group,
      int ordinal)
      implements TreeLine {

    public Entry {
      remarks = List.copyOf(remarks);
    }

    /** What stands left of the columns, where it has room. */
    String words() {
      return branch
          + address
          + "  "
          + name
          + remarks.stream().map(" · "::concat).collect(joining());
    }

    /** The same without the remarks, and with the short form of the address. */
    String fewWords() {
      return branch + shortAddress + "  " + name;
    }

    /** What a further line begins with. */
    String below() {
      return branch.replace('├', '│').replace('└', ' ') + "  ";
    }
  }

  static int leftWidth(Entry entry) {
    return entry.words().length();
  }

  static int kindWidth(Entry entry) {
    return entry.kind().length();
  }

  static int driverWidth(Entry entry) {
    return entry.driver().length();
  }

  static int groupWidth(Entry entry) {
    return 2 + entry.group().length();
  }
}
