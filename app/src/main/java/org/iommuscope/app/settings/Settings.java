package org.iommuscope.app.settings;

import java.util.List;
import java.util.Optional;

/**
 * What the user has chosen for every window to come.
 *
 * @param scale how large everything is, in percent; 0 is as the screen has it
 * @param profile the rule profile for plans that name none; nothing lets it follow from the kernel
 */
public record Settings(
    Look look, int scale, Optional<String> profile, FoldsAtFirst folds, boolean smallMap) {

  public static final int AS_THE_SCREEN = 0;

  /** The scales to choose from, in percent. */
  public static final List<Integer> SCALES = List.of(AS_THE_SCREEN, 100, 125, 150, 200);

  public static final Settings USUAL =
      new Settings(Look.LIGHT, AS_THE_SCREEN, Optional.empty(), FoldsAtFirst.USUAL, true);

  /** The colours of the window. */
  public enum Look {
    LIGHT("light"),
    DARK("dark");

    private final String word;

    Look(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** How a picture is folded when a host is opened. */
  public enum FoldsAtFirst {
    /** Twins share a row. */
    USUAL("usual"),
    /** Every device has its own row. */
    OPEN("open");

    private final String word;

    FoldsAtFirst(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public Settings {
    if (!SCALES.contains(scale)) {
      throw new IllegalArgumentException("scale: expected one of " + SCALES);
    }
  }

  public Settings withLook(Look changed) {
    return new Settings(changed, scale, profile, folds, smallMap);
  }

  public Settings withScale(int changed) {
    return new Settings(look, changed, profile, folds, smallMap);
  }

  public Settings withProfile(Optional<String> changed) {
    return new Settings(look, scale, changed, folds, smallMap);
  }

  public Settings withFolds(FoldsAtFirst changed) {
    return new Settings(look, scale, profile, changed, smallMap);
  }

  public Settings withSmallMap(boolean changed) {
    return new Settings(look, scale, profile, folds, changed);
  }
}
