package org.iommuscope.imports.report;

import java.util.OptionalInt;

/**
 * Something odd that was met while importing; it never stops the import.
 *
 * @param where the path inside the capture, {@code sys/kernel/iommu_groups/3/type}
 * @param line counted from 1, where the path names a text of several lines
 * @param text what was found and what was expected
 */
public record ImportNote(Kind kind, String where, OptionalInt line, String text) {

  /** What is wrong with a path of a capture. */
  public enum Kind {
    /** It is there and could not be read. */
    UNREADABLE,
    /** It was read and says something that its format does not allow. */
    MALFORMED,
    /** Another path of the capture leads to it, and it is not there. */
    MISSING,
    /** It says something else than another path of the capture. */
    CONTRADICTION,
    /** It was passed over on purpose. */
    IGNORED
  }
}
