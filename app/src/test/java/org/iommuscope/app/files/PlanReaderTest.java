package org.iommuscope.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.Viommu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {

  @Test
  void reads_every_key_of_a_plan() {
    PlanFile file = Plans.opened(Plans.everyKey());

    assertEquals(Optional.of("dma-owner"), file.plan().profile());
    assertEquals(2, file.plan().bindings().size());
    assertEquals(11, file.plan().steps().size());
    assertEquals(1, file.plan().waivers().size());
    assertEquals(Optional.of("4f1c"), file.host().flatMap(HostMark::fingerprint));
  }

  @Test
  void reads_a_plan_of_nothing_but_guests() {
    PlanFile file = Plans.opened(plan("{\"name\": \"A\", \"devices\": [{\"host\": \"01:00.0\"}]}"));

    Guest guest = file.plan().guests().getFirst();
    assertEquals(new Viommu.None(), guest.viommu());
    assertTrue(guest.kvm());
    assertEquals(GuestDevice.Path.HOST, guest.devices().getFirst().path());
    assertEquals("0000:01:00.0", guest.devices().getFirst().device().text());
    assertEquals(List.of(new PlanStep.Start(new GuestName("A"))), file.plan().steps());
  }

  @Test
  void takes_a_viommu_without_details_for_one_that_works() {
    PlanFile file = Plans.opened(plan("{\"name\": \"A\", \"viommu\": true}"));

    assertEquals(Viommu.standard(), file.plan().guests().getFirst().viommu());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"model\": \"intel\", \"cachingMode\": true} | 3 | 22 | 3 as \"viommu\" of a guest",
        "\"kvm\": true, | \"kvm\": 1, | 24 | 1 as \"kvm\" of a guest",
        "\"kvm\": true, | \"kwm\": true, | 24 | the unknown key \"kwm\" in a guest",
        "\"kvm\": true, | \"kvm\": null, | 24 | null as \"kvm\" of a guest",
        "\"uid\": 1000, | \"uid\": -1, | 40 | -1 as \"uid\" of a guest",
        "\"uid\": 1000, | \"uid\": 1e999, | 40 | 1e999 as \"uid\" of a guest",
        "\"uid\": 1000, | \"uid\": 1.5, | 40 | 1.5 as \"uid\" of a guest",
        "\"name\": \"B\" | \"name\": \"A\" | 37 | a second guest named \"A\"",
        "\"name\": \"B\" | \"name\": \"B\", \"name\": \"C\" | 38 | the key \"name\" a second time",
        "\"name\": \"B\", | '' | 37 | a guest without \"name\"",
        "dma-owner | dma-owners | 4 | \"dma-owners\" as \"profile\" of a plan",
        "00112233- | 0011223- | 34 | as \"vfToken\" of a device",
        "\"host\": \"0000:01:00.0\" | \"host\": \"0000:01:00.9\" | 32 | \"0000:01:00.9\" as \"host\"",
        "\"host\": \"0000:01:00.0\", | '' | 32 | a device with neither of them",
        "\"addr\": \"3.0\" | \"addr\": \"33.0\" | 32 | \"33.0\" as \"addr\" of a device",
        "\"when\": \"later\" | \"when\": \"soon\" | 34 | \"soon\" as \"when\" of a device",
        "\"0000:01:00.1\": null | \"0000:01:0.1\": null | 10 | \"0000:01:0.1\" as a key of bindings",
        "\"0000:01:00.1\": null | \"01:00.0\": null | 10 | \"01:00.0\" a second time in bindings",
        "\"0000:01:00.1\": null | \"0000:01:00.1\": 3 | 10 | 3 as the driver of 0000:01:00.1",
        "{\"stop\": \"A\"} | {\"stop\": \"Z\"} | 56 | \"Z\" as \"stop\" of a step",
        "{\"stop\": \"A\"} | {\"halt\": \"A\"} | 56 | a step that says nothing to do",
        "{\"stop\": \"A\"} | {\"stop\": \"A\", \"start\": \"A\"} | 56 | a step with stop and start",
        "\"count\": 4 | \"count\": 70000 | 53 | 70000 as \"count\" of a setVfs",
        "\"2027-01-31\" | \"2027-02-31\" | 62 | \"2027-02-31\" as \"until\" of a waiver",
        "\"qemu\": \"7.2\" | \"qemu\": \"new\" | 6 | \"new\" as \"qemu\" of the environment",
        "\"attach-device\" | \"attach\" | 6 | \"attach\" as \"mdevBacking\"",
        "\"comment\": \"by hand\" | \"comment\": 7 | 47 | 7 as \"comment\" of a step",
        "iommuscope-plan/1 | iommuscope-plan/2 | 2 | \"iommuscope-plan/2\" as \"format\"",
      })
  void names_the_line_of_a_wrong_value(String good, String bad, int line, String found) {
    String text = Plans.everyKey();
    assertTrue(text.contains(good), good);

    FileProblem problem =
        Plans.refused(text.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));

    assertTrue(problem.found().contains(found), problem.sentence());
    assertEquals(line, problem.line(), problem.sentence());
    assertEquals("plan.json", problem.file());
    assertEquals(1, problem.sentence().lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n ",
        "[]",
        "null",
        "{",
        "{\"format\"",
        "{\"format\": \"iommuscope-plan/1\"}",
        "{\"guests\": []}",
        "{\"format\": \"iommuscope-plan/1\", \"guests\": []} {}",
        "{\"format\": \"iommuscope-plan/1\", \"guests\": {}}",
        "{\"format\": \"iommuscope-plan/1\", \"guests\": [7]}",
        "{'format': 1}",
        "// a comment\n{}",
        "\u0000\u0001binary",
        "{\"format\": \"iommuscope-plan/1\", \"guests\": [], \"wishes\": [1]}",
        "{\"format\": \"iommuscope-plan/1\", \"guests\": [], \"guests\": []}",
      })
  void refuses_what_is_no_plan(String text) {
    FileProblem problem = Plans.refused(text);

    assertEquals(1, problem.sentence().lines().count(), problem.sentence());
    assertTrue(problem.sentence().startsWith("plan.json, line "), problem.sentence());
  }

  @Test
  void refuses_nesting_without_end() {
    FileProblem problem = Plans.refused("[".repeat(1_000_000));

    assertTrue(problem.found().contains("nesting"), problem.sentence());
  }

  @Test
  void counts_lines_from_the_start_of_the_file() {
    assertEquals(4, Plans.refused("{\n\n\n  nonsense\n}").line());
  }

  private static String plan(String guest) {
    return "{\"format\": \"iommuscope-plan/1\", \"guests\": [" + guest + "]}";
  }
}
