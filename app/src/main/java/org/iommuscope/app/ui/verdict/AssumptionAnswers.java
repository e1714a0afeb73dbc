package org.iommuscope.app.ui.verdict;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Environment.BackingViability;
import org.iommuscope.model.plan.Environment.ManagementLayer;
import org.iommuscope.model.plan.Environment.MdevBacking;

/** What a user can say to what a verdict took for true; each is an edit of the plan. */
record AssumptionAnswers(Environment told) {

  /** The kernels and QEMUs between which the rules differ. */
  private static final List<String> KERNELS = List.of("5.10", "5.19", "6.1", "6.12");

  private static final List<String> QEMUS = List.of("5.2", "7.2", "9.1", "10.0");

  /** The answers to an assumption, by its key in the plan's environment. */
  List<Trouble.Remedy> to(String key) {
    return switch (key) {
      case "kernel" -> KERNELS.stream().map(each -> answer("Linux " + each, key, each)).toList();
      case "qemu" -> QEMUS.stream().map(each -> answer("QEMU " + each, key, each)).toList();
      case "managementLayer" ->
          List.of(
              answer("That is so", key, ManagementLayer.NONE),
              answer("libvirt starts the guests", key, ManagementLayer.LIBVIRT));
      case "mdevBacking" ->
          List.of(
              answer("That is so", key, MdevBacking.ATTACH_DEVICE),
              answer("It attaches the whole group", key, MdevBacking.ATTACH_GROUP),
              answer("It ignores it", key, MdevBacking.IGNORED));
      case "backingViability" ->
          List.of(
              answer("That is so", key, BackingViability.AS_POSTED),
              answer("They are refused", key, BackingViability.STRICT));
      case "interruptRemapping",
          "hasDefaultDomain",
          "auxSupported",
          "detachAsPosted",
          "inheritStrict" ->
          List.of(answer("That is so", key, true), answer("It is not", key, false));
      case "allowUnsafeInterrupts", "enableSriov", "noiommu" ->
          List.of(answer("That is so", key, false), answer("It is not", key, true));
      default -> List.of();
    };
  }

  private Trouble.Remedy answer(String text, String key, Object value) {
    return new Trouble.Remedy(text, new Intent.Settle(with(new Said(key, value))));
  }

  private Environment with(Said said) {
    return new Environment(
        said.text("kernel", told.kernel()),
        said.text("qemu", told.qemu()),
        said.of(ManagementLayer.class, "managementLayer", told.managementLayer()),
        said.truth("interruptRemapping", told.interruptRemapping()),
        said.truth("allowUnsafeInterrupts", told.allowUnsafeInterrupts()),
        said.truth("enableSriov", told.enableSriov()),
        said.truth("noiommu", told.noiommu()),
        said.truth("hasDefaultDomain", told.hasDefaultDomain()),
        said.truth("auxSupported", told.auxSupported()),
        said.of(MdevBacking.class, "mdevBacking", told.mdevBacking()),
        said.of(BackingViability.class, "backingViability", told.backingViability()),
        said.truth("detachAsPosted", told.detachAsPosted()),
        said.truth("inheritStrict", told.inheritStrict()),
        told.rawio());
  }

  /** One circumstance with what is said of it; all others stay as they were. */
  private record Said(String key, Object value) {

    Optional<String> text(String wanted, Optional<String> before) {
      return of(String.class, wanted, before);
    }

    Optional<Boolean> truth(String wanted, Optional<Boolean> before) {
      return of(Boolean.class, wanted, before);
    }

    <T> Optional<T> of(Class<T> type, String wanted, Optional<T> before) {
      return wanted.equals(key) ? Optional.of(type.cast(value)) : before;
    }
  }
}
