package org.iommuscope.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.iommuscope.app.canvas.Fonts;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.app.ui.diagram.PictureTiles;
import org.iommuscope.testing.synthetic.HostSize;

/** Dragging the picture of a huge host, every fold open, on the software pipeline. */
final class PanningBenchmark implements Benchmark {

  private static final double LIMIT = 16;
  private static final int WIDTH = 1600;

  /** The headless screen's pixels end before a thousandth line of this width. */
  private static final int HEIGHT = 999;

  private static final int WARM_UP = 60;
  private static final int FRAMES = 200;
  private static final int SWING = 130;
  private static final double NANOSECONDS = 1e6;

  @Override
  public List<Figure> measure() throws Exception {
    Drawing drawing =
        Drawing.of(
            TreeLayout.place(
                TopologyGraph.of(Hosts.of(HostSize.HUGE)),
                FontMeasure.load(),
                OptionalDouble.empty(),
                Folding.NONE));
    double fit = Math.min(WIDTH / drawing.bounds().width(), HEIGHT / drawing.bounds().height());
    CompletableFuture<PictureTiles> shown = new CompletableFuture<>();
    Platform.startup(() -> shown.complete(show(drawing)));
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("at 100 %", pan(shown.get(), 1)));
    figures.add(figure("at fit", pan(shown.get(), fit)));
    return figures;
  }

  private static Figure figure(String zoom, double millis) {
    return Figure.of(
        "Panning %,d functions %s, CPU a frame".formatted(HostSize.HUGE.functions(), zoom),
        millis,
        LIMIT,
        "ms");
  }

  private static PictureTiles show(Drawing drawing) {
    PictureTiles tiles = new PictureTiles(Fonts.load());
    tiles.show(drawing, Palette.LIGHT);
    Stage stage = new Stage();
    stage.setScene(new Scene(new StackPane(tiles), WIDTH, HEIGHT));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    return tiles;
  }

  /** Milliseconds of CPU for a frame, while every frame shows another part. */
  private static double pan(PictureTiles tiles, double zoom) throws Exception {
    CompletableFuture<Double> measured = new CompletableFuture<>();
    Platform.runLater(() -> new Panning(tiles, zoom, measured).start());
    return measured.get();
  }

  private static final class Panning extends AnimationTimer {

    private final PictureTiles tiles;
    private final double zoom;
    private final CompletableFuture<Double> measured;
    private int frame;
    private long begin;

    Panning(PictureTiles tiles, double zoom, CompletableFuture<Double> measured) {
      this.tiles = tiles;
      this.zoom = zoom;
      this.measured = measured;
    }

    @Override
    public void handle(long now) {
      // To and fro, so that a picture that fits stays in sight.
      int way = SWING - Math.abs(frame % (2 * SWING) - SWING);
      tiles.look((way * 8 - 200) / zoom, (way * 5 - 200) / zoom, zoom);
      if (frame == WARM_UP) {
        begin = painterNanos();
      } else if (frame == WARM_UP + FRAMES) {
        stop();
        measured.complete((painterNanos() - begin) / NANOSECONDS / FRAMES);
      }
      frame++;
    }
  }

  /** CPU time so far of the JavaFX thread and of the painters. */
  private static long painterNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo thread = threads.getThreadInfo(id);
      if (thread != null && isPainter(thread.getThreadName())) {
        sum += Math.max(0, threads.getThreadCpuTime(id));
      }
    }
    return sum;
  }

  private static boolean isPainter(String name) {
    return name.startsWith("JavaFX Application")
        || name.startsWith("QuantumRenderer")
        || name.startsWith("Prism");
  }
}
