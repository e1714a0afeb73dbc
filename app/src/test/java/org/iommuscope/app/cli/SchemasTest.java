package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.app.files.WishReader;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of docs/schemas say of our files what our readers and writers do. */
class SchemasTest {

  private static final Path ROOT = Path.of("..");
  private static final Path SCHEMAS = ROOT.resolve(Path.of("docs", "schemas"));
  private static final Path EVERY_KEY =
      Path.of("src/test/resources/org/iommuscope/app/files/every-key.plan.json");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Map<String, Schema> COMPILED = new TreeMap<>();

  /** Every file of ours in the repository: plans, verdicts, hosts, differences. */
  static List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("captures", "docs", "app/src/test/resources")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".json"))
            .filter(file -> !file.startsWith(SCHEMAS))
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_of_the_repository_is_as_its_schema_says(Path file) throws IOException {
    JsonNode json = MAPPER.readTree(Files.readString(file));
    if (json.has("format")) {
      assertEquals(List.of(), problems(json), file.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profiles --json",
        "inspect ../captures/q35-large-k612/capture.tar.gz --json",
        "inspect ../captures/q35-mdev-k510-after/capture.tar.gz --json",
        "diff ../captures/q35-sriov-k61/capture.tar.gz ../captures/q35-sriov-noacs-k61/capture.tar.gz --json",
        "replay ../captures/q35-rmrr-k61/recording.jsonl --captures ../captures --json",
        "validate ../captures/q35-desktop-k61/capture.tar.gz"
            + " ../captures/q35-desktop-k61/plans/waived/plan.json --profile all --json",
      })
  void what_the_program_prints_is_as_its_schema_says(String command) throws IOException {
    CommandRun run = CommandRun.of(command.split(" "));

    assertTrue(run.status() < 2, run.toString());
    assertEquals(List.of(), problems(MAPPER.readTree(run.out())), command);
  }

  /** The official schema, which no test has, says so too; see decision 66. */
  @Test
  void results_for_code_scanning_are_as_the_standard_says() throws IOException {
    Path reports = Path.of("src/test/resources/reports");
    Schema schema = schema(reports.resolve("sarif.schema.json"));
    int checked = 0;
    for (Path file : files()) {
      if (file.endsWith("sarif.json")) {
        checked++;
        String text = Files.readString(file);
        assertEquals(List.of(), schema.validate(text, InputFormat.JSON), file.toString());
        for (JsonNode result : MAPPER.readTree(text).at("/runs/0/results")) {
          assertTrue(ruleIds(text).contains(result.get("ruleId").asString()), file.toString());
        }
      }
    }
    assertTrue(checked >= 4, checked + " files");
  }

  private static List<String> ruleIds(String sarif) {
    List<String> ids = new ArrayList<>();
    MAPPER
        .readTree(sarif)
        .at("/runs/0/tool/driver/rules")
        .forEach(rule -> ids.add(rule.get("id").asString()));
    return ids;
  }

  @Test
  void every_format_of_the_repository_has_a_schema() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path file : files()) {
      JsonNode json = MAPPER.readTree(Files.readString(file));
      if (json.has("format") && !Files.exists(schemaFile(json))) {
        missing.add(file.toString());
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void a_plan_misses_no_required_key_has_no_unknown_one_and_no_value_of_a_wrong_type()
      throws IOException {
    for (Path file : List.of(EVERY_KEY, machine("q35-desktop-k61", "waived", "plan.json"))) {
      JsonNode plan = MAPPER.readTree(Files.readString(file));
      assertTrue(refusals(plan, SchemasTest::withUnknownKey, true).isEmpty(), file.toString());
      assertTrue(refusals(plan, SchemasTest::withForeignKey, false).isEmpty(), file.toString());
    }
  }

  @Test
  void outputs_have_all_keys_and_no_other() throws IOException {
    for (Path file :
        List.of(
            machine("q35-desktop-k61", "two-guests-split-a-group", "verdict.json"),
            ROOT.resolve("captures/q35-mdev-k510-after/topology.json"),
            Path.of("src/test/resources/diff/iommu-off.json"))) {
      JsonNode json = MAPPER.readTree(Files.readString(file));
      assertEquals(List.of(), refusals(json, SchemasTest::withUnknownKey, true), file.toString());
      for (String key : json.propertyNames()) {
        ObjectNode without = ((ObjectNode) json).deepCopy();
        without.remove(key);
        assertFalse(problems(without, json).isEmpty(), file + " without " + key);
        ObjectNode wrong = ((ObjectNode) json).deepCopy();
        wrong.put(key, 7);
        assertFalse(problems(wrong, json).isEmpty(), file + " with a number as " + key);
      }
    }
  }

  /** What the schema refuses the reader refuses, and the other way round, object by object. */
  @Test
  void the_readers_of_plans_and_the_schema_refuse_the_same_changes() throws IOException {
    JsonNode plan = MAPPER.readTree(Files.readString(EVERY_KEY));
    List<String> wrong = new ArrayList<>();
    int changes = 0;
    for (String pointer : members(plan, "")) {
      for (UnaryOperator<JsonNode> change : changesAt(pointer)) {
        JsonNode changed = change.apply(plan.deepCopy());
        changes++;
        if (problems(changed, plan).isEmpty() != isRead(changed)) {
          wrong.add(pointer + " in " + changed.at(pointer.substring(0, pointer.lastIndexOf('/'))));
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(changes > 200, changes + " changes");
  }

  private static List<UnaryOperator<JsonNode>> changesAt(String pointer) {
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    String key = pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/");
    return List.of(
        root -> {
          ((ObjectNode) root.at(parent)).remove(key);
          return root;
        },
        root -> {
          ((ObjectNode) root.at(parent)).putArray(key).add(MAPPER.createArrayNode());
          return root;
        });
  }

  private static boolean isRead(JsonNode plan) {
    PlanReader reader = new PlanReader(RuleProfiles.all().stream().map(RuleProfile::id).toList());
    return reader.read("plan", MAPPER.writeValueAsBytes(plan)) instanceof PlanReading.Opened opened
        && WishReader.read("plan", opened.file()) instanceof WishReader.Reading.Opened;
  }

  /** Pointers to every member of every object. */
  private static List<String> members(JsonNode node, String pointer) {
    List<String> pointers = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String at = pointer + "/" + member.getKey().replace("/", "~1");
        pointers.add(at);
        pointers.addAll(members(member.getValue(), at));
      }
    } else if (node instanceof ArrayNode array) {
      for (int nth = 0; nth < array.size(); nth++) {
        pointers.addAll(members(array.get(nth), pointer + "/" + nth));
      }
    }
    return pointers;
  }

  /**
   * The objects whose change the schema takes although it should not, or refuses although it
   * should.
   */
  private static List<String> refusals(
      JsonNode json, Consumer<ObjectNode> change, boolean isExpected) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> pointers = new ArrayList<>(List.of(""));
    pointers.addAll(members(json, ""));
    for (String pointer : pointers) {
      JsonNode changed = json.deepCopy();
      if (changed.at(pointer) instanceof ObjectNode object && !isMap(pointer)) {
        change.accept(object);
        if (problems(changed, json).isEmpty() == isExpected) {
          wrong.add(pointer);
        }
      }
    }
    return wrong;
  }

  /** Objects whose keys are names, and what other programs keep in a file. */
  private static boolean isMap(String pointer) {
    return pointer.contains("/x-")
        || pointer.endsWith("/parameters")
        || pointer.equals("/bindings")
        || pointer.equals("/annotations");
  }

  private static void withUnknownKey(ObjectNode object) {
    object.put("unheardOf", 1);
  }

  private static void withForeignKey(ObjectNode object) {
    object.put("x-foreign", 1);
  }

  private static List<String> problems(JsonNode json) throws IOException {
    return problems(json, json);
  }

  private static List<String> problems(JsonNode json, JsonNode like) throws IOException {
    return schema(schemaFile(like)).validate(json.toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static Path schemaFile(JsonNode json) {
    String format = json.get("format").asString();
    return SCHEMAS.resolve(format.replaceAll("^iommuscope-|/1$", "") + ".schema.json");
  }

  private static Schema schema(Path file) throws IOException {
    String text = Files.readString(file);
    return COMPILED.computeIfAbsent(
        file.toString(),
        name ->
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text));
  }

  private static Path machine(String name, String plan, String file) {
    return ROOT.resolve(Path.of("captures", name, "plans", plan, file));
  }
}
