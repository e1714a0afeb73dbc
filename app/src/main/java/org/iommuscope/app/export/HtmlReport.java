package org.iommuscope.app.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.verdict.PlanVerdict;

/** The body of a report. */
final class HtmlReport {

  private final PictureRequest picture;
  private final Subject subject;
  private final HtmlWriter out;
  private final HtmlColours colours;

  HtmlReport(PictureRequest picture, HtmlWriter out, HtmlColours colours) {
    this.picture = picture;
    this.subject = picture.subject();
    this.out = out;
    this.colours = colours;
  }

  void write() throws IOException {
    heading();
    out.begin("main");
    picture();
    imagined();
    if (!subject.plan().guests().isEmpty() || subject.plan().sequence().isPresent()) {
      new HtmlPlan(subject, out).write();
      new HtmlImpact(subject, out).write();
    }
    subject.verdict().ifPresent(verdict -> new HtmlVerdict(subject.plan(), verdict, out).write());
    new HtmlDevices(picture, out).write();
    oddities(subject.oddities());
    new HtmlHost(subject.graph().host(), out).write();
    out.end();
    out.element("footer", "Made by iommuscope. The page holds all it needs and loads nothing.");
  }

  private void heading() {
    HostTopology host = subject.graph().host();
    long functions = host.devices().values().stream().filter(PciFunction.class::isInstance).count();
    out.begin("header");
    out.element("h1", "IOMMU groups of " + shortName());
    out.begin("p", "class", "facts");
    fact(functions + " PCI functions");
    fact((host.devices().size() - functions) + " other devices");
    fact(host.groups().size() + " groups");
    if (!subject.follows().isEmpty()) {
      fact("as the plan imagines them");
    }
    host.kernel().release().known().ifPresent(release -> fact("Linux " + release));
    out.end();
    subject.verdict().filter(verdict -> !verdict.steps().isEmpty()).ifPresent(this::outcome);
    out.end();
  }

  private String shortName() {
    String path = subject.name();
    Path file = Path.of(path).getFileName();
    return file == null || path.equals("-") ? "a host" : file.toString();
  }

  private void fact(String text) {
    out.element("span", text);
  }

  private void outcome(PlanVerdict verdict) {
    out.begin("p");
    out.element("strong", verdict.outcome().word(), "class", HtmlVerdict.badge(verdict.outcome()));
    out.text(" is the answer to the plan under the rules of " + verdict.profile() + ".");
    out.end();
  }

  private void picture() throws IOException {
    out.begin("section", "id", "picture").element("h2", "Picture");
    out.begin("figure").raw(SvgDocument.of(picture, colours)).end().end();
  }

  /** The picture and the devices are those of the host that would be. */
  private void imagined() {
    if (!subject.follows().isEmpty()) {
      out.begin("section", "id", "imagined");
      out.element("h2", "What would follow from what is imagined").begin("ul");
      subject.follows().forEach(sentence -> out.element("li", sentence));
      out.end().end();
    }
  }

  private void oddities(List<Subject.Oddity> oddities) {
    if (oddities.isEmpty()) {
      return;
    }
    out.begin("section", "id", "notes").element("h2", "What was odd in the capture");
    HtmlTable table = new HtmlTable(out, "Kind", "Where", "What");
    for (Subject.Oddity oddity : oddities) {
      table.row().cell(oddity.kind()).code(oddity.where()).cell(oddity.what());
    }
    table.end();
    out.end();
  }
}
