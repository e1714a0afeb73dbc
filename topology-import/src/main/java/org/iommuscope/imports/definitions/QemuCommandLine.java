package org.iommuscope.imports.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Command lines of QEMU: of a script, of a log of libvirt, or of {@code ps}, a guest each. */
final class QemuCommandLine implements Definition {

  private static final Pattern PROGRAM =
      Pattern.compile("(?:^|[\\s/'\"])(?:qemu-system-[\\w-]+|qemu-kvm|kvm)(?=[\\s'\"]|$)");

  @Override
  public String title() {
    return "QEMU command line";
  }

  @Override
  public String expected() {
    return "qemu-system-… with its options, in one line or continued by \\";
  }

  /** A line that names QEMU goes farther than one that names nothing. */
  @Override
  public int stop(Source source) {
    List<String> lines = source.text().lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      if (PROGRAM.matcher(lines.get(at)).find()) {
        return at + 2;
      }
    }
    return Definition.super.stop(source);
  }

  @Override
  public boolean recognises(Source source) {
    return commands(source).stream()
        .anyMatch(command -> CommandWords.of(command.text()).size() > 1);
  }

  /** A command and the line that it begins on. */
  private record Command(String text, int line, Optional<String> note) {}

  @Override
  public void read(Source source, PlanDraft plan) {
    for (Command command : commands(source)) {
      List<String> words = CommandWords.of(command.text());
      GuestDraft guest = plan.guest(nameIn(words).orElseGet(source::title));
      guest.kvm(false);
      if (command.text().contains("kvm")) {
        guest.kvm(
            PROGRAM.matcher(command.text()).results().anyMatch(it -> it.group().endsWith("kvm")));
      }
      command.note().ifPresent(note -> plan.note(guest, note));
      QemuWords.read(words, source.at(command.line()), guest, plan, command.note().isPresent());
      plan.add(guest);
    }
  }

  /** The lines that start QEMU, joined with those that a backslash continues them by. */
  private static List<Command> commands(Source source) {
    List<Command> commands = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    int begin = 1;
    int line = 0;
    Optional<String> note = Optional.empty();
    for (String each : source.text().lines().toList()) {
      line++;
      if (each.startsWith(Note.MARK)) {
        note = Optional.of(each.substring(Note.MARK.length()));
        continue;
      }
      String bare = each.strip();
      begin = joined.isEmpty() ? line : begin;
      if (bare.endsWith("\\")) {
        joined.append(bare, 0, bare.length() - 1).append(' ');
        continue;
      }
      if (addCommand(joined.append(bare).toString(), begin, note, commands)) {
        note = Optional.empty();
      }
      joined.setLength(0);
    }
    addCommand(joined.toString(), begin, note, commands);
    return commands;
  }

  /** Whether the text is a command; a note stands before its own. */
  private static boolean addCommand(
      String text, int line, Optional<String> note, List<Command> commands) {
    Matcher program = PROGRAM.matcher(text);
    boolean isCommand =
        !text.startsWith("#") && program.find() && text.indexOf(" -", program.end() - 1) >= 0;
    if (isCommand) {
      commands.add(new Command(text.substring(program.start()), line, note));
    }
    return isCommand;
  }

  private static Optional<String> nameIn(List<String> words) {
    int at = words.indexOf("-name");
    if (at < 0 || at + 1 >= words.size()) {
      return Optional.empty();
    }
    QemuOption name = QemuOption.of(words.get(at + 1), "guest");
    return Optional.of(name.head()).filter(text -> !text.isBlank());
  }
}
