package org.iommuscope.imports.definitions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        new LibvirtDomain(), new KubevirtManifest(), new ProxmoxConfig(), new QemuCommandLine());
  }

  /** Whether a text is of any known form, told by its content. */
  public static boolean recognise(Source source) {
    return forms().stream().anyMatch(form -> form.recognises(source));
  }

  /**
   * Reads definitions into one plan.
   *
   * @param host where the guests shall run; without it, devices that are named by ids or by a whole
   *     slot cannot all be found
   */
  public static Reading read(List<Source> sources, Optional<HostTopology> host) {
    PlanDraft plan = new PlanDraft(host);
    for (Source source : sources) {
      Optional<Definition> form =
          forms().stream().filter(each -> each.recognises(source)).findFirst();
      if (form.isEmpty()) {
        return new Reading.Refused(
            source.name() + ": found no form that is known; expected " + titles());
      }
      try {
        form.get().read(source, plan);
      } catch (BadDefinition bad) {
        return new Reading.Refused(bad.sentence());
      }
    }
    return plan.isEmpty()
        ? new Reading.Refused(sources.getFirst().name() + ": found no virtual machine")
        : new Reading.Defined(plan.done());
  }

  private static String titles() {
    return forms().stream().map(Definition::title).collect(Collectors.joining(", "));
  }
}
