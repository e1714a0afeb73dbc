package org.iommuscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.iommuscope.app.ui.filter.FilterViewModel;
import org.iommuscope.app.ui.filter.Trait;
import org.iommuscope.app.ui.filter.Wanted;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Sample;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.StepVerdict;
import org.junit.jupiter.api.Test;

/** Which devices of the sample machine pass which filters. */
class FilterTest {

  private final Workspace workspace = Sample.workspace();
  private final FilterViewModel filter = new FilterViewModel(workspace, Sample.AT_ONCE);

  @Test
  void values_of_one_trait_widen_and_another_trait_narrows() {
    filter.toggle(new Wanted(Trait.CLASS, "network"));
    assertEquals(4, passing().size());
    filter.toggle(new Wanted(Trait.CLASS, "storage"));
    assertEquals(6, passing().size());
    filter.toggle(new Wanted(Trait.DRIVER, "nvme"));
    assertEquals(Set.of(DeviceRef.parse("0000:02:00.0")), passing());
  }

  @Test
  void everything_is_shown_again_when_the_last_filter_goes() {
    Wanted nvme = new Wanted(Trait.DRIVER, "nvme");
    filter.toggle(nvme);
    assertFalse(filter.outcomeProperty().get().shows(Sample.GPU));
    filter.toggle(nvme);
    assertTrue(filter.outcomeProperty().get().shows(Sample.GPU));
    assertEquals(Optional.empty(), filter.outcomeProperty().get().passing());
  }

  @Test
  void assignable_now_follows_the_plan() {
    filter.toggle(Trait.ASSIGNABLE);
    assertEquals(Set.of(), passing());
    workspace.perform(workspace.session().newGuestWith(Sample.NIC));
    StepVerdict refused = workspace.judgement().verdict().steps().getFirst();
    workspace.perform(new Intent.ApplyFix(refused.fixes().getFirst().change()));
    assertEquals(Set.of(Sample.NIC), passing());
  }

  @Test
  void the_console_is_host_critical() {
    filter.toggle(Trait.CRITICAL);
    assertEquals(Set.of(DeviceRef.parse("0000:00:01.0")), passing());
  }

  private Set<DeviceRef> passing() {
    return filter.outcomeProperty().get().passing().orElseThrow();
  }
}
