package org.iommuscope.app.definitions;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.iommuscope.model.plan.GuestName;

/** Names that other programs and file systems take, each once. */
final class FileNames {

  /** As long as a label of DNS may be. */
  private static final int LONGEST = 63;

  private final Set<String> taken = new HashSet<>();

  /** A guest's name with what a file's name must not have replaced. */
  String file(GuestName guest) {
    String plain = guest.text().replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.-]+", "");
    return once(plain);
  }

  /** A guest's name as DNS takes it. */
  String label(GuestName guest) {
    String plain =
        guest
            .text()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9-]+", "-")
            .replaceAll("^-+|-+$", "");
    return once(plain);
  }

  private String once(String plain) {
    String name =
        plain.isEmpty() ? "guest" : plain.substring(0, Math.min(plain.length(), LONGEST - 4));
    String free = name;
    for (int n = 2; !taken.add(free); n++) {
      free = name + "-" + n;
    }
    return free;
  }
}
