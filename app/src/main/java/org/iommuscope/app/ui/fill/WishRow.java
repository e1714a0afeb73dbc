package org.iommuscope.app.ui.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.iommuscope.app.export.FillText;
import org.iommuscope.model.planning.GuestRequest;
import org.jspecify.annotations.Nullable;

/** So many guests, their name, what each gets, and where from. */
final class WishRow extends VBox {

  private static final int MOST = 512;

  /** Where devices are taken from: anywhere, from one node for each guest, or from this node. */
  private record From(boolean sameNode, OptionalInt node, String text) {}

  private static final From ANYWHERE = new From(false, OptionalInt.empty(), "from anywhere");
  private static final From ONE_NODE =
      new From(true, OptionalInt.empty(), "all from one NUMA node");

  private final List<WishKind> kinds;
  private final List<Integer> nodes;
  private final int number;
  private final Spinner<Integer> guests = counter(1);
  private final TextField name = new TextField();
  private final ComboBox<From> from = new ComboBox<>();
  private final VBox devices = new VBox(6);
  private final List<Device> wanted = new ArrayList<>();

  /**
   * A row for one guest with one device.
   *
   * @param number of the row, counted from 1
   * @param remove takes the row away
   */
  WishRow(
      int number,
      String freeName,
      List<WishKind> kinds,
      List<Integer> nodes,
      Consumer<WishRow> remove) {
    this.number = number;
    this.kinds = kinds;
    this.nodes = nodes;
    getStyleClass().addAll("guest-card", "wish-card");
    guests.setId("wish-%d-guests".formatted(number));
    name.setText(freeName);
    name.setId("wish-%d-name".formatted(number));
    name.setPrefColumnCount(6);
    from.setId("wish-%d-from".formatted(number));
    from.getItems().setAll(places(nodes));
    from.setValue(ANYWHERE);
    from.setConverter(new Words<>(From::text));
    Button more = small("And a device", "more", this::add);
    Label named = label("");
    guests.valueProperty().subscribe(count -> named.setText(count == 1 ? "guest" : "guests"));
    HBox head = new HBox(guests, named, label("named"), name, label("with"));
    head.getStyleClass().add("wish");
    HBox foot = new HBox(from, more, small("Remove", "remove", () -> remove.accept(this)));
    foot.getStyleClass().add("wish");
    getChildren().addAll(head, devices, foot);
    add();
  }

  private static List<From> places(List<Integer> nodes) {
    return Stream.concat(
            Stream.of(ANYWHERE, ONE_NODE),
            nodes.stream()
                .map(node -> new From(false, OptionalInt.of(node), "from NUMA node " + node)))
        .toList();
  }

  /** Asks for what was wished for elsewhere. */
  void take(GuestRequest request) {
    guests.getValueFactory().setValue(request.guests());
    name.setText(request.name());
    places(nodes).stream()
        .filter(place -> place.sameNode() == request.sameNode())
        .filter(place -> place.node().equals(request.node()))
        .findFirst()
        .ifPresent(from::setValue);
    wanted.clear();
    devices.getChildren().clear();
    request.devices().forEach(device -> add().take(device));
  }

  /** What the row asks for; empty where it has no name, or nothing is chosen. */
  Optional<GuestRequest> request() {
    List<GuestRequest.DeviceRequest> requests =
        wanted.stream().flatMap(device -> device.request().stream()).toList();
    String called = name.getText().strip();
    return requests.isEmpty() || called.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GuestRequest(
                called,
                guests.getValue(),
                from.getValue().sameNode(),
                from.getValue().node(),
                requests));
  }

  String name() {
    return name.getText().strip();
  }

  private Device add() {
    Device device = new Device(wanted.size() + 1);
    wanted.add(device);
    devices.getChildren().add(device);
    return device;
  }

  private Button small(String text, String id, Runnable action) {
    Button button = new Button(text);
    button.setId("wish-%d-%s".formatted(number, id));
    button.getStyleClass().add("small-action");
    button.setOnAction(pressed -> action.run());
    return button;
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Spinner<Integer> counter(int initial) {
    Spinner<Integer> counter = new Spinner<>(1, MOST, initial);
    counter.setEditable(true);
    counter.setPrefWidth(76);
    counter.setMinWidth(76);
    return counter;
  }

  /** So many of a kind. */
  private final class Device extends HBox {

    private final Spinner<Integer> count = counter(1);
    private final ComboBox<WishKind> kind = new ComboBox<>();

    Device(int place) {
      getStyleClass().add("wish");
      count.setId("wish-%d-count-%d".formatted(number, place));
      kind.setId("wish-%d-kind-%d".formatted(number, place));
      kind.setPrefWidth(380);
      kind.getItems().setAll(kinds);
      kind.setConverter(new Words<>(WishKind::text));
      if (!kinds.isEmpty()) {
        kind.setValue(kinds.getFirst());
      }
      getChildren().addAll(count, label("×"), kind);
    }

    /** Asks for what was wished for elsewhere, which need not be among the usual kinds. */
    void take(GuestRequest.DeviceRequest request) {
      WishKind wished =
          kinds.stream()
              .filter(usual -> usual.kind().equals(request.kind()))
              .findFirst()
              .orElseGet(() -> new WishKind(FillText.words(request.kind()), request.kind()));
      if (!kind.getItems().contains(wished)) {
        kind.getItems().add(wished);
      }
      count.getValueFactory().setValue(request.count());
      kind.setValue(wished);
    }

    Optional<GuestRequest.DeviceRequest> request() {
      return Optional.ofNullable(kind.getValue())
          .map(chosen -> new GuestRequest.DeviceRequest(count.getValue(), chosen.kind()));
    }
  }

  /** Says values in words; nobody types them. */
  private static final class Words<T> extends StringConverter<T> {

    private final Function<T, String> word;

    Words(Function<T, String> word) {
      this.word = word;
    }

    @Override
    public String toString(@Nullable T value) {
      return value == null ? "" : word.apply(value);
    }

    @Override
    public T fromString(String text) {
      throw new UnsupportedOperationException("values are chosen and not typed");
    }
  }
}
