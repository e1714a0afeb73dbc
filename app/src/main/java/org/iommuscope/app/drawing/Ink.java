package org.iommuscope.app.drawing;

/**
 * A role and, where it has several colours, which of them.
 *
 * @param hue any number from 0; palettes count around
 */
public record Ink(Role role, int hue) {

  public static Ink of(Role role) {
    return new Ink(role, 0);
  }
}
