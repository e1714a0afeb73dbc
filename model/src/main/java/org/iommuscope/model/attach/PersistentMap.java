package org.iommuscope.model.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map whose changed copies share what did not change, so that one attach step costs
 * the same on a host with ten functions and with four thousand.
 */
public final class PersistentMap<K, V> {

  private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(null, 0);

  private final @Nullable TrieNode<K, V> root;
  private final int size;

  private PersistentMap(@Nullable TrieNode<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  @SuppressWarnings("unchecked")
  public static <K, V> PersistentMap<K, V> empty() {
    return (PersistentMap<K, V>) EMPTY;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public boolean has(K key) {
    return find(key) != null;
  }

  public Optional<V> get(K key) {
    return Optional.ofNullable(find(key));
  }

  public @Nullable V find(K key) {
    return root == null ? null : root.find(TrieNode.spread(key), key, 0);
  }

  public PersistentMap<K, V> with(K key, V value) {
    TrieNode.Leaf<K, V> leaf = new TrieNode.Leaf<>(TrieNode.spread(key), key, value);
    int grown = has(key) ? size : size + 1;
    return new PersistentMap<>(root == null ? leaf : root.with(leaf, 0), grown);
  }

  public PersistentMap<K, V> without(K key) {
    if (root == null || !has(key)) {
      return this;
    }
    return new PersistentMap<>(root.without(TrieNode.spread(key), key, 0), size - 1);
  }

  /** Visits every entry, in an order that depends on nothing but the keys. */
  public void forEach(BiConsumer<K, V> visitor) {
    if (root != null) {
      root.forEach(visitor);
    }
  }

  public List<K> keys() {
    List<K> keys = new ArrayList<>(size);
    forEach((key, value) -> keys.add(key));
    return keys;
  }

  public List<V> values() {
    List<V> values = new ArrayList<>(size);
    forEach((key, value) -> values.add(value));
    return values;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof PersistentMap<?, ?> that) || that.size != size) {
      return false;
    }
    @SuppressWarnings("unchecked")
    PersistentMap<K, Object> same = (PersistentMap<K, Object>) that;
    return keys().stream().allMatch(key -> get(key).equals(same.get(key)));
  }

  @Override
  public int hashCode() {
    int[] sum = {size};
    forEach((key, value) -> sum[0] += key.hashCode() ^ value.hashCode());
    return sum[0];
  }
}
