package org.iommuscope.imports.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.iommuscope.imports.FuzzedSources;
import org.iommuscope.imports.definitions.FuzzedDefinitions;
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
  private static final Map<String, Consumer<byte[]>> MEANT = meant();

  private FuzzedReader() {}

  private static Map<String, Consumer<byte[]>> meant() {
    Map<String, Consumer<byte[]>> meant = targets();
    if (!READER.isEmpty()) {
      meant.keySet().retainAll(List.of(READER));
    }
    return meant;
  }

  /** Every reader, by its name. */
  private static Map<String, Consumer<byte[]>> targets() {
    Map<String, Consumer<byte[]>> targets = new LinkedHashMap<>();
    for (TextReader reader : TextFormats.readers()) {
      targets.put(
          reader.title().replaceAll("[^A-Za-z]+", "-"),
          input -> read(input, (text, evidence) -> reader.read(text, evidence)));
    }
    targets.put(
        "all-texts",
        input ->
            read(
                input,
                (text, evidence) -> TextFormats.read(text, evidence, ImportProgress.unwatched())));
    targets.putAll(FuzzedDefinitions.targets());
    targets.putAll(FuzzedSources.targets());
    return targets;
  }

  /** Loads what every reader needs, so that no input is blamed for the time that this takes. */
  public static void fuzzerInitialize() {
    if (MEANT.isEmpty()) {
      throw new IllegalArgumentException("no reader is called " + READER);
    }
    FuzzSeeds.all().forEach(text -> fuzzerTestOneInput(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    MEANT.values().forEach(target -> target.accept(input));
  }

  /** Something that reads a text. */
  private interface Reading {
    void read(TextDump text, Evidence evidence);
  }

  private static void read(byte[] input, Reading reading) {
    Evidence evidence = new Evidence(new ImportNotes());
    reading.read(TextDump.of("fuzzed", input), evidence);
    EvidenceHost.of(evidence, PciNames::none);
    evidence.notes().toList();
  }

  /** Prints the names of all readers; with a folder, writes the first inputs there. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      targets().keySet().forEach(System.out::println);
      return;
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> texts = FuzzSeeds.all();
    for (int i = 0; i < texts.size(); i++) {
      Files.writeString(folder.resolve("seed" + i), texts.get(i), StandardCharsets.UTF_8);
    }
    Files.write(folder.resolve("zip"), FuzzedSources.zip());
    byte[] first = texts.getFirst().getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("tar"), FuzzedSources.report(first));
  }
}
