package org.iommuscope.imports.definitions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.imports.markup.XmlElement;
import org.iommuscope.imports.markup.XmlParsing;
import org.iommuscope.model.topology.PciAddress;

/**
 * Networks of libvirt that hand out functions, by {@code docs/formatnetwork.rst}: {@code <forward
 * mode='hostdev'>} with addresses, or with the PF whose VFs they are. They define no guest; domains
 * that are read with them take their functions from there.
 */
final class LibvirtNetwork implements Definition {

  @Override
  public String title() {
    return "libvirt network XML";
  }

  @Override
  public String expected() {
    return "<network> with a <name>";
  }

  @Override
  public boolean recognises(Source source) {
    return source.text().stripLeading().startsWith("<")
        && source.text().contains("<network")
        && !source.text().contains("<domain");
  }

  @Override
  public void read(Source source, PlanDraft plan) throws BadDefinition {
    XmlElement root;
    try {
      root = XmlParsing.document(source.text(), 1);
    } catch (XmlParsing.Malformed malformed) {
      throw new BadDefinition(
          source.at(malformed.line()) + ": found " + malformed.what() + "; expected libvirt XML");
    }
    root.deep().filter(each -> each.name().equals("network")).forEach(each -> read(each, plan));
  }

  private static void read(XmlElement network, PlanDraft plan) {
    Optional<XmlElement> forward =
        network.first("forward").filter(it -> it.attribute("mode").equals(Optional.of("hostdev")));
    Optional<String> name = network.text("name");
    if (forward.isPresent() && name.isPresent()) {
      List<PciAddress> addresses =
          forward.get().all("address").stream()
              .flatMap(each -> LibvirtAddress.host(each).stream())
              .toList();
      Stream<PciAddress> behindPfs =
          forward.get().all("pf").stream()
              .flatMap(pf -> pf.attribute("dev").stream())
              .flatMap(device -> plan.functionsBehind(device).stream());
      plan.pools().add(name.get(), Stream.concat(addresses.stream(), behindPfs).toList());
    }
  }
}
