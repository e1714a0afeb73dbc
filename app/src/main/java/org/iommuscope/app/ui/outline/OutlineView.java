package org.iommuscope.app.ui.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.iommuscope.app.ui.sign.Told;
import org.iommuscope.app.ui.term.Term;
import org.iommuscope.app.ui.term.TermTooltip;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciFunction;

/** The table: one row per device, sortable by every column, with a rail beside each group. */
public final class OutlineView extends TableView<OutlineRow> {

  /** Of a column, so that its short heading is not cut in the smallest window. */
  private static final double LEAST_WIDTH = 54;

  private final OutlineViewModel model;
  private final ObservableList<OutlineRow> rows = FXCollections.observableArrayList();
  private final Label nothing = new Label();
  private boolean showsSelection;

  public OutlineView(OutlineViewModel model) {
    this.model = model;
    setId("outline");
    getStyleClass().addAll("outline", "dense");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    nothing.setWrapText(true);
    setPlaceholder(nothing);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    addColumns();
    SortedList<OutlineRow> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setRowFactory(table -> new OutlineTableRow(model));
    model.rowsProperty().subscribe(this::show);
    model.selectionSource().subscribe(now -> showSelection());
    getSelectionModel().getSelectedItems().subscribe(this::select);
  }

  private void addColumns() {
    TableColumn<OutlineRow, OutlineRow> address = column("Address", 152, row -> row);
    address.setComparator(Comparator.comparing(OutlineRow::ref));
    address.setCellFactory(column -> new AddressCell());
    TableColumn<OutlineRow, OutlineRow> group = column("Group", 62, row -> row);
    group.setComparator(
        Comparator.comparing(row -> row.group().map(id -> id.number()).orElse(Integer.MAX_VALUE)));
    group.setCellFactory(column -> new GroupRailCell());
    TableColumn<OutlineRow, OutlineRow> verdict = column("Verdict", 128, row -> row);
    verdict.setComparator(Comparator.comparing(OutlineRow::verdict));
    verdict.setCellFactory(column -> new VerdictCell());
    getColumns().add(address);
    getColumns().add(column("Name", 180, OutlineRow::name));
    getColumns().add(column("Class", 144, row -> row.kind().word()));
    getColumns().add(column("Driver", 96, OutlineRow::driver));
    getColumns().add(group);
    getColumns().add(column("NUMA", 54, OutlineView::numaNode));
    getColumns().add(column("Guest", 54, OutlineRow::guest));
    getColumns().add(verdict);
  }

  private static <T> TableColumn<OutlineRow, T> column(
      String title, double width, Function<OutlineRow, T> value) {
    TableColumn<OutlineRow, T> column = new TableColumn<>();
    Label heading = new Label(title);
    meaningOf(title).map(TermTooltip::new).ifPresent(heading::setTooltip);
    column.setGraphic(heading);
    column.setId("outline-" + title.toLowerCase(java.util.Locale.ROOT));
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, LEAST_WIDTH));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    return column;
  }

  private static Optional<Term> meaningOf(String title) {
    return switch (title) {
      case "Address" -> Optional.of(Term.FUNCTION);
      case "Class" -> Optional.of(Term.CLASS);
      case "Driver" -> Optional.of(Term.DRIVER);
      case "Group" -> Optional.of(Term.IOMMU_GROUP);
      case "NUMA" -> Optional.of(Term.NUMA_NODE);
      case "Guest" -> Optional.of(Term.GUEST);
      case "Verdict" -> Optional.of(Term.VERDICT);
      default -> Optional.empty();
    };
  }

  private static String numaNode(OutlineRow row) {
    return row.device() instanceof PciFunction function
        ? Told.text(function.placement().numaNode(), "")
        : "";
  }

  private void show(List<OutlineRow> changed) {
    showsSelection = true;
    nothing.setText(model.reasonForNothing());
    rows.setAll(changed);
    showsSelection = false;
    showSelection();
  }

  private void showSelection() {
    Set<DeviceRef> wanted = model.selection();
    if (showsSelection || wanted.equals(selectedDevices())) {
      return;
    }
    showsSelection = true;
    getSelectionModel().clearSelection();
    for (int at = 0; at < getItems().size(); at++) {
      if (wanted.contains(getItems().get(at).ref())) {
        getSelectionModel().select(at);
        scrollTo(Math.max(0, at - 3));
      }
    }
    showsSelection = false;
  }

  private void select() {
    if (!showsSelection) {
      showsSelection = true;
      model.select(new ArrayList<>(selectedDevices()));
      showsSelection = false;
    }
  }

  private Set<DeviceRef> selectedDevices() {
    return getSelectionModel().getSelectedItems().stream()
        .map(OutlineRow::ref)
        .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
  }
}
