package org.iommuscope.model.topology;

import java.util.Optional;
import java.util.function.Function;

/** What a capture says of one fact: it is there, the host has none, or the capture does not say. */
public sealed interface Reading<T> {

  /** The host has this value. */
  record Present<T>(T value) implements Reading<T> {}

  /** The host has none: the file or link would be there if it had. */
  record Absent<T>() implements Reading<T> {}

  /** The capture does not say. */
  record Unread<T>() implements Reading<T> {}

  static <T> Reading<T> of(T value) {
    return new Present<>(value);
  }

  static <T> Reading<T> absent() {
    return new Absent<>();
  }

  static <T> Reading<T> unread() {
    return new Unread<>();
  }

  default Optional<T> known() {
    return this instanceof Present<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  default boolean isUnread() {
    return this instanceof Unread<T>;
  }

  default <R> Reading<R> map(Function<T, R> change) {
    return switch (this) {
      case Present<T>(T value) -> new Present<>(change.apply(value));
      case Absent<T>() -> new Absent<>();
      case Unread<T>() -> new Unread<>();
    };
  }
}
