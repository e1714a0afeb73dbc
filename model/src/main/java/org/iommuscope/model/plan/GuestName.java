package org.iommuscope.model.plan;

/** The name of a guest, unique within a plan. */
public record GuestName(String text) implements Comparable<GuestName> {

  public GuestName {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a guest needs a name");
    }
  }

  @Override
  public int compareTo(GuestName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
