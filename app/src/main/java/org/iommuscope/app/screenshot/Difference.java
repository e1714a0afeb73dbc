package org.iommuscope.app.screenshot;

/**
 * Where two pictures differ.
 *
 * @param count how many pixels do, those included that only one of them has
 * @param picture what is the same in grey and pale, what differs in red
 */
record Difference(int count, Pixels picture) {

  private static final int MARK = 0xd1242f;

  static Difference between(Pixels stored, Pixels seen) {
    int width = Math.max(stored.width(), seen.width());
    int height = Math.max(stored.height(), seen.height());
    int[] marked = new int[width * height];
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean same = has(stored, x, y) && has(seen, x, y) && stored.at(x, y) == seen.at(x, y);
        marked[y * width + x] = same ? pale(seen.at(x, y)) : MARK;
        count += same ? 0 : 1;
      }
    }
    return new Difference(count, new Pixels(width, height, marked));
  }

  private static boolean has(Pixels pixels, int x, int y) {
    return x < pixels.width() && y < pixels.height();
  }

  private static int pale(int rgb) {
    int grey = ((rgb >> 16) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 3;
    int pale = 255 - (255 - grey) / 4;
    return pale << 16 | pale << 8 | pale;
  }
}
