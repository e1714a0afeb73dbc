package org.iommuscope.testing.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.iommuscope.testing.synthetic.SyntheticFunction.Kind;
import org.iommuscope.testing.synthetic.SyntheticFunction.Slot;

/**
 * Fills buses with functions: each root port leads to a bus with a card of one to eight functions,
 * or with a physical function and its virtual ones; a segment has up to 248 root ports.
 */
final class FunctionPlacement {

  private static final Kind[] CARD = {Kind.DISPLAY, Kind.AUDIO, Kind.USB, Kind.STORAGE};
  private static final int FIRST_PORT = 8;
  private static final int PORTS = 248;

  /** The first virtual function's number: routing ids start at an offset, as on real cards. */
  private static final int FIRST_VIRTUAL = 0x80;

  private final Random random;
  private final List<SyntheticFunction> placed = new ArrayList<>();
  private int virtualLeft;
  private int othersLeft;
  private int ports;

  private FunctionPlacement(HostSize size) {
    random = new Random(size.seed());
    virtualLeft = size.virtualFunctions();
    othersLeft = size.functions() - size.virtualFunctions();
  }

  /** The functions in the order of their addresses below each port. */
  static List<SyntheticFunction> of(HostSize size) {
    FunctionPlacement placement = new FunctionPlacement(size);
    while (placement.othersLeft > 0) {
      placement.placePort();
    }
    if (placement.virtualLeft > 0) {
      throw new IllegalArgumentException("too many virtual functions for so few others");
    }
    return List.copyOf(placement.placed);
  }

  private void placePort() {
    int segment = ports / PORTS;
    int number = FIRST_PORT + ports % PORTS;
    int bus = ports % PORTS + 1;
    ports++;
    Slot slot = new Slot(segment, 0, number, Optional.empty(), bus);
    add(slot, Kind.ROOT_PORT, List.of(), Optional.empty());
    if (othersLeft > 0) {
      placeCard(new Slot(segment, bus, 0, Optional.of(slot.address()), 0));
    }
  }

  private void placeCard(Slot first) {
    int virtual = Math.min(virtualLeft, Math.max(8 + random.nextInt(57), virtualPerCard()));
    if (virtual > 0) {
      placePhysicalFunction(first, virtual);
    } else {
      int functions = Math.min(othersLeft, 1 + random.nextInt(8));
      for (int number = 0; number < functions; number++) {
        Kind kind = random.nextInt(8) == 0 ? Kind.UNUSED : CARD[number % CARD.length];
        add(at(first, number), kind, List.of(), Optional.empty());
      }
    }
  }

  /** Each card costs a port and a physical function, so few others need many virtual ones each. */
  private int virtualPerCard() {
    return Math.min(127, 2 * virtualLeft / Math.max(1, othersLeft) + 1);
  }

  private void placePhysicalFunction(Slot first, int virtual) {
    List<Slot> slots =
        IntStream.range(0, virtual).mapToObj(nth -> at(first, FIRST_VIRTUAL + nth)).toList();
    add(first, Kind.NETWORK, slots.stream().map(Slot::address).toList(), Optional.empty());
    slots.forEach(slot -> add(slot, Kind.VIRTUAL, List.of(), Optional.of(first.address())));
  }

  private void add(Slot slot, Kind kind, List<String> virtual, Optional<String> physical) {
    placed.add(new SyntheticFunction(slot, kind, virtual, physical));
    if (kind == Kind.VIRTUAL) {
      virtualLeft--;
    } else {
      othersLeft--;
    }
  }

  private static Slot at(Slot first, int number) {
    return new Slot(first.segment(), first.bus(), number, first.port(), 0);
  }
}
