package org.iommuscope.app.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.config.Acs;
import org.iommuscope.model.config.PortType;
import org.iommuscope.model.topology.CapabilityWords;

/** Capabilities that a text has put into words, for the inspector. */
final class WordedFacts {

  private static final String CATEGORY = "Capabilities, in the words of lspci";

  private final List<Fact> facts = new ArrayList<>();

  private WordedFacts() {}

  static List<Fact> of(CapabilityWords words) {
    WordedFacts all = new WordedFacts();
    words.portType().known().ifPresent(type -> all.add("PCI Express", PortType.of(type).words()));
    words.linkNow().known().ifPresent(link -> all.add("Link now", link));
    words.linkMost().known().ifPresent(link -> all.add("Link at most", link));
    words.acs().known().map(Acs::of).ifPresent(all::addAcs);
    return all.facts;
  }

  private void addAcs(Acs acs) {
    add("ACS has", Acs.words(acs.capability()));
    add("ACS is on", Acs.words(acs.control()));
  }

  private void add(String name, String value) {
    facts.add(new Fact(CATEGORY, name, value, Optional.empty()));
  }
}
