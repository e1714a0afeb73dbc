package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken texts of each structured form: which form came farthest, to which line, and why. */
class BadFormsTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(
            "pvesh with addresses that are none",
            "[\n {\"id\":\"0000:01:00\",\"iommugroup\":7}\n]\n",
            "pvesh hardware/pci came farthest, to line 2,"
                + " where it expected a list of objects with id, class and iommugroup"
                + " and found \" {\"id\":\"0000:01:00\",\"iommugroup\":7}\""),
        Arguments.of(
            "pvesh that ends in its first entry",
            "[\n {\"id\":\"0000:01:00.0\",\n  \"iommugroup\":",
            "pvesh hardware/pci came farthest, to line 3,"
                + " where it expected a list of objects with id, class and iommugroup"
                + " and found \"  \"iommugroup\":\""),
        Arguments.of(
            "resources of LXD without devices",
            "{\"metadata\":{\"pci\":{}}}\n",
            "LXD or Incus resources came farthest, to line 1,"
                + " where it expected an object with pci.devices"
                + " and found \"{\"metadata\":{\"pci\":{}}}\""),
        Arguments.of(
            "resources of LXD that break off",
            "{\"metadata\":\n {\"pci\":\n  {\"devices\":[{\"pci_address\"",
            "LXD or Incus resources came farthest, to line 3,"
                + " where it expected an object with pci.devices"
                + " and found \"  {\"devices\":[{\"pci_address\"\""),
        Arguments.of(
            "mdevctl's JSON without types",
            "[{\"0000:06:00.0\":[{\"mtty-1\":{}}]}]\n",
            "mdevctl --dumpjson came farthest, to line 1,"
                + " where it expected parents with lists of mdevs or of mdev types"
                + " and found \"[{\"0000:06:00.0\":[{\"mtty-1\":{}}]}]\""),
        Arguments.of(
            "mdevctl's list with half a UUID",
            "a0000000-0000-4000-8000 mtty mtty-1 auto\n",
            "mdevctl list or types came farthest, to line 1,"
                + " where it expected a UUID, a parent and a type, or Available instances:"
                + " and found \"a0000000-0000-4000-8000 mtty mtty-1 auto\""),
        Arguments.of(
            "mdevctl's types without what they offer",
            "0000:00:02.0\n  i915-GVTg_V5_4\n",
            "mdevctl list or types came farthest, to line 2,"
                + " where it expected a UUID, a parent and a type, or Available instances:"
                + " and found \"  i915-GVTg_V5_4\""),
        Arguments.of(
            "driverctl with half an address",
            "0000:01:00 vfio-pci [*]\n",
            "driverctl list-devices came farthest, to line 1,"
                + " where it expected an address with a driver, like 0000:01:00.0 nvme"
                + " and found \"0000:01:00 vfio-pci [*]\""),
        Arguments.of(
            "a node device that ends early",
            "<device>\n <name>pci_0000_01_00_0</name>\n <capability",
            "libvirt node device XML came farthest, to line 3,"
                + " where it expected <device> with a <capability>"
                + " and found \" <capability\""),
        Arguments.of(
            "a node device with entities",
            "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n<device><name>&x;</name></device>\n",
            "libvirt node device XML came farthest, to line 2,"
                + " where it expected <device> with a <capability>"
                + " and found \"<device><name>&x;</name></device>\""));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void are_refused_with_the_place_and_what_was_expected(String what, String text, String stop) {
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none)
            .read(new CaptureSource.Pasted("bad.txt", text), ImportProgress.unwatched());
    String sentence = outcome instanceof ImportOutcome.Refused(String refused) ? refused : "none";

    assertTrue(sentence.startsWith("bad.txt holds a text of no known form; tried kernel log,"));
    assertEquals(stop, sentence.substring(sentence.indexOf("; ", 60) + 2), what);
  }
}
