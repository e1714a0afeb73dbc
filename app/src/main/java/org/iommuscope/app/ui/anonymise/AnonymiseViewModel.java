package org.iommuscope.app.ui.anonymise;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Anonymising;
import org.jspecify.annotations.Nullable;

/** The preview of an anonymised capture: every value with its mask, and what is left out. */
public final class AnonymiseViewModel {

  /**
   * What there is to see.
   *
   * @param rows a replaced value each
   * @param canSave whether something was made that can be written
   */
  public record Content(
      String headline, List<Anonymising.Row> rows, String leftOut, boolean canSave) {
    public Content {
      rows = List.copyOf(rows);
    }
  }

  private final Anonymising anonymising;
  private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(waiting());

  public AnonymiseViewModel(Anonymising anonymising) {
    this.anonymising = anonymising;
    anonymising.previewProperty().subscribe(this::show);
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** Asks for a preview of what is open. */
  public void ask() {
    anonymising.ask();
  }

  private void show(Anonymising.@Nullable Preview preview) {
    content.set(preview == null ? waiting() : contentOf(preview));
  }

  private static Content waiting() {
    return new Content("Looking for what names people and machines…", List.of(), "", false);
  }

  private static Content contentOf(Anonymising.Preview preview) {
    if (!preview.refusal().isEmpty()) {
      return new Content(preview.refusal(), List.of(), "", false);
    }
    int count = preview.rows().size();
    String headline =
        count == 0
            ? "Nothing to replace was found"
            : count == 1 ? "One value is replaced" : count + " values are replaced";
    return new Content(
        headline + "; mdevs keep their UUIDs and functions their addresses.",
        preview.rows(),
        preview.leftOut(),
        true);
  }
}
