package org.iommuscope.app.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.graph.HostSketch;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.verdict.PlanVerdict;
import org.w3c.dom.Document;

/** Files that tests export: of a host whose names are as bad as names can be. */
final class Exported {

  private static final String BAD_NAME = "<i>\"&計\u0001";

  private static final HostTopology HOST =
      new HostSketch()
          .root("0000:00:01.0", 1)
          .below("0000:00:01.0", "0000:03:00.0", BAD_NAME, 2)
          .below("0000:00:01.0", "0000:01:00.0", "Card", 1)
          .vfs("0000:00:01.0", "0000:02:00.0", 4, 10)
          .mdev("0000:01:00.0", 7, 20)
          .host();

  private static final AssignmentPlan PLAN =
      AssignmentPlan.EMPTY.withGuest(
          new GuestName("<b>web</b>"),
          guest -> withDevice(guest, PciAddress.parse("0000:01:00.0").orElseThrow()));

  private Exported() {}

  /** The host with a plan and its verdict, folded as in the window. */
  static PictureRequest request() {
    Optional<PlanVerdict> verdict =
        Optional.of(new AttachSimulator(LocalDate.EPOCH).run(HOST, PLAN).verdict());
    Subject subject =
        new Subject(
            "a&b.tar",
            List.of(new Subject.Oddity("missing", "sys/<i>:3", "<img src=x> is not there")),
            PLAN,
            verdict,
            List.of(),
            TopologyGraph.of(HOST, PLAN, verdict));
    Drawing drawing =
        Drawing.withLegend(
            TreeLayout.place(
                subject.graph(), FontMeasure.load(), OptionalDouble.empty(), Folding.USUAL));
    return PictureRequest.of(subject, drawing, Palette.LIGHT);
  }

  static byte[] bytes(String name) throws IOException {
    return bytes(name, request -> request);
  }

  static byte[] bytes(String name, UnaryOperator<PictureRequest> change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exports.forFile(name).orElseThrow().write(change.apply(request()), out);
    return out.toByteArray();
  }

  static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  static Document xml(byte[] content) throws Exception {
    return DocumentBuilderFactory.newNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(content));
  }

  private static Guest withDevice(Guest guest, PciAddress device) {
    return guest.withDevices(List.of(GuestDevice.of(device)));
  }
}
