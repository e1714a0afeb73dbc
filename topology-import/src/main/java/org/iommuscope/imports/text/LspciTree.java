package org.iommuscope.imports.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.names.LspciText;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.PciAddress;
import org.jspecify.annotations.Nullable;

/** The tree that {@code lspci -t} draws, with names where {@code -v} was given too. */
final class LspciTree implements TextReader {

  private static final String EXPECTED = "a root like -[0000:00]-+-00.0";
  private static final String DRAWN = "-+\\| ";

  /**
   * A bus that the line has entered.
   *
   * @param column where its number ends; what begins left of that is not on it
   */
  private record Bus(int column, int segment, int bus, @Nullable PciAddress bridge) {}

  @Override
  public String title() {
    return "lspci -t";
  }

  @Override
  public String mark() {
    return "-\\[[0-9a-f]";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    Deque<Bus> open = new ArrayDeque<>();
    int understood = 0;
    for (int index = 0; index < text.size(); index++) {
      String line = text.line(index);
      boolean isDrawn = text.isFree(index) && isDrawn(line) && (isRoot(line) || !open.isEmpty());
      if (isDrawn && new Row(line, text.place(index), open, evidence).read()) {
        text.take(index);
        understood++;
      } else if (!line.isBlank()) {
        open.clear();
      }
    }
    return understood > 0 ? Reached.all(understood) : Reached.stopped(text.firstFree(0), EXPECTED);
  }

  private static boolean isDrawn(String line) {
    return !line.isEmpty() && DRAWN.indexOf(line.charAt(0)) >= 0;
  }

  private static boolean isRoot(String line) {
    int open = line.indexOf("-[");
    int close = line.indexOf(']', Math.max(open, 0));
    return open >= 0 && line.substring(0, open).isBlank() | open < 3 && close - open > 5;
  }

  /** One line of the tree. */
  private static final class Row {

    private final String line;
    private final Place place;
    private final Deque<Bus> open;
    private final Evidence evidence;
    private @Nullable PciAddress last;
    private int at;
    private boolean isRead;

    Row(String line, Place place, Deque<Bus> open, Evidence evidence) {
      this.line = line;
      this.place = place;
      this.open = open;
      this.evidence = evidence;
    }

    boolean read() {
      boolean goesOn = true;
      while (goesOn && at < line.length()) {
        char c = line.charAt(at);
        if (c == '[') {
          goesOn = readBus();
        } else if (DRAWN.indexOf(c) >= 0) {
          at++;
        } else {
          goesOn = readFunction();
        }
      }
      return isRead;
    }

    private boolean readBus() {
      int close = line.indexOf(']', at);
      String number = close < 0 ? "" : line.substring(at + 1, close);
      int colon = number.indexOf(':');
      String buses = number.substring(colon + 1);
      OptionalInt first = Tokens.hexAt(buses, 0, 2);
      OptionalInt end = buses.length() == 5 ? Tokens.hexAt(buses, 3, 2) : first;
      if (first.isEmpty() || end.isEmpty() || (buses.length() != 2 && buses.length() != 5)) {
        return false;
      }
      boolean isEntered =
          colon >= 0
              ? enterRoot(number.substring(0, colon), first.getAsInt())
              : enter(first.getAsInt(), end.getAsInt());
      at = close + 1;
      return isEntered;
    }

    private boolean enterRoot(String segment, int bus) {
      if (segment.length() < 4 || segment.length() > 8) {
        return false;
      }
      OptionalInt number = Tokens.hex(segment, segment.length());
      if (number.isEmpty() || number.getAsInt() < 0) {
        return false;
      }
      open.clear();
      open.push(new Bus(at, number.getAsInt(), bus, null));
      evidence.rootBus(number.getAsInt(), bus);
      isRead = true;
      return true;
    }

    private boolean enter(int first, int end) {
      Bus outer = open.peek();
      if (outer == null || last == null) {
        return false;
      }
      Claims bridge = evidence.device(last);
      bridge.say(Fact.SECONDARY_BUS, first, place).say(Fact.SUBORDINATE_BUS, end, place);
      bridge.say(Fact.HEADER, HeaderType.BRIDGE, place);
      open.push(new Bus(at, outer.segment(), first, last));
      last = null;
      return true;
    }

    private boolean readFunction() {
      leaveBuses();
      Bus bus = open.peek();
      OptionalInt device = Tokens.hexAt(line, at, 2);
      boolean isFunction =
          device.isPresent()
              && device.getAsInt() < 32
              && at + 3 < line.length()
              && line.charAt(at + 2) == '.'
              && line.charAt(at + 3) >= '0'
              && line.charAt(at + 3) <= '7';
      if (bus == null || !isFunction) {
        return false;
      }
      last = new PciAddress(bus.segment(), bus.bus(), device.getAsInt(), line.charAt(at + 3) - '0');
      Claims claims = evidence.device(last);
      if (bus.bridge() == null) {
        claims.deny(Fact.UPSTREAM, place);
      } else {
        claims.say(Fact.UPSTREAM, bus.bridge(), place);
      }
      isRead = true;
      at += 4;
      return !readName(claims);
    }

    /** The name stands after two blanks and is the last of its line. */
    private boolean readName(Claims claims) {
      if (!line.startsWith("  ", at)) {
        return false;
      }
      String name = line.substring(at).strip();
      new Ids(name).tell(claims, Fact.VENDOR, Fact.DEVICE, place);
      claims.say(Fact.NAME, LspciText.productIn(name), place);
      return true;
    }

    private void leaveBuses() {
      if (last != null) {
        return;
      }
      while (!open.isEmpty() && open.peek().column() >= at) {
        open.pop();
      }
    }
  }
}
