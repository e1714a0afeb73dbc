package org.iommuscope.model.topology;

/** The number of an IOMMU group; it names the group within one boot only. */
public record GroupId(int number) implements Comparable<GroupId> {

  public GroupId {
    if (number < 0) {
      throw new IllegalArgumentException("no group number: " + number);
    }
  }

  @Override
  public int compareTo(GroupId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
