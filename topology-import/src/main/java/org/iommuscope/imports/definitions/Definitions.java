package org.iommuscope.imports.definitions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iommuscope.imports.report.Quoted;
import org.iommuscope.model.topology.HostTopology;

/** All forms in which other programs define virtual machines. */
public final class Definitions {

  private Definitions() {}

  /** What came of reading definitions. */
  public sealed interface Reading {

    /** A plan, which may be empty. */
    record Defined(DefinedPlan defined) implements Reading {}

    /** Nothing; the sentence says what was found and what was expected. */
    record Refused(String sentence) implements Reading {}
  }

  static List<Definition> forms() {
    return List.of(
        new LibvirtDomain(),
        new LibvirtNetwork(),
        new KubevirtManifest(),
        new ProxmoxConfig(),
        new ProxmoxMappings(),
        new CommandScript(),
        new QemuCommandLine());
  }

  /** Whether a text is of any known form, told by its content. */
  public static boolean recognise(Source source) {
    return source.parts().stream()
        .anyMatch(part -> forms().stream().anyMatch(form -> form.recognises(part)));
  }

  /**
   * Reads definitions into one plan.
   *
   * @param host where the guests shall run; without it, devices that are named by ids or by a whole
   *     slot cannot all be found
   */
  public static Reading read(List<Source> sources, Optional<HostTopology> host) {
    PlanDraft plan = new PlanDraft(host);
    for (Source source : networksFirst(sources)) {
      Optional<Definition> form =
          forms().stream().filter(each -> each.recognises(source)).findFirst();
      if (form.isEmpty()) {
        return new Reading.Refused(source.name() + " " + refusal(source));
      }
      try {
        form.get().read(source, plan);
      } catch (BadDefinition bad) {
        return new Reading.Refused(bad.sentence());
      }
    }
    return plan.isEmpty()
        ? new Reading.Refused(
            sources.getFirst().name() + ": found no virtual machine; expected one at least")
        : new Reading.Defined(plan.done());
  }

  /** What networks, mappings and clusters hand out has to be known before domains ask for it. */
  private static List<Source> networksFirst(List<Source> sources) {
    LibvirtNetwork network = new LibvirtNetwork();
    ProxmoxMappings mappings = new ProxmoxMappings();
    return sources.stream()
        .flatMap(source -> source.parts().stream())
        .sorted(
            Comparator.comparing(source ->
                !network.recognises(source)
                    && !mappings.recognises(source)
                    && !source.text().contains("permittedHostDevices")))
        .toList();
  }

  private static String refusal(Source source) {
    List<String> lines = source.text().lines().toList();
    String tried = forms().stream().map(Definition::title).collect(Collectors.joining(", "));
    Definition best =
        forms().stream().max(Comparator.comparingInt(form -> form.stop(source))).orElseThrow();
    int stop = Math.min(best.stop(source), lines.size());
    if (stop == 0) {
      return "is empty; expected a definition of a virtual machine: " + tried;
    }
    return "holds a definition of no known form; tried "
        + tried
        + "; %s came farthest, to line %d, where it expected %s and found %s"
            .formatted(best.title(), stop, best.expected(), Quoted.of(lines.get(stop - 1)));
  }
}
