package org.iommuscope.imports.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.EvidenceHost;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;

/**
 * What Jazzer calls with each input: one reader, named by the property {@code reader}, or all of
 * them in a row where there is none.
 */
public final class FuzzedReader {

  private static final String READER = System.getProperty("reader", "");

  private FuzzedReader() {}

  /** Loads what every reader needs, so that no input is blamed for the time that this takes. */
  public static void fuzzerInitialize() {
    if (!READER.isEmpty() && TextFormats.readers().stream().noneMatch(FuzzedReader::isMeant)) {
      throw new IllegalArgumentException("no reader is called " + READER);
    }
    FuzzSeeds.all().forEach(text -> fuzzerTestOneInput(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    TextDump text = TextDump.of("fuzzed", input);
    Evidence evidence = new Evidence(new ImportNotes());
    if (READER.isEmpty()) {
      TextFormats.read(text, evidence, ImportProgress.unwatched());
    } else {
      TextFormats.readers().stream()
          .filter(FuzzedReader::isMeant)
          .forEach(reader -> reader.read(text, evidence));
    }
    EvidenceHost.of(evidence, PciNames::none);
    evidence.notes().toList();
  }

  private static boolean isMeant(TextReader reader) {
    return nameOf(reader).equals(READER);
  }

  private static String nameOf(TextReader reader) {
    return reader.title().replaceAll("[^A-Za-z]+", "-");
  }

  /** Prints the names of all readers; with a folder, writes the first inputs there. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      TextFormats.readers().forEach(reader -> System.out.println(nameOf(reader)));
      return;
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> texts = FuzzSeeds.all();
    for (int i = 0; i < texts.size(); i++) {
      Files.writeString(folder.resolve("seed" + i), texts.get(i), StandardCharsets.UTF_8);
    }
  }
}
