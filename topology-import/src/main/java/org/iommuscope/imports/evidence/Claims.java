package org.iommuscope.imports.evidence;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.model.topology.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed of one device, group or host. The first claim of a fact counts; a later one that
 * says something else becomes a note that names both places.
 */
public final class Claims {

  private final String subject;
  private final ImportNotes notes;
  private final Map<Fact<?>, Claim<?>> claims = new IdentityHashMap<>(8);

  Claims(String subject, ImportNotes notes) {
    this.subject = subject;
    this.notes = notes;
  }

  /** Claims that a fact has this value. */
  public <T> Claims say(Fact<T> fact, T value, Place place) {
    return add(fact, new Claim<>(Reading.of(value), place));
  }

  /** Claims a fact where there is one. */
  public <T> Claims say(Fact<T> fact, Optional<T> value, Place place) {
    value.ifPresent(each -> say(fact, each, place));
    return this;
  }

  /** Claims that there is no such thing: a function without driver, a function in no group. */
  public Claims deny(Fact<?> fact, Place place) {
    return add(fact, new Claim<>(Reading.absent(), place));
  }

  private <T> Claims add(Fact<T> fact, Claim<T> claim) {
    Claim<?> known = claims.putIfAbsent(fact, claim);
    if (known != null && fact.isCompared() && !known.reading().equals(claim.reading())) {
      notes.contradiction(
          claim.place().file(),
          claim.place().line(),
          "%s of %s: %s here, %s at %s; the first counts"
              .formatted(fact, subject, claim.words(), known.words(), known.place()));
    }
    return this;
  }

  /** What is claimed of a fact; unread where nothing is. */
  public <T> Reading<T> reading(Fact<T> fact) {
    Claim<T> claim = claim(fact);
    return claim == null ? Reading.unread() : claim.reading();
  }

  /** Where a fact is claimed. */
  public Optional<Place> placeOf(Fact<?> fact) {
    return Optional.ofNullable(claim(fact)).map(Claim::place);
  }

  @SuppressWarnings("unchecked") // say and deny put no other claim under a fact
  private <T> @Nullable Claim<T> claim(Fact<T> fact) {
    return (Claim<T>) claims.get(fact);
  }

  /** Each claimed fact's place. */
  Map<Fact<?>, Place> places() {
    Map<Fact<?>, Place> places = new IdentityHashMap<>(claims.size());
    claims.forEach((fact, claim) -> places.put(fact, claim.place()));
    return places;
  }
}
