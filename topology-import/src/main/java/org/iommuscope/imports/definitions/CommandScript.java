package org.iommuscope.imports.definitions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;

/**
 * Shell commands that prepare a host: {@code driverctl set-override} and {@code mdevctl define} or
 * {@code start}, with a type or with JSON below. Guests stand in the note of an export.
 */
final class CommandScript implements Definition {

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:sudo )?(?:driverctl (?:-\\S+ )*set-override |mdevctl (?:define|start) ).*");

  private static final Pattern TYPE = Pattern.compile("\"mdev_type\"\\s*:\\s*\"([^\"\\\\]+)\"");

  /** In an export, the sequence of the plan follows, which its note has. */
  private static final String STEPS = "# The steps of the plan, in order.";

  @Override
  public String title() {
    return "driverctl and mdevctl commands";
  }

  @Override
  public String expected() {
    return "driverctl set-override ADDRESS DRIVER or mdevctl define";
  }

  @Override
  public boolean recognises(Source source) {
    return source.text().startsWith("#!/bin/sh\n# iommuscope-commands")
        || source.text().lines().anyMatch(line -> COMMAND.matcher(line.strip()).matches());
  }

  @Override
  public void read(Source source, PlanDraft plan) {
    List<String> notes = Note.inComments(source.text());
    List<String> lines = source.text().lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (!notes.isEmpty() && line.equals(STEPS)) {
        break;
      }
      if (COMMAND.matcher(line.strip()).matches()) {
        List<String> words =
            Arrays.stream(line.strip().replace("'", "").split("\\s+"))
                .filter(word -> !word.equals("sudo"))
                .toList();
        read(words, typeBelow(line, lines.subList(at + 1, lines.size())), plan);
      }
    }
    notes.forEach(plan::note);
  }

  /** The type in the JSON that follows a command as its input. */
  private static Optional<String> typeBelow(String command, List<String> below) {
    return command.contains("<<") && !below.isEmpty()
        ? Optional.of(TYPE.matcher(below.getFirst())).filter(Matcher::find).map(it -> it.group(1))
        : Optional.empty();
  }

  private static void read(List<String> words, Optional<String> below, PlanDraft plan) {
    if (words.getFirst().equals("mdevctl")) {
      Optional<MdevUuid> uuid = value(words, "-u", "--uuid").flatMap(MdevUuid::parse);
      Optional<String> parent = value(words, "-p", "--parent");
      Optional<String> type = value(words, "-t", "--type").or(() -> below);
      if (uuid.isPresent() && parent.isPresent() && type.isPresent()) {
        plan.create(new PlannedMdev(uuid.get(), DeviceRef.parse(parent.get()), type.get()));
      }
      return;
    }
    int at = words.indexOf("set-override");
    if (at + 2 < words.size()) {
      plan.bind(DeviceRef.parse(words.get(at + 1)), words.get(at + 2));
    }
  }

  /** What follows an option, or stands behind its equals sign. */
  private static Optional<String> value(List<String> words, String brief, String full) {
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (word.startsWith(full + "=")) {
        return Optional.of(word.substring(full.length() + 1));
      }
      if ((word.equals(brief) || word.equals(full)) && at + 1 < words.size()) {
        return Optional.of(words.get(at + 1));
      }
    }
    return Optional.empty();
  }
}
