package org.iommuscope.imports.sysfs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known of a kernel by its release, {@code 6.1.0-50-amd64}. */
final class KernelReleases {

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");

  private KernelReleases() {}

  /** {@code reset_method} came with Linux 5.15. */
  static boolean hasResetMethod(String release) {
    Matcher form = FORM.matcher(release);
    return form.matches()
        && Integer.parseInt(form.group(1)) * 10_000 + Integer.parseInt(form.group(2)) >= 5_0015;
  }
}
