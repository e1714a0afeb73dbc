package org.iommuscope.model.attach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A node of the hash trie behind {@link PersistentMap}: five bits of the hash a level. */
sealed interface TrieNode<K, V> {

  int BITS = 5;

  @Nullable V find(int hash, K key, int shift);

  TrieNode<K, V> with(Leaf<K, V> leaf, int shift);

  @Nullable TrieNode<K, V> without(int hash, K key, int shift);

  void forEach(BiConsumer<K, V> visitor);

  /** Record hashes differ mostly in their low bits' sums; this spreads them over the word. */
  static int spread(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  private static int bit(int hash, int shift) {
    return 1 << ((hash >>> shift) & 31);
  }

  /** One entry. */
  record Leaf<K, V>(int hash, K key, V value) implements TrieNode<K, V> {

    @Override
    public @Nullable V find(int wanted, K other, int shift) {
      return hash == wanted && key.equals(other) ? value : null;
    }

    @Override
    public TrieNode<K, V> with(Leaf<K, V> leaf, int shift) {
      if (leaf.hash == hash) {
        return leaf.key.equals(key) ? leaf : new Clash<>(hash, List.of(this, leaf));
      }
      return Branch.of(this, hash, shift).with(leaf, shift);
    }

    @Override
    public @Nullable TrieNode<K, V> without(int unwanted, K other, int shift) {
      return key.equals(other) ? null : this;
    }

    @Override
    public void forEach(BiConsumer<K, V> visitor) {
      visitor.accept(key, value);
    }
  }

  /** Entries of one hash. */
  record Clash<K, V>(int hash, List<Leaf<K, V>> leaves) implements TrieNode<K, V> {

    @Override
    public @Nullable V find(int wanted, K key, int shift) {
      for (Leaf<K, V> leaf : leaves) {
        if (leaf.key().equals(key)) {
          return leaf.value();
        }
      }
      return null;
    }

    @Override
    public TrieNode<K, V> with(Leaf<K, V> leaf, int shift) {
      if (leaf.hash() != hash) {
        return Branch.of(this, hash, shift).with(leaf, shift);
      }
      List<Leaf<K, V>> changed = others(leaf.key());
      changed.add(leaf);
      return new Clash<>(hash, List.copyOf(changed));
    }

    @Override
    public @Nullable TrieNode<K, V> without(int unwanted, K key, int shift) {
      List<Leaf<K, V>> left = others(key);
      return left.size() == 1 ? left.getFirst() : new Clash<>(hash, List.copyOf(left));
    }

    @Override
    public void forEach(BiConsumer<K, V> visitor) {
      leaves.forEach(leaf -> leaf.forEach(visitor));
    }

    private List<Leaf<K, V>> others(K key) {
      List<Leaf<K, V>> others = new ArrayList<>(leaves);
      others.removeIf(leaf -> leaf.key().equals(key));
      return others;
    }
  }

  /** Up to 32 children, packed; the bitmap tells which. */
  final class Branch<K, V> implements TrieNode<K, V> {

    private final int bitmap;
    private final TrieNode<K, V>[] children;

    private Branch(int bitmap, TrieNode<K, V>[] children) {
      this.bitmap = bitmap;
      this.children = children;
    }

    static <K, V> Branch<K, V> of(TrieNode<K, V> only, int hash, int shift) {
      TrieNode<K, V>[] one = array(1);
      one[0] = only;
      return new Branch<>(bit(hash, shift), one);
    }

    @Override
    public @Nullable V find(int hash, K key, int shift) {
      int bit = bit(hash, shift);
      return (bitmap & bit) == 0 ? null : children[place(bit)].find(hash, key, shift + BITS);
    }

    @Override
    public TrieNode<K, V> with(Leaf<K, V> leaf, int shift) {
      int bit = bit(leaf.hash(), shift);
      int at = place(bit);
      if ((bitmap & bit) != 0) {
        TrieNode<K, V>[] changed = children.clone();
        changed[at] = children[at].with(leaf, shift + BITS);
        return new Branch<>(bitmap, changed);
      }
      TrieNode<K, V>[] grown = array(children.length + 1);
      System.arraycopy(children, 0, grown, 0, at);
      grown[at] = leaf;
      System.arraycopy(children, at, grown, at + 1, children.length - at);
      return new Branch<>(bitmap | bit, grown);
    }

    @Override
    public @Nullable TrieNode<K, V> without(int hash, K key, int shift) {
      int bit = bit(hash, shift);
      int at = place(bit);
      TrieNode<K, V> left = children[at].without(hash, key, shift + BITS);
      if (left == null && children.length == 1) {
        return null;
      }
      if (left != null) {
        TrieNode<K, V>[] changed = children.clone();
        changed[at] = left;
        return new Branch<>(bitmap, changed);
      }
      TrieNode<K, V>[] shrunk = Arrays.copyOf(children, children.length - 1);
      System.arraycopy(children, at + 1, shrunk, at, shrunk.length - at);
      return new Branch<>(bitmap & ~bit, shrunk);
    }

    @Override
    public void forEach(BiConsumer<K, V> visitor) {
      for (TrieNode<K, V> child : children) {
        child.forEach(visitor);
      }
    }

    private int place(int bit) {
      return Integer.bitCount(bitmap & (bit - 1));
    }

    @SuppressWarnings("unchecked")
    private static <K, V> TrieNode<K, V>[] array(int length) {
      return (TrieNode<K, V>[]) new TrieNode<?, ?>[length];
    }
  }
}
