package org.iommuscope.app.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iommuscope.testing.synthetic.FolderTarget;
import org.iommuscope.testing.synthetic.HostSize;
import org.iommuscope.testing.synthetic.SyntheticHost;

/**
 * The launcher's {@code render} of a large capture, from process start to the end of the process,
 * beside lstopo (of Debian's package hwloc, with Cairo) on the same tree.
 */
final class RenderBenchmark implements Benchmark {

  private static final int RUNS = 3;
  private static final double SVG_LIMIT = 1_500;

  /** A PNG has a width and a height at this byte. */
  private static final int SIZE_AT = 16;

  /** With more pixels along a side than Cairo has, lstopo writes an empty file and says nothing. */
  private static final List<String> SMALL_ENOUGH_FOR_CAIRO =
      List.of("--fontsize", "5", "--gridsize", "2", "--linespacing", "1");

  @Override
  public List<Figure> measure() throws Exception {
    try (RamDisk disk = RamDisk.open()) {
      Path archive = disk.archive(HostSize.LARGE);
      Path tree = Files.createDirectory(disk.folder().resolve("tree"));
      new SyntheticHost(HostSize.LARGE).writeTo(new FolderTarget(tree));
      Path ours = disk.folder().resolve("ours.png");
      Path theirs = disk.folder().resolve("theirs.png");
      List<String> unfolded = new ArrayList<>(List.of("--no-collapse", "--whole-io"));
      unfolded.addAll(SMALL_ENOUGH_FOR_CAIRO);
      return List.of(
          svg(archive, disk.folder().resolve("ours.svg")),
          png("folded", archive, ours, List.of(), tree, theirs, List.of()),
          png("unfolded", archive, ours, List.of("--unfold"), tree, theirs, unfolded));
    }
  }

  private static Figure svg(Path archive, Path picture) throws Exception {
    double millis = least(render(archive, picture, List.of()));
    return Figure.of(what("SVG", "folded"), millis, SVG_LIMIT, "ms");
  }

  private static Figure png(
      String folding,
      Path archive,
      Path ours,
      List<String> ourOptions,
      Path tree,
      Path theirs,
      List<String> theirOptions)
      throws Exception {
    double lstopo = least(lstopo(tree, theirs, theirOptions));
    double render = least(render(archive, ours, ourOptions));
    return new Figure(
        what("PNG", folding),
        render,
        lstopo,
        "ms",
        "lstopo %s: %.0f ms for %s pixels, %.1f times; ours has %s"
            .formatted(
                String.join(" ", theirOptions).strip(),
                lstopo,
                size(theirs),
                render / lstopo,
                size(ours)));
  }

  private static String what(String format, String folding) {
    return "render of %,d functions to %s, %s, from process start"
        .formatted(HostSize.LARGE.functions(), format, folding);
  }

  private static List<String> render(Path archive, Path picture, List<String> options) {
    List<String> command =
        new ArrayList<>(
            List.of("./iommuscope", "render", archive.toString(), "-o", picture.toString()));
    command.addAll(options);
    return command;
  }

  private static List<String> lstopo(Path tree, Path picture, List<String> options) {
    List<String> command =
        new ArrayList<>(List.of("lstopo", "--input", tree.toString(), "--force"));
    command.addAll(options);
    command.add(picture.toString());
    return command;
  }

  private static double least(List<String> command) throws Exception {
    return Stopwatch.leastMillis(
        RUNS,
        () -> {
          Process process =
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start();
          if (process.waitFor() != 0) {
            throw new IOException(command + " ended with status " + process.exitValue());
          }
          return process;
        });
  }

  private static String size(Path png) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(png))) {
      in.skipNBytes(SIZE_AT);
      return in.readInt() + " x " + in.readInt();
    }
  }
}
