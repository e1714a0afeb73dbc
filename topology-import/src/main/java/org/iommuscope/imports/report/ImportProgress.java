package org.iommuscope.imports.report;

/** Someone who watches an import and may end it. */
public interface ImportProgress {

  /**
   * The import has got this far; called from the importing thread, many times a second.
   *
   * @param done bytes of the archive that were read, or names of the folder that were looked at
   * @param total what {@code done} will be at the end, or -1 where nobody knows
   */
  void reached(long done, long total);

  /** Whether the import shall stop at the next occasion. */
  boolean isCancelled();

  /** Someone who neither looks nor stops. */
  static ImportProgress unwatched() {
    return new ImportProgress() {
      @Override
      public void reached(long done, long total) {}

      @Override
      public boolean isCancelled() {
        return false;
      }
    };
  }
}
