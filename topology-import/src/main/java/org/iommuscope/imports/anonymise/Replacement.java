package org.iommuscope.imports.anonymise;

/**
 * One value that is replaced, wherever it stands.
 *
 * @param where the first file with it
 * @param times how often it was found
 */
public record Replacement(Secret secret, String value, String mask, String where, int times) {

  Replacement again() {
    return new Replacement(secret, value, mask, where, times + 1);
  }
}
