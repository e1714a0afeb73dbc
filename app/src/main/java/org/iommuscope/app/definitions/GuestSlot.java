package org.iommuscope.app.definitions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A slot and function in a guest, {@code 3.0}, both hexadecimal. */
record GuestSlot(int slot, int function) {

  private static final Pattern FORM = Pattern.compile("(?:0x)?([0-9a-fA-F]{1,2})(?:\\.([0-7]))?");

  static Optional<GuestSlot> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int slot = Integer.parseInt(form.group(1), 16);
    int function = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
    return slot > 31 ? Optional.empty() : Optional.of(new GuestSlot(slot, function));
  }
}
