package org.iommuscope.app.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every format, chosen by a file's suffix. */
public final class Exports {

  public static final List<Export> ALL =
      List.of(
          new SvgExport(),
          new PngExport(),
          new PdfExport(),
          new HtmlExport(),
          new DotExport(),
          new GraphMlExport());

  private Exports() {}

  /** The format that a file's name asks for. */
  public static Optional<Export> forFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(export -> lower.endsWith(export.suffix())).findFirst();
  }

  /** The suffixes as a list for people. */
  public static String suffixes() {
    return String.join(", ", ALL.stream().map(Export::suffix).toList());
  }
}
