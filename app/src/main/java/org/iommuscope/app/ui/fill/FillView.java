package org.iommuscope.app.ui.fill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Patience;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.SignMark;
import org.iommuscope.model.planning.Requests;
import org.iommuscope.model.topology.HostUse;

/** Rows of wishes, what the host keeps, and what was found, with its reasons. */
public final class FillView extends VBox {

  private static final double WIDTH = 720;

  private final FillViewModel model;
  private final VBox rows = new VBox(8);
  private final List<WishRow> wishes = new ArrayList<>();
  private final Map<HostUse.Kind, CheckBox> kept = new EnumMap<>(HostUse.Kind.class);
  private final SignMark sign;
  private final Sentence headline = new Sentence("");
  private final VBox found = new VBox();
  private final Button take = new Button("Take it all into the plan");
  private int made;

  /**
   * An editor with one wish.
   *
   * @param leave closes the sheet
   */
  public FillView(FillViewModel model, Runnable leave) {
    this.model = model;
    sign = new SignMark(model.contentProperty().get().answer());
    setId("fill");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    Button more = new Button("Another kind of guest");
    more.setId("wish-more");
    more.getStyleClass().add("small-action");
    more.setOnAction(pressed -> add());
    getChildren().addAll(rows, more, keeping(), buttons(leave), answer());
    begin(model.written());
    model.contentProperty().subscribe(this::show);
  }

  /** With the wishes of the plan's file, or one to fill in. */
  private void begin(Requests written) {
    written.guests().forEach(request -> add().take(request));
    if (wishes.isEmpty()) {
      add();
    }
  }

  private WishRow add() {
    List<String> taken = wishes.stream().map(WishRow::name).toList();
    made++;
    WishRow row =
        new WishRow(made, model.freeName(taken), model.kinds(), model.nodes(), this::remove);
    wishes.add(row);
    rows.getChildren().add(row);
    return row;
  }

  private void remove(WishRow row) {
    wishes.remove(row);
    rows.getChildren().remove(row);
  }

  private VBox keeping() {
    Set<HostUse.Kind> untold = model.untold();
    HBox line = new HBox(new Label("The host keeps"));
    line.getStyleClass().add("entry");
    for (HostUse.Kind kind : HostUse.Kind.values()) {
      if (!untold.contains(kind)) {
        line.getChildren().add(keep(kind));
      }
    }
    VBox all = new VBox(4, line);
    if (!untold.isEmpty()) {
      String kinds = untold.stream().map(FillView::words).collect(Collectors.joining(", "));
      Sentence missing = new Sentence("Not captured, and so not kept: " + kinds);
      missing.getStyleClass().add("muted");
      all.getChildren().add(missing);
    }
    line.setVisible(!kept.isEmpty());
    line.setManaged(!kept.isEmpty());
    return all;
  }

  private CheckBox keep(HostUse.Kind kind) {
    CheckBox box = new CheckBox(words(kind));
    box.setId("keep-" + kind.word());
    box.setSelected(true);
    kept.put(kind, box);
    return box;
  }

  private static String words(HostUse.Kind kind) {
    return switch (kind) {
      case DISK -> "its disks";
      case UPLINK -> "its default route";
      case CONSOLE -> "its console";
      case KEYBOARD -> "its keyboard";
    };
  }

  private HBox buttons(Runnable leave) {
    Button find = new Button("Find devices");
    find.setId("fill-find");
    find.getStyleClass().add("accent");
    find.setOnAction(pressed -> find());
    take.setId("fill-take");
    take.setOnAction(pressed -> {
      leave.run();
      model.take();
    });
    HBox line =
        new HBox(find, take, new Patience(model.looksProperty(), "looks taken", model::cancel));
    line.getStyleClass().add("sheet-buttons");
    return line;
  }

  private void find() {
    Set<HostUse.Kind> keep = EnumSet.noneOf(HostUse.Kind.class);
    kept.forEach((kind, box) -> {
      if (box.isSelected()) {
        keep.add(kind);
      }
    });
    model.find(wishes.stream().flatMap(row -> row.request().stream()).toList(), keep);
  }

  private VBox answer() {
    headline.setId("fill-headline");
    headline.getStyleClass().add("headline");
    HBox.setHgrow(headline, Priority.ALWAYS);
    HBox head = new HBox(sign, headline);
    head.getStyleClass().add("reply-row");
    found.getStyleClass().add("options");
    found.setId("fill-found");
    return new VBox(8, head, found);
  }

  private void show(FillViewModel.Content content) {
    sign.show(content.answer());
    sign.setVisible(!content.headline().isEmpty());
    headline.setText(content.headline());
    take.setDisable(content.made() == null);
    List<Node> lines = new ArrayList<>();
    if (!content.sentences().isEmpty()) {
      lines.add(sentences(content));
    }
    content.chosen().forEach(chosen -> lines.add(chosen(chosen)));
    found.getChildren().setAll(lines);
  }

  /** What the host would lose stands out; a reason why there is nothing is only read. */
  private static VBox sentences(FillViewModel.Content content) {
    VBox all = new VBox();
    all.getStyleClass().add("losses");
    for (String text : content.sentences()) {
      Sentence sentence = new Sentence(text);
      sentence.getStyleClass().add(content.made() == null ? "advice" : "loss");
      all.getChildren().add(sentence);
    }
    return all;
  }

  private static VBox chosen(FillViewModel.Chosen chosen) {
    Sentence title = new Sentence(chosen.title());
    title.getStyleClass().add("trouble-title");
    VBox card = new VBox(title);
    chosen
        .reasons()
        .forEach(reason -> {
          Sentence line = new Sentence(reason);
          line.getStyleClass().add("muted");
          card.getChildren().add(line);
        });
    return card;
  }
}
