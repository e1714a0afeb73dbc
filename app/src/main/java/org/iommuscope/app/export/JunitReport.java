package org.iommuscope.app.export;

import java.util.List;
import java.util.stream.Collectors;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * A verdict as JUnit XML, which build servers read: a test case for each step. A refusal is a
 * failure, an undecided step is skipped with its question, a waived one passes and says why.
 */
public final class JunitReport {

  private final JudgedPlan judged;
  private final HtmlWriter out = new HtmlWriter();

  private JunitReport(JudgedPlan judged) {
    this.judged = judged;
  }

  /** The XML text of a verdict. */
  public static String of(JudgedPlan judged) {
    JunitReport report = new JunitReport(judged);
    report.suites();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + report.out.finish();
  }

  private void suites() {
    out.begin("testsuites", counts("iommuscope")).text("\n");
    out.begin("testsuite", counts(judged.file())).text("\n");
    out.begin("properties").text("\n");
    property("capture", judged.host());
    property("profile", judged.verdict().profile());
    property("outcome", judged.verdict().outcome().word());
    property("assumed", String.join(" ", judged.verdict().assumed()));
    out.end();
    judged.verdict().steps().forEach(this::step);
    List<String> waivers = judged.waivers().sentences();
    if (!waivers.isEmpty()) {
      out.element("system-out", String.join("\n", waivers));
    }
    out.end();
    out.end();
  }

  private String[] counts(String name) {
    return new String[] {
      "name", name,
      "tests", Integer.toString(judged.verdict().steps().size()),
      "failures", Long.toString(judged.refused()),
      "errors", "0",
      "skipped", Long.toString(judged.undecided())
    };
  }

  private void property(String name, String value) {
    out.empty("property", "name", name, "value", value);
  }

  private void step(StepVerdict step) {
    out.begin(
        "testcase",
        "classname",
        step.guest().map(guest -> "guest " + guest).orElse("host"),
        "name",
        step.index() + " " + judged.words().of(step));
    ending(step);
    out.end();
  }

  private void ending(StepVerdict step) {
    switch (step.outcome()) {
      case ATTACHES, DONE, REUSES -> {}
      case REFUSED, UNSAFE, CRASHES, BLOCKS -> {
        if (step.waived()) {
          out.text("\n").element("system-out", "waived: " + waiver(step) + "\n" + details(step));
        } else {
          out.text("\n")
              .element("failure", details(step), "message", said(step), "type", type(step));
        }
      }
      case UNDECIDED -> out.text("\n").element("skipped", details(step), "message", said(step));
    }
  }

  private String waiver(StepVerdict step) {
    return judged.waivers().of(step).map(WaiverUse::justification).orElse("");
  }

  private static String type(StepVerdict step) {
    return step.rule().map(Object::toString).orElseGet(() -> step.outcome().word());
  }

  /** One line for the list of failures: how it ends, and the first reason. */
  private static String said(StepVerdict step) {
    return Explainer.headline(step)
        + step.because().stream().findFirst().map(cause -> ": " + Explainer.say(cause)).orElse("");
  }

  private String details(StepVerdict step) {
    StringBuilder lines = new StringBuilder(Explainer.headline(step)).append('\n');
    JudgedPlan.printed(step).forEach(line -> lines.append("says: ").append(line).append('\n'));
    lines.append(
        JudgedPlan.causes(step.because(), "  ")
            .collect(Collectors.joining("\n", "because\n", "\n")));
    step.fixes().forEach(fix -> lines.append("fix: ").append(Explainer.say(fix)).append('\n'));
    judged
        .waivers()
        .expiredOf(step)
        .ifPresent(waiver ->
            lines
                .append("its waiver has expired: ")
                .append(WaiverUse.justification(waiver))
                .append('\n'));
    return lines.toString();
  }
}
