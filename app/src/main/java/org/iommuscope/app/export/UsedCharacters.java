package org.iommuscope.app.export;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.iommuscope.app.drawing.Detail;
import org.iommuscope.app.drawing.Shape;
import org.iommuscope.app.drawing.Surface;
import org.iommuscope.app.layout.Typeface;

/** Draws nothing and notes which characters a picture writes in which font. */
final class UsedCharacters implements Surface {

  private final Map<Typeface, SortedSet<Integer>> byFace = new EnumMap<>(Typeface.class);

  static UsedCharacters of(PictureRequest picture) {
    UsedCharacters used = new UsedCharacters();
    picture.drawing().paint(used, Detail.DETAILS, picture.clip());
    return used;
  }

  /** Each font that writes something, with its characters as code points. */
  void forEach(BiConsumer<Typeface, SortedSet<Integer>> consumer) {
    byFace.forEach(consumer);
  }

  @Override
  public void rect(Shape.Rect rect) {}

  @Override
  public void line(Shape.Line line) {}

  @Override
  public void label(Shape.Label label) {
    SortedSet<Integer> used = byFace.computeIfAbsent(label.style().face(), none -> new TreeSet<>());
    label.text().codePoints().forEach(used::add);
  }
}
