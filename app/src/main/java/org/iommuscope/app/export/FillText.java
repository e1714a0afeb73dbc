package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.iommuscope.model.planning.DeviceKind;
import org.iommuscope.model.planning.FillAnswer;
import org.iommuscope.model.planning.GuestRequest;
import org.iommuscope.model.planning.Hindrance;
import org.iommuscope.model.planning.Offer;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.StepVerdict;

/** What came of filling in a plan, as lines for people. */
public final class FillText {

  private static final int MOST_HINDRANCES = 12;

  private FillText() {}

  public static String of(FillAnswer answer) {
    return switch (answer) {
      case FillAnswer.Filled filled -> filled(filled);
      case FillAnswer.TooFew few -> tooFew(few);
      case FillAnswer.Contradiction(List<GuestRequest> requests) -> contradiction(requests);
      case FillAnswer.GaveUp gaveUp ->
          "nothing was found in the time there was; there may be a way\n";
      case FillAnswer.Cancelled cancelled -> "the search was cancelled\n";
    };
  }

  private static String filled(FillAnswer.Filled filled) {
    List<String> lines = new ArrayList<>();
    filled.choices().forEach(choice -> lines.addAll(choice(choice)));
    lines.add(
        filled.isCheapest()
            ? "no other choice takes less from the host"
            : "the search was cut short: another choice may take less from the host");
    return String.join("\n", lines) + "\n";
  }

  private static List<String> choice(FillAnswer.Choice choice) {
    List<String> lines = new ArrayList<>();
    lines.add("guest %s gets %s".formatted(choice.guest(), list(choice.offer().given())));
    reasons(choice).forEach(reason -> lines.add("  " + reason));
    return lines;
  }

  /** Why this device, and what it means for others, a line each. */
  public static List<String> reasons(FillAnswer.Choice choice) {
    Offer offer = choice.offer();
    List<String> lines = new ArrayList<>();
    List<String> reasons = new ArrayList<>(List.of(words(choice.kind())));
    offer.node().ifPresent(node -> reasons.add("NUMA node " + node));
    reasons.add(
        choice.others() == 0
            ? "the only one of its kind that can be given"
            : "one of %d that can be given".formatted(choice.others() + 1));
    lines.add("for: " + String.join(", ", reasons));
    offer.made().ifPresent(made -> lines.add("made on %s".formatted(made.parent())));
    if (!offer.freed().isEmpty()) {
      lines.add("must leave their drivers, for they share its group: " + list(offer.freed()));
    }
    return lines;
  }

  private static String tooFew(FillAnswer.TooFew few) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "cannot be filled in: %d wanted of %s, %d can be given"
            .formatted(few.wanted(), words(few.kind()), few.offered()));
    few.hindrances().stream().limit(MOST_HINDRANCES).forEach(h -> lines.add("  " + say(h)));
    int more = few.hindrances().size() - MOST_HINDRANCES;
    if (more > 0) {
      lines.add("  and %d more".formatted(more));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String contradiction(List<GuestRequest> requests) {
    return "cannot be filled in: these wishes contradict each other, though there are devices"
        + " enough for each\n"
        + requests.stream()
            .map(request -> "  %d of %s\n".formatted(request.guests(), request.name()))
            .collect(Collectors.joining());
  }

  private static String say(Hindrance hindrance) {
    DeviceRef device = hindrance.device();
    return switch (hindrance) {
      case Hindrance.Kept(var own, var kept) when own.equals(kept) ->
          device + " stays with the host";
      case Hindrance.Kept(var own, var kept) ->
          device + " shares its group with " + kept + ", which stays with the host";
      case Hindrance.Given(var own, var given) when own.equals(given) ->
          device + " is given already";
      case Hindrance.Given(var own, var given) ->
          device + " shares its group with " + given + ", which is given already";
      case Hindrance.HasVfs(var own, var pf) ->
          device + ": the virtual functions of " + pf + " would go with its driver";
      case Hindrance.NothingBeside(var own) -> device + " has nothing of the wished kind beside it";
      case Hindrance.UsedUp(var own) -> device + " makes no more of the type";
      case Hindrance.Refused(var own, StepVerdict step) ->
          device
              + ": "
              + Explainer.headline(step)
              + step.because().stream()
                  .findFirst()
                  .map(why -> ", " + Explainer.say(why))
                  .orElse("");
    };
  }

  /** What kind of device is meant: {@code VF of 0000:06:00.0}. */
  public static String words(DeviceKind kind) {
    return switch (kind) {
      case DeviceKind.Mdev(String type) -> "mdev type " + type;
      case DeviceKind.Function function -> words(function);
    };
  }

  private static String words(DeviceKind.Function function) {
    List<String> words = new ArrayList<>();
    function.category().ifPresent(each -> words.add(each.name().toLowerCase(Locale.ROOT)));
    function.ids().ifPresent(ids -> words.add("%04x:%04x".formatted(ids.vendor(), ids.device())));
    function.pf().ifPresent(pf -> words.add("VF of " + pf));
    function.with().forEach(with -> words.add("with " + with.name().toLowerCase(Locale.ROOT)));
    if (!function.anyOf().isEmpty()) {
      words.add("any of " + list(function.anyOf()));
    }
    if (words.isEmpty()) {
      words.add("any function");
    }
    return String.join(" ", words);
  }

  private static String list(List<DeviceRef> devices) {
    return devices.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
