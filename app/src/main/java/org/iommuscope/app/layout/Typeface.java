package org.iommuscope.app.layout;

/** A bundled font; every picture is made with these alone, so that it is the same everywhere. */
public enum Typeface {
  REGULAR("Inter", "Inter-Regular.ttf", 400),
  MEDIUM("Inter", "Inter-Medium.ttf", 500),
  SEMIBOLD("Inter", "Inter-SemiBold.ttf", 600),
  MONO("JetBrains Mono", "JetBrainsMono-Regular.ttf", 400);

  private final String family;
  private final String file;
  private final int weight;

  Typeface(String family, String file, int weight) {
    this.family = family;
    this.file = file;
    this.weight = weight;
  }

  public String family() {
    return family;
  }

  /** The resource's path from the root of the class path. */
  public String resource() {
    return "/org/iommuscope/app/fonts/" + file;
  }

  /** The CSS weight, 400 for regular. */
  public int weight() {
    return weight;
  }
}
