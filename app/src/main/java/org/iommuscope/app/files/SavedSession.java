package org.iommuscope.app.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was open in a window: enough to open it again.
 *
 * @param at when it was written
 * @param closed whether the window was closed; one that was not may have been killed
 * @param origin where the host came from: {@code capture}, {@code this-host}, {@code sample}
 * @param captures the paths of its captures, the first and those that were added; none where the
 *     host came from elsewhere
 * @param window what the window was like
 * @param shown the name of the plan that was shown
 */
public record SavedSession(
    Instant at,
    boolean closed,
    String origin,
    List<String> captures,
    Optional<WindowLook> window,
    String shown,
    List<SavedPlan> plans) {

  public static final String FORMAT = "iommuscope-session/1";

  public SavedSession {
    captures = List.copyOf(captures);
    plans = List.copyOf(plans);
  }

  /** Size of a window in pixels, and what it shows. */
  public record WindowLook(int width, int height, boolean maximized, boolean table) {}

  /**
   * A plan of the board.
   *
   * @param file where it was saved last
   * @param unsaved how many edits no file has
   */
  public record SavedPlan(String name, Optional<String> file, int unsaved, PlanFile plan) {}

  /** How many edits no file has, of all its plans. */
  public int unsaved() {
    return plans.stream().mapToInt(SavedPlan::unsaved).sum();
  }

  public SavedSession whenClosed() {
    return new SavedSession(at, true, origin, captures, window, shown, plans);
  }
}
