package org.iommuscope.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The functions of a dump, found by searching for words and by nothing that the readers use. */
final class SearchedFunctions {

  private static final Pattern LISTED =
      Pattern.compile("sys/bus/pci/devices/([^/]+)/?$|/([0-9a-f:]{10,12}\\.[0-7])/vendor$");
  private static final Pattern RECORDED =
      Pattern.compile("P: (\\S+)\n(?:[^P\n].*\n)*?E: SUBSYSTEM=pci\n");
  private static final Pattern ELEMENTS =
      Pattern.compile(
          "<domain>(\\w+)</domain>\\s*<bus>(\\w+)</bus>\\s*<slot>(\\w+)</slot>\\s*"
              + "<function>(0?x?[0-7])</function>");
  private static final Pattern BLOCK =
      Pattern.compile("<iommuGroup [^>]*[^/]>.*?</iommuGroup>", Pattern.DOTALL);
  private static final Pattern MEMBERS =
      Pattern.compile(
          "<address domain='(0x\\w+)' bus='(0x\\w+)' slot='(0x\\w+)' function='(0x\\w+)'");
  private static final Pattern GROUP = Pattern.compile("iommu_groups?[/=]|<iommuGroup");

  private SearchedFunctions() {}

  static Set<String> in(Path dump) throws IOException {
    if (isArchive(dump)) {
      return entries(dump)
          .flatMap(name -> LISTED.matcher(name).results().map(SearchedFunctions::name))
          .collect(Collectors.toCollection(TreeSet::new));
    }
    String text = Files.readString(dump, StandardCharsets.ISO_8859_1);
    return dump.toString().endsWith(".xml")
        ? Stream.concat(numbers(ELEMENTS, text), numbers(MEMBERS, groups(text)))
            .collect(Collectors.toSet())
        : RECORDED.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
  }

  /** Of a link to a function, or of the folder of one that has no link. */
  private static String name(MatchResult match) {
    return match.group(1) == null ? match.group(2) : match.group(1);
  }

  static boolean hasGroups(Path dump) throws IOException {
    return isArchive(dump)
        ? entries(dump).anyMatch(name -> GROUP.matcher(name).find())
        : GROUP.matcher(Files.readString(dump, StandardCharsets.ISO_8859_1)).find();
  }

  private static String groups(String text) {
    return BLOCK.matcher(text).results().map(MatchResult::group).collect(Collectors.joining());
  }

  private static Stream<String> numbers(Pattern address, String text) {
    return address
        .matcher(text)
        .results()
        .map(match ->
            Stream.of(match.group(1), match.group(2), match.group(3), match.group(4))
                .map(number -> Integer.decode(number).toString())
                .collect(Collectors.joining(":")));
  }

  private static boolean isArchive(Path dump) {
    Matcher suffix = Pattern.compile("\\.tar\\.(gz|bz2)$").matcher(dump.toString());
    return suffix.find();
  }

  private static Stream<String> entries(Path archive) throws IOException {
    Stream.Builder<String> names = Stream.builder();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        InputStream plain =
            archive.toString().endsWith("gz")
                ? new GzipCompressorInputStream(file)
                : new BZip2CompressorInputStream(file);
        TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names.build();
  }
}
