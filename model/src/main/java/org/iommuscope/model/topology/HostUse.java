package org.iommuscope.model.topology;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that the running host does with a device and would lose with it.
 *
 * @param what the mount point of a disk, and nothing for the other kinds
 * @param because why it counts: {@code sda2 is mounted on /}
 * @param source the captured file that says so
 */
public record HostUse(Kind kind, String what, String because, String source) {

  /** The loss that hurts most first. */
  public static final Comparator<HostUse> GRAVEST_FIRST =
      Comparator.comparing(HostUse::kind).thenComparing(HostUse::what);

  /** What a person would miss, in the order of how much. */
  public enum Kind {
    /** It carries a mounted file system. */
    DISK,
    /** It carries the network interface of the default route. */
    UPLINK,
    /** It shows the host's text or desktop. */
    CONSOLE,
    /** Keyboard, mouse or another input device hangs behind it. */
    KEYBOARD;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The few words of a mark: {@code disk / (root)}, {@code uplink}. */
  public String label() {
    String root = what.equals("/") ? " (root)" : "";
    return what.isEmpty() ? kind.word() : kind.word() + " " + what + root;
  }

  /** Whether a mark would say the same of both. */
  public boolean isLike(HostUse other) {
    return kind == other.kind && what.equals(other.what);
  }

  /** One use that two files tell of. */
  public HostUse and(HostUse other) {
    return new HostUse(kind, what, because + ", " + other.because, source + ", " + other.source);
  }
}
