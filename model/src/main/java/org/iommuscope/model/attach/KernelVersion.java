package org.iommuscope.model.attach;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first two numbers of a Linux release. */
public record KernelVersion(int major, int minor) implements Comparable<KernelVersion> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})([^\\d].*)?");
  private static final Comparator<KernelVersion> ORDER =
      Comparator.comparingInt(KernelVersion::major).thenComparingInt(KernelVersion::minor);

  /** Reads {@code 6.1} or {@code 6.1.0-50-amd64}. */
  public static Optional<KernelVersion> parse(String release) {
    Matcher form = FORM.matcher(release);
    return form.matches()
        ? Optional.of(
            new KernelVersion(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  public boolean isAtLeast(int wantedMajor, int wantedMinor) {
    return compareTo(new KernelVersion(wantedMajor, wantedMinor)) >= 0;
  }

  @Override
  public int compareTo(KernelVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
