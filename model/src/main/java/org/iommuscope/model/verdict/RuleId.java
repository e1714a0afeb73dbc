package org.iommuscope.model.verdict;

/** The name of a rule, for what must hold: {@code group-is-viable}. */
public record RuleId(String text) implements Comparable<RuleId> {

  @Override
  public int compareTo(RuleId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
