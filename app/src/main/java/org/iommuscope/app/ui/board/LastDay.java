package org.iommuscope.app.ui.board;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A day to choose or to type as the plan file has it; none is for ever. */
final class LastDay extends DatePicker {

  LastDay(Optional<LocalDate> day) {
    super(day.orElse(null));
    setPrefWidth(140);
    setMinWidth(USE_PREF_SIZE);
    setPromptText("for ever");
    setAccessibleText("The last day of the waiver");
    setConverter(new AsWritten());
  }

  Optional<LocalDate> day() {
    return Optional.ofNullable(getValue());
  }

  /** {@code 2027-01-31}. */
  private static final class AsWritten extends StringConverter<@Nullable LocalDate> {

    @Override
    public String toString(@Nullable LocalDate day) {
      return day == null ? "" : day.toString();
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
      try {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
      } catch (DateTimeException none) {
        return null;
      }
    }
  }
}
