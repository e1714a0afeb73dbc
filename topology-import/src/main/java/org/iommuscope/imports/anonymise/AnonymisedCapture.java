package org.iommuscope.imports.anonymise;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** A capture without what names people and machines. */
public final class AnonymisedCapture {

  private final List<Replacement> replaced;
  private final SortedMap<String, Integer> leftOut;
  private final List<Item> items;
  private final boolean isText;

  AnonymisedCapture(
      List<Replacement> replaced,
      SortedMap<String, Integer> leftOut,
      List<Item> items,
      boolean isText) {
    this.replaced = List.copyOf(replaced);
    this.leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    this.items = List.copyOf(items);
    this.isText = isText;
  }

  /** Every value that is replaced, in the order in which they were met. */
  public List<Replacement> replaced() {
    return replaced;
  }

  /** Names of files that the result does not have, because no fact is read from them. */
  public SortedMap<String, Integer> leftOut() {
    return leftOut;
  }

  /** Whether it is written as the text that it was, and not as an archive. */
  public boolean isText() {
    return isText;
  }

  /** Writes a text, or a gzipped tar archive; the same bytes each time. */
  public void write(OutputStream out) throws IOException {
    if (isText) {
      out.write(((Item.File) items.getFirst()).content());
      return;
    }
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      TarWriter tar = new TarWriter(packed);
      for (Item item : items) {
        tar.write(item);
      }
      tar.end();
    }
  }
}
