package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** What a rule asks when the capture does not say which driver a device is on. */
final class DriverQuestions {

  private DriverQuestions() {}

  static Finding ask(RuleId rule, List<LiveDevice> unread) {
    return new Finding.Undecided(
        rule,
        unread.stream()
            .map(device -> Cause.fact(new Statement.DriverUnknown(device.ref())))
            .toList());
  }
}
