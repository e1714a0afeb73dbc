package org.iommuscope.app.export;

import java.util.List;
import org.iommuscope.model.diff.HostSketch;
import org.iommuscope.model.impact.Advice;
import org.iommuscope.model.impact.HostLosses;
import org.iommuscope.model.impact.Impact;
import org.iommuscope.model.impact.ImpactSheet;

/** The section about what to know before the plan is carried out. */
final class HtmlImpact {

  private final Impact impact;
  private final ImpactSheet sheet;
  private final List<String> checklist;
  private final HtmlWriter out;

  HtmlImpact(Subject subject, HtmlWriter out) {
    this.impact = Impact.of(subject.graph().host(), subject.plan());
    this.sheet = ImpactSheet.of(subject.graph().host(), subject.plan());
    this.checklist = ChecklistText.toCheck(HostSketch.of(subject.graph().host(), subject.plan()));
    this.out = out;
  }

  void write() {
    HostLosses losses = impact.losses();
    if (losses.leaving().isEmpty() && impact.advice().isEmpty()) {
      return;
    }
    out.begin("section", "id", "impact").element("h2", "Before it is carried out");
    if (!losses.leaving().isEmpty()) {
      out.element("h3", VerdictText.headline(losses));
      list(losses.sentences());
      list(losses.gaps());
    }
    if (!impact.advice().isEmpty()) {
      out.element("h3", "worth knowing");
      list(impact.advice().stream().map(Advice::sentence).toList());
    }
    for (ImpactSheet.Section section : sheet.sections().stream().skip(1).toList()) {
      out.element("h3", section.title());
      list(section.sentences());
    }
    if (!checklist.isEmpty()) {
      out.element("h3", "To check on the host that day");
      list(checklist);
    }
    out.end();
  }

  private void list(List<String> sentences) {
    if (!sentences.isEmpty()) {
      out.begin("ul");
      sentences.forEach(sentence -> out.element("li", sentence));
      out.end();
    }
  }
}
