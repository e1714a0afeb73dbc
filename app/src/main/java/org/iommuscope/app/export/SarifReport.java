package org.iommuscope.app.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iommuscope.app.files.JsonPrinter;
import org.iommuscope.app.files.JsonValue;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * A verdict as SARIF 2.1.0, which code scanning reads: a result for each step that is not simply
 * done, at the line of the plan that asks for it.
 */
public final class SarifReport {

  private static final Set<String> SPREAD =
      Set.of(
          "",
          "runs",
          "runs/*",
          "runs/*/tool",
          "runs/*/tool/driver",
          "runs/*/tool/driver/rules",
          "runs/*/results");

  private final JudgedPlan judged;
  private final RuleTexts texts = RuleTexts.load();

  private SarifReport(JudgedPlan judged) {
    this.judged = judged;
  }

  /** The JSON text of a verdict. */
  public static String of(JudgedPlan judged) {
    SarifReport report = new SarifReport(judged);
    return JsonPrinter.print(
        object(
            "$schema", JsonValue.of("https://json.schemastore.org/sarif-2.1.0.json"),
            "version", JsonValue.of("2.1.0"),
            "runs", JsonValue.of(List.of(report.run()))),
        SPREAD);
  }

  private JsonValue run() {
    List<StepVerdict> stopped =
        judged.verdict().steps().stream().filter(SarifReport::isStopped).toList();
    List<JsonValue> rules =
        stopped.stream().map(SarifReport::rule).distinct().sorted().map(this::described).toList();
    JsonValue driver =
        object(
            "name", JsonValue.of("iommuscope"),
            "version", JsonValue.of(judged.version()),
            "rules", JsonValue.of(rules));
    return object(
        "tool", object("driver", driver),
        "columnKind", JsonValue.of("utf16CodeUnits"),
        "results", JsonValue.of(stopped.stream().map(this::result).toList()),
        "properties", properties());
  }

  private JsonValue properties() {
    return object(
        "capture", JsonValue.of(judged.host()),
        "profile", JsonValue.of(judged.verdict().profile()),
        "outcome", JsonValue.of(judged.verdict().outcome().word()),
        "assumed", all(judged.verdict().assumed()),
        "waivers", all(judged.waivers().sentences()));
  }

  private JsonValue described(String rule) {
    String page = "docs/rules/" + rule + ".md";
    return object(
        "id", JsonValue.of(rule),
        "shortDescription", object("text", JsonValue.of(texts.of(rule))),
        "help",
            object(
                "text", JsonValue.of(texts.of(rule) + " More in " + page + "."),
                "markdown",
                    JsonValue.of(MarkdownText.of(texts.of(rule)) + " More in `" + page + "`.")));
  }

  private JsonValue result(StepVerdict step) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("ruleId", JsonValue.of(rule(step)));
    members.put("level", JsonValue.of(level(step.outcome())));
    members.put("message", object("text", JsonValue.of(plain(message(step)))));
    members.put("locations", JsonValue.of(List.of(location(step))));
    List<JsonValue> others =
        step.culprits().stream()
            .filter(device -> !step.device().equals(Optional.of(device)))
            .map(SarifReport::culprit)
            .toList();
    if (!others.isEmpty()) {
      members.put("relatedLocations", JsonValue.of(others));
    }
    members.put("partialFingerprints", object("step/v1", JsonValue.of(fingerprint(step))));
    judged
        .waivers()
        .of(step)
        .ifPresent(
            waiver -> members.put("suppressions", JsonValue.of(List.of(suppression(waiver)))));
    return JsonValue.of(members);
  }

  private static JsonValue suppression(Waiver waiver) {
    return object(
        "kind", JsonValue.of("external"),
        "status", JsonValue.of("accepted"),
        "justification", JsonValue.of(WaiverUse.justification(waiver)));
  }

  private JsonValue location(StepVerdict step) {
    Map<String, JsonValue> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", object("uri", JsonValue.of(uri(judged.file()))));
    judged
        .lines()
        .of(step)
        .ifPresent(line -> physical.put("region", object("startLine", JsonValue.of(line))));
    return step.device()
        .map(device ->
            object(
                "physicalLocation", JsonValue.of(physical),
                "logicalLocations", JsonValue.of(List.of(logical(device)))))
        .orElseGet(() -> object("physicalLocation", JsonValue.of(physical)));
  }

  private static JsonValue culprit(DeviceRef device) {
    return object(
        "logicalLocations", JsonValue.of(List.of(logical(device))),
        "message", object("text", JsonValue.of(device + " is in the way")));
  }

  private static JsonValue logical(DeviceRef device) {
    return object("name", JsonValue.of(device.text()), "kind", JsonValue.of("resource"));
  }

  /** Stays the same when other steps come and go. */
  private static String fingerprint(StepVerdict step) {
    return String.join(
        "|",
        step.action().word(),
        step.guest().map(Object::toString).orElse(""),
        step.device().map(DeviceRef::text).orElse(""),
        rule(step));
  }

  private String message(StepVerdict step) {
    StringBuilder text = new StringBuilder(judged.words().of(step)).append(": ");
    text.append(Explainer.headline(step)).append(".");
    JudgedPlan.printed(step).forEach(line -> text.append('\n').append(line));
    JudgedPlan.causes(step.because(), "  ").forEach(line -> text.append('\n').append(line));
    if (!step.fixes().isEmpty()) {
      text.append("\nWhat would help: ");
      text.append(step.fixes().stream().map(Explainer::say).collect(Collectors.joining("; or ")));
    }
    judged
        .waivers()
        .expiredOf(step)
        .ifPresent(waiver ->
            text.append("\nIts waiver has expired: ").append(WaiverUse.justification(waiver)));
    return text.toString();
  }

  /** Brackets would be links and braces places for arguments, SARIF 2.1.0, 3.11.5 and 3.11.6. */
  private static String plain(String text) {
    return text.replaceAll("[\\\\\\[\\]]", "\\\\$0").replaceAll("[{}]", "$0$0");
  }

  private static String level(Outcome outcome) {
    return switch (outcome) {
      case REFUSED, UNSAFE, CRASHES, BLOCKS -> "error";
      case UNDECIDED -> "warning";
      case ATTACHES, DONE, REUSES -> "none";
    };
  }

  private static boolean isStopped(StepVerdict step) {
    return !level(step.outcome()).equals("none");
  }

  private static String rule(StepVerdict step) {
    return step.rule().map(Object::toString).orElseGet(() -> step.outcome().word());
  }

  /** Relative names stay relative: code scanning takes them from the repository's root. */
  private static String uri(String file) {
    try {
      Path path = Path.of(file);
      return path.isAbsolute()
          ? path.toUri().toString()
          : new URI(null, null, "./" + path.normalize(), null).toString().substring(2);
    } catch (URISyntaxException | IllegalArgumentException noPath) {
      return "plan";
    }
  }

  private static JsonValue all(Iterable<String> values) {
    List<JsonValue> elements = new ArrayList<>();
    values.forEach(value -> elements.add(JsonValue.of(value)));
    return JsonValue.of(elements);
  }

  private static JsonValue object(Object... members) {
    Map<String, JsonValue> object = new LinkedHashMap<>();
    for (int at = 0; at < members.length; at += 2) {
      object.put((String) members[at], (JsonValue) members[at + 1]);
    }
    return JsonValue.of(object);
  }
}
