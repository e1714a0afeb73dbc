package org.iommuscope.model.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

  /** Keys of few hashes, so that some clash. */
  private record Key(int number) implements Comparable<Key> {
    @Override
    public int hashCode() {
      return number % 40;
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(number, other.number);
    }
  }

  @Test
  void holds_what_a_tree_map_holds_after_any_changes() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      PersistentMap<Key, Integer> map = PersistentMap.empty();
      Map<Key, Integer> expected = new TreeMap<>();
      for (int change = 0; change < 300; change++) {
        Key key = new Key(random.nextInt(120));
        if (random.nextInt(3) == 0) {
          map = map.without(key);
          expected.remove(key);
        } else {
          map = map.with(key, change);
          expected.put(key, change);
        }
        assertEquals(expected.size(), map.size(), "seed " + seed);
      }
      assertEquals(expected, copy(map), "seed " + seed);
    }
  }

  @Test
  void a_change_leaves_the_original_as_it_was() {
    PersistentMap<String, Integer> one = PersistentMap.<String, Integer>empty().with("a", 1);
    one.with("a", 2).with("b", 3).without("a");
    assertEquals(Map.of("a", 1), copy(one));
  }

  @Test
  void maps_of_equal_entries_are_equal_whatever_their_history() {
    PersistentMap<String, Integer> one =
        PersistentMap.<String, Integer>empty().with("a", 1).with("b", 2);
    PersistentMap<String, Integer> two =
        PersistentMap.<String, Integer>empty().with("b", 2).with("c", 0).without("c").with("a", 1);
    assertEquals(one, two);
    assertEquals(one.hashCode(), two.hashCode());
  }

  private static <K, V> Map<K, V> copy(PersistentMap<K, V> map) {
    Map<K, V> copy = new TreeMap<>();
    new ArrayList<>(map.keys()).forEach(key -> copy.put(key, map.get(key).orElseThrow()));
    return copy;
  }
}
