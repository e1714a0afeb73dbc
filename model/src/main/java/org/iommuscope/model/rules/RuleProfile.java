package org.iommuscope.model.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.KernelEra;
import org.iommuscope.model.attach.MdevDesign;

/**
 * Which rules a kernel asks at which step, in its order: a table.
 *
 * @param id {@code dma-owner}
 * @param kernels the range of kernels, for people
 * @param mechanism one sentence on how it keeps guests apart
 * @param era what else of the kernel's behaviour the profile decides
 */
public record RuleProfile(
    String id,
    String title,
    String kernels,
    String mechanism,
    Era era,
    Map<AttachStep.Kind, List<Rule>> table) {

  /** The parts of {@link KernelEra} that a profile fixes. */
  public record Era(KernelEra.Mechanism mechanism, MdevDesign mdevs) {}

  public RuleProfile {
    EnumMap<AttachStep.Kind, List<Rule>> rows = new EnumMap<>(AttachStep.Kind.class);
    table.forEach((kind, rules) -> rows.put(kind, List.copyOf(rules)));
    table = rows;
  }

  /** The rules of one row; a step that is not in the table is always granted. */
  public List<Rule> at(AttachStep.Kind kind) {
    return table.getOrDefault(kind, List.of());
  }
}
