package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.iommuscope.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class ReportsTest {

  private static final Path DESKTOP = Path.of("..", "captures", "q35-desktop-k61");
  private static final String CAPTURE = DESKTOP.resolve("capture.tar.gz").toString();
  private static final Path GOLDENS = Path.of("src", "test", "resources", "reports");

  /** Names that are markup somewhere. */
  private static final String HOSTILE =
      """
      {"format": "iommuscope-plan/1", "guests": [
        {"name": "@all <img src=x onerror=alert(1)> [a](http://e.vil) | `x` ]]> \\u0007 #12 www.e.vil",
         "devices": [{"host": "0000:04:00.0"}]}],
       "waivers": [{"rule": "group-is-viable", "comment": "<script>alert(1)</script>\\n# big"}]}
      """;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "two-guests-split-a-group,1",
    "gpu-whole,0",
    "waived,1",
    "bind-beside-a-guest,1",
  })
  void writes_a_verdict_in_each_format(String plan, int status) throws IOException {
    CommandRun run = validate("../captures/q35-desktop-k61/plans/" + plan + "/plan.json");

    assertEquals(status, run.status(), run.toString());
    golden(plan, "junit.xml");
    golden(plan, "sarif.json");
    golden(plan, "report.md");
  }

  @Test
  void skips_what_is_undecided_and_says_the_question() throws IOException {
    Path plan =
        written(
            """
            {"format": "iommuscope-plan/1", "guests": [{"name": "A", "devices": [
              {"sysfsdev": "/sys/bus/mdev/devices/a0000000-0000-4000-8000-000000000004"}]}]}
            """);
    Path junit = folder.resolve("junit.xml");

    CommandRun run =
        CommandRun.of(
            "validate",
            Path.of("..", "captures", "q35-mdev-k510-after", "capture.tar.gz").toString(),
            plan.toString(),
            "--junit",
            junit.toString());

    assertEquals(3, run.status(), run.toString());
    assertTrue(Files.readString(junit).contains("skipped=\"1\""));
    assertTrue(Files.readString(junit).contains("<skipped message=\"UNDECIDED"));
  }

  @Test
  void says_that_a_waiver_has_expired_and_which_clash() throws IOException {
    String split = Files.readString(DESKTOP.resolve("plans/two-guests-split-a-group/plan.json"));
    Path plan =
        written(
            split.replaceFirst(
                "\n}\n$",
                """
                ,
                  "waivers": [
                    {"rule": "group-opens-once", "comment": "until the new card", "until": "2026-01-31"},
                    {"rule": "group-opens-once", "until": "2025-12-31"}
                  ]
                }
                """));

    CommandRun run = validate(plan.toString());

    assertEquals(1, run.status(), run.toString());
    for (String file : List.of("junit.xml", "sarif.json", "report.md", "report.html")) {
      String report = Files.readString(folder.resolve(file));
      assertTrue(report.contains("has expired"), file);
      assertTrue(report.contains("contradict each other"), file);
      assertFalse(report.contains("suppressions"), file);
    }
  }

  @Test
  void names_that_are_markup_stay_names() throws Exception {
    Path plan = written(HOSTILE);

    CommandRun run = validate(plan.toString());

    assertEquals(1, run.status(), run.toString());
    Document xml = parsed(folder.resolve("junit.xml"));
    assertTrue(
        xml.getElementsByTagName("testcase")
            .item(0)
            .getAttributes()
            .getNamedItem("classname")
            .getTextContent()
            .contains("<img src=x onerror=alert(1)>"));
    assertEquals(
        0, parsed(folder.resolve("report.html")).getElementsByTagName("script").getLength());
    assertFalse(Files.readString(folder.resolve("report.html")).contains("<img"));
    String markdown = Files.readString(folder.resolve("report.md"));
    for (String markup : List.of("<img", "<script", "[a](", " @all", "http://", "www.e", " #12")) {
      assertFalse(markdown.contains(markup), markup + " in\n" + markdown);
    }
    assertTrue(markdown.lines().noneMatch(line -> line.startsWith("# ")), markdown);
  }

  @Test
  void a_comment_of_a_large_plan_stays_below_what_a_comment_may_have() throws IOException {
    String guests =
        IntStream.range(0, 400)
            .mapToObj(nth ->
                "{\"name\": \"g%d\", \"devices\": [{\"host\": \"0000:04:00.0\"}]}".formatted(nth))
            .collect(Collectors.joining(",\n"));

    validate(
        written("{\"format\": \"iommuscope-plan/1\", \"guests\": [" + guests + "]}").toString());

    String markdown = Files.readString(folder.resolve("report.md"));
    assertTrue(markdown.length() < 65_536, markdown.length() + " characters");
    assertTrue(markdown.contains("more steps would make this too long"), markdown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--junit", "--sarif", "--html", "--markdown"})
  void says_in_one_sentence_that_a_report_cannot_be_written(String option) throws IOException {
    Path missing = folder.resolve("missing").resolve("report");
    String plan = DESKTOP.resolve("plans/gpu-whole/plan.json").toString();

    CommandRun run = CommandRun.of("validate", CAPTURE, plan, option, missing.toString());

    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertEquals(
        "iommuscope: " + missing + " cannot be written: there is no such folder\n", run.err());
    CommandRun full = CommandRun.of("validate", CAPTURE, plan, option, "/dev/full");
    assertEquals(2, full.status(), full.toString());
    assertTrue(full.err().startsWith("iommuscope: /dev/full cannot be written: "), full.err());
  }

  /** A process that may write no file longer than a few blocks, as if the disk had no more. */
  @Test
  void keeps_the_old_report_where_the_disk_is_full() throws IOException, InterruptedException {
    Path old = Files.writeString(folder.resolve("report.html"), "old");
    List<String> words =
        List.of(
            "sh",
            "-c",
            "ulimit -f 8; exec \"$@\"",
            "sh",
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "validate",
            CAPTURE,
            DESKTOP.resolve("plans/gpu-whole/plan.json").toString(),
            "--html",
            old.toString());
    Process limited = new ProcessBuilder(words).start();

    String complaint = new String(limited.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(2, limited.waitFor(), complaint);
    assertTrue(complaint.contains("iommuscope: " + old + " cannot be written: "), complaint);
    assertEquals("old", Files.readString(old));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(old), files.toList());
    }
  }

  @Test
  void the_page_tells_the_imagined_host_from_the_captured_one() throws IOException {
    Path plan =
        Path.of("..", "captures", "q35-sriov-k61", "plans", "what-if-more-vfs", "plan.json");
    Path page = folder.resolve("report.html");

    CommandRun run =
        CommandRun.of(
            "validate",
            Path.of("..", "captures", "q35-sriov-k61", "capture.tar.gz").toString(),
            plan.toString(),
            "--html",
            page.toString());

    String html = Files.readString(page);
    assertTrue(html.contains("<span>as the plan imagines them</span>"), run::err);
    String follows = html.substring(html.indexOf("What would follow from what is imagined"));
    String said = run.out().substring(run.out().indexOf("what would follow"));
    List<String> sentences = said.lines().skip(1).takeWhile(line -> line.startsWith("  ")).toList();
    assertFalse(sentences.isEmpty(), said);
    sentences.forEach(each -> assertTrue(follows.contains("<li>" + each.strip() + "</li>"), each));
  }

  @Test
  void refuses_to_write_two_reports_or_the_plan_into_one_file() throws IOException {
    Path plan = written("{\"format\": \"iommuscope-plan/1\", \"guests\": []}");

    CommandRun over =
        CommandRun.of("validate", CAPTURE, plan.toString(), "--sarif", plan.toString());
    CommandRun twice =
        CommandRun.of("validate", CAPTURE, plan.toString(), "--sarif", "x", "--junit", "./x");

    assertEquals(2, over.status());
    assertEquals(
        "iommuscope: --sarif: found %s, which is the plan already, expected a file of its own\n"
            .formatted(plan),
        over.err());
    assertEquals(2, twice.status());
    assertEquals(
        "iommuscope: --sarif: found x, which is --junit already, expected a file of its own\n",
        twice.err());
  }

  @Test
  void a_report_is_about_one_profile() {
    String plan = DESKTOP.resolve("plans/gpu-whole/plan.json").toString();

    CommandRun run =
        CommandRun.of("validate", CAPTURE, plan, "--profile", "all", "--sarif", "never.sarif");

    assertEquals(2, run.status());
    assertEquals(
        "iommuscope: --profile: found several beside a report, expected one profile\n", run.err());
  }

  @Test
  void every_rule_ships_with_the_sentence_of_its_page() throws IOException {
    TreeMap<String, String> listed = new TreeMap<>();
    Matcher entries =
        Pattern.compile("(?m)^- \\[([a-z-]+)]\\([a-z-]+\\.md\\): (.*)$")
            .matcher(Files.readString(Path.of("..", "docs", "rules", "README.md")));
    while (entries.find()) {
      listed.put(entries.group(1), entries.group(2));
    }
    Golden.at(
            Path.of("src", "main", "resources", "org", "iommuscope", "app", "export", "rules.txt"))
        .requireEqual(
            listed.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining()));
  }

  private CommandRun validate(String plan) {
    List<String> words = new ArrayList<>(List.of("validate", CAPTURE, plan));
    words.addAll(List.of("--pci-ids", "/dev/null", "--today", "2026-11-22"));
    words.addAll(List.of("--junit", folder.resolve("junit.xml").toString()));
    words.addAll(List.of("--sarif", folder.resolve("sarif.json").toString()));
    words.addAll(List.of("--html", folder.resolve("report.html").toString()));
    words.addAll(List.of("--markdown", folder.resolve("report.md").toString()));
    return CommandRun.of(words.toArray(String[]::new));
  }

  private void golden(String plan, String file) throws IOException {
    Golden.at(GOLDENS.resolve(plan).resolve(file))
        .requireEqual(Files.readString(folder.resolve(file)));
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("plan.json"), text);
  }

  private static Document parsed(Path file)
      throws IOException, ParserConfigurationException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();

    return factory.newDocumentBuilder().parse(file.toFile());
  }
}
