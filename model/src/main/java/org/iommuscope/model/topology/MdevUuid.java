package org.iommuscope.model.topology;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The UUID that names a mediated device; kept in lower case. */
public record MdevUuid(String text) implements DeviceRef {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public MdevUuid {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a UUID: " + text);
    }
    text = text.toLowerCase(Locale.ROOT);
  }

  /** Reads a UUID of 36 characters in either case. */
  public static Optional<MdevUuid> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new MdevUuid(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
