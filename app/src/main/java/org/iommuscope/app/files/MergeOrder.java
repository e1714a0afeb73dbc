package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of things after a merge: that of whoever changed it, with what the other added behind
 * what it was added behind.
 */
final class MergeOrder {

  private final List<String> base;
  private final List<String> leading;
  private final List<String> other;
  private final boolean contested;

  private MergeOrder(
      List<String> base, List<String> leading, List<String> other, boolean contested) {
    this.base = base;
    this.leading = leading;
    this.other = other;
    this.contested = contested;
  }

  static MergeOrder of(
      Collection<String> base, Collection<String> ours, Collection<String> theirs) {
    Set<String> common = new HashSet<>(base);
    common.retainAll(ours);
    common.retainAll(theirs);
    List<String> before = only(base, common);
    boolean oursMoved = !only(ours, common).equals(before);
    boolean theirsMoved = !only(theirs, common).equals(before);
    boolean contested =
        oursMoved && theirsMoved && !only(ours, common).equals(only(theirs, common));
    List<String> first = List.copyOf(ours);
    List<String> second = List.copyOf(theirs);
    return theirsMoved && !oursMoved
        ? new MergeOrder(List.copyOf(base), second, first, contested)
        : new MergeOrder(List.copyOf(base), first, second, contested);
  }

  /** Whether both changed the order of the same things. */
  boolean isContested() {
    return contested;
  }

  /** What is left after the merge, in this order. */
  List<String> of(Set<String> left) {
    List<String> ordered = new ArrayList<>(only(leading, left));
    for (int at = 0; at < other.size(); at++) {
      String name = other.get(at);
      if (left.contains(name) && !ordered.contains(name)) {
        ordered.add(placeFor(at, ordered), name);
      }
    }
    return ordered;
  }

  /** Behind the nearest that stands before it, and behind what was added there already. */
  private int placeFor(int at, List<String> ordered) {
    int place = 0;
    for (int before = at - 1; before >= 0 && place == 0; before--) {
      place = ordered.indexOf(other.get(before)) + 1;
    }
    while (place < ordered.size()
        && !base.contains(ordered.get(place))
        && isLeadings(ordered, place)) {
      place++;
    }
    return place;
  }

  private boolean isLeadings(List<String> ordered, int place) {
    return !other.contains(ordered.get(place));
  }

  private static List<String> only(Collection<String> names, Collection<String> wanted) {
    return names.stream().filter(wanted::contains).toList();
  }
}
