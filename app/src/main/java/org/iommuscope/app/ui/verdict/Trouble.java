package org.iommuscope.app.ui.verdict;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Wanted;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.topology.DeviceRef;

/**
 * A step that does not simply succeed, in words.
 *
 * @param title what was tried, for whom
 * @param place the step of the attach path, the error and the rule
 * @param because the causes, each with how deep it stands in the tree
 * @param printed the lines that QEMU, the shell and the kernel print
 * @param remedies what would help: fixes, and for what cannot be told the answers
 * @param wanted what the host must be asked, for nobody else can tell
 * @param device whom the step is about
 */
public record Trouble(
    Answer answer,
    String title,
    String place,
    List<Line> because,
    List<String> printed,
    List<Remedy> remedies,
    List<Wanted> wanted,
    Optional<DeviceRef> device,
    Optional<Waiver> waiver) {

  /** One cause of the tree. */
  public record Line(int depth, String text) {}

  /** A fix or an answer as a button. */
  public record Remedy(String text, Intent.Edit edit) {}

  public Trouble {
    because = List.copyOf(because);
    printed = List.copyOf(printed);
    remedies = List.copyOf(remedies);
    wanted = List.copyOf(wanted);
  }
}
