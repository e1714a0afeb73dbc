package org.iommuscope.imports.sysfs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.iommuscope.model.topology.Reading;

/** Reads from {@code capture.txt} the day on which a capture was taken. */
final class CaptureDateReader implements Reader {

  private static final Pattern ISO = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})T?");

  /** As {@code date -u} prints it: {@code Sun Nov 22 12:44:55 UTC 2026}. */
  private static final Pattern PRINTED =
      Pattern.compile("^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\\d{1,2}) [0-9:]{8} \\S+ (\\d{4})$");

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  @Override
  public Phase phase() {
    return Phase.KERNEL;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    capture
        .text("capture.txt")
        .flatMap(text -> text.lines().flatMap(CaptureDateReader::date).findFirst())
        .ifPresent(day -> host.captured = Reading.of(day));
  }

  private static Stream<LocalDate> date(String line) {
    Matcher printed = PRINTED.matcher(line.strip());
    if (printed.find()) {
      String words = printed.group(2) + " " + printed.group(1) + " " + printed.group(3);
      return parsed(words, WORDS).stream();
    }
    Matcher iso = ISO.matcher(line);
    return line.startsWith("time: ") && iso.find()
        ? parsed(iso.group(1), DateTimeFormatter.ISO_LOCAL_DATE).stream()
        : Stream.empty();
  }

  private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDate.parse(text, form));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
