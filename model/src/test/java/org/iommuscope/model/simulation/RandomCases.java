package org.iommuscope.model.simulation;

import java.util.List;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.testing.RandomHosts;

/** Tries a law on thousands of random hosts and plans, under every profile in turn. */
final class RandomCases {

  private static final int CASES = 3000;

  private RandomCases() {}

  /** What shall hold of one case; it names the seed where it does not. */
  interface Law {
    void check(RandomHosts random, RuleProfile profile, String seed);
  }

  static void forAll(Law law) {
    List<RuleProfile> profiles = RuleProfiles.all();
    for (int number = 0; number < CASES; number++) {
      String seed = "seed " + number;
      RuleProfile profile = profiles.get(number % profiles.size());
      law.check(RandomHosts.of(seed), profile, seed + " under " + profile.id() + ": ");
    }
  }

  /** The seed itself, of what a law was told. */
  static String seedOf(String told) {
    return told.substring(0, told.indexOf(" under"));
  }
}
