package org.iommuscope.app.ui.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A line with the time in UTC, the level and the sentence; a fault's trace on the lines below. */
final class LogLine extends Formatter {

  @Override
  public String format(LogRecord record) {
    StringWriter text = new StringWriter();
    text.append(record.getInstant().truncatedTo(ChronoUnit.MILLIS).toString())
        .append(' ')
        .append(record.getLevel().getName())
        .append(' ')
        .append(record.getMessage().replace('\n', ' '))
        .append('\n');
    if (record.getThrown() != null) {
      record.getThrown().printStackTrace(new PrintWriter(text, true));
    }
    return text.toString();
  }
}
