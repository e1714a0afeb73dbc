package org.iommuscope.app.ui.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.iommuscope.app.canvas.CanvasSurface;
import org.iommuscope.app.canvas.Fonts;
import org.iommuscope.app.canvas.View;
import org.iommuscope.app.drawing.Detail;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.drawing.Role;
import org.iommuscope.app.layout.Box;

/**
 * A view on a drawing of any size, made of tiles that are painted once and then only moved.
 *
 * <p>A tile that comes into sight is painted in the same frame, so that none is ever blank.
 */
public final class PictureTiles extends Region {

  private static final int TILE = 512;

  private record Place(int column, int row) {}

  private final Fonts fonts;
  private final Rectangle clip = new Rectangle();
  private final Map<Place, Canvas> tiles = new HashMap<>();
  private final Deque<Canvas> spare = new ArrayDeque<>();
  private Optional<Drawing> drawing = Optional.empty();
  private Palette palette = Palette.LIGHT;
  private double zoom = 1;
  private double left;
  private double top;

  public PictureTiles(Fonts fonts) {
    this.fonts = fonts;
    setClip(clip);
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
  }

  /** Shows another drawing or theme at the same place. */
  public void show(Drawing shown, Palette colours) {
    drawing = Optional.of(shown);
    palette = colours;
    dropAll();
    requestLayout();
  }

  /**
   * Moves the view.
   *
   * @param x the drawing's point at the view's left edge
   * @param y the drawing's point at the view's upper edge
   * @param scale pixels of the screen for a pixel of the drawing
   */
  public void look(double x, double y, double scale) {
    if (scale != zoom) {
      zoom = scale;
      dropAll();
    }
    // Whole pixels, so that a tile is copied and not resampled.
    left = Math.rint(x * zoom);
    top = Math.rint(y * zoom);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (drawing.isEmpty() || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    int firstColumn = tileAt(left);
    int lastColumn = tileAt(left + getWidth() - 1);
    int firstRow = tileAt(top);
    int lastRow = tileAt(top + getHeight() - 1);
    retire(firstColumn - 1, lastColumn + 1, firstRow - 1, lastRow + 1);
    for (int column = firstColumn; column <= lastColumn; column++) {
      for (int row = firstRow; row <= lastRow; row++) {
        tiles.computeIfAbsent(new Place(column, row), this::paint);
      }
    }
    tiles.forEach(this::move);
  }

  private static int tileAt(double position) {
    return (int) Math.floor(position / TILE);
  }

  private void move(Place place, Canvas tile) {
    tile.setTranslateX(place.column() * TILE - left);
    tile.setTranslateY(place.row() * TILE - top);
  }

  /** Takes away what is out of sight by more than a tile. */
  private void retire(int firstColumn, int lastColumn, int firstRow, int lastRow) {
    tiles
        .entrySet()
        .removeIf(entry -> {
          Place place = entry.getKey();
          boolean near =
              place.column() >= firstColumn
                  && place.column() <= lastColumn
                  && place.row() >= firstRow
                  && place.row() <= lastRow;
          if (!near) {
            putAside(entry.getValue());
          }
          return !near;
        });
  }

  private void dropAll() {
    tiles.values().forEach(this::putAside);
    tiles.clear();
  }

  private void putAside(Canvas tile) {
    tile.setVisible(false);
    spare.push(tile);
  }

  private Canvas paint(Place place) {
    Canvas tile = spare.isEmpty() ? added() : spare.pop();
    tile.setVisible(true);
    GraphicsContext context = tile.getGraphicsContext2D();
    context.setFill(Color.web("#%06x".formatted(palette.rgb(Ink.of(Role.BACKGROUND)))));
    context.fillRect(0, 0, TILE, TILE);
    double side = TILE / zoom;
    Box seen = new Box(place.column() * side, place.row() * side, side, side);
    CanvasSurface surface =
        new CanvasSurface(
            context, palette, fonts, new View(zoom, -place.column() * TILE, -place.row() * TILE));
    drawing.ifPresent(shown -> shown.paint(surface, Detail.at(zoom), seen));
    return tile;
  }

  private Canvas added() {
    Canvas tile = new Canvas(TILE, TILE);
    tile.setManaged(false);
    getChildren().add(tile);
    return tile;
  }
}
