package org.iommuscope.imports.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions that are attacks, or that end too early. */
class BadDefinitionsTest {

  private static final String TRIED =
      "bad holds a definition of no known form; tried libvirt domain XML, libvirt network XML,"
          + " KubeVirt manifest, Proxmox qemu-server configuration, Proxmox PCI mappings, driverctl"
          + " and mdevctl commands, QEMU command line; ";

  static Stream<Arguments> definitions() {
    return Stream.of(
        Arguments.of(
            "<!DOCTYPE domain [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><domain><name>&x;</name></domain>",
            "bad:1: found a document type, which is never read; expected libvirt XML"),
        Arguments.of(
            "<!DOCTYPE domain SYSTEM 'http://127.0.0.1:1/x.dtd'>\n<domain><name>a</name></domain>",
            "bad:1: found a document type, which is never read; expected libvirt XML"),
        Arguments.of(
            "<domain><name>&x;</name></domain>",
            "bad:1: found XML that is not well-formed; expected libvirt XML"),
        Arguments.of(
            "<domain><name>a</name>\n<devices>\n<hostdev type='pci'><source>",
            "bad:3: found XML that is not well-formed; expected libvirt XML"),
        Arguments.of("<domain>5</domain>", "bad:1: found no <domain> with a <name>"),
        Arguments.of(
            "<network><name>a</name>\n<forward",
            "bad:2: found XML that is not well-formed; expected libvirt XML"),
        Arguments.of(
            "<network><name>a</name></network>",
            "bad: found no virtual machine; expected one at least"),
        Arguments.of(
            "apiVersion: kubevirt.io/v1\nkind: [VirtualMachine\nspec: {",
            "bad:3: found YAML that is broken (expected ',' or ']', but got :); expected YAML"),
        Arguments.of(
            "apiVersion: kubevirt.io/v1\n\tkind: VirtualMachine\n",
            "bad:2: found YAML that is broken (found character '\\t(TAB)' that cannot start any"
                + " token. (Do not use \\t(TAB) for indentation)); expected YAML"),
        Arguments.of(
            "apiVersion: kubevirt.io/v1\nkind: !!java.lang.ProcessBuilder [x]\n",
            "bad: found no virtual machine; expected one at least"),
        Arguments.of(
            "apiVersion: kubevirt.io/v1\na: &a [*a]\n",
            "bad:2: found values nested deeper than 100; expected YAML"),
        Arguments.of(
            "hostpci0: 01:00.0\nmemory: 4096\nHello,\n",
            TRIED
                + "Proxmox qemu-server configuration came farthest, to line 3, where it expected"
                + " lines like hostpci0: 0000:01:00.0 and found \"Hello,\""),
        Arguments.of(
            "qemu-system-x86_64\n",
            TRIED
                + "QEMU command line came farthest, to line 1, where it expected qemu-system-… with"
                + " its options, in one line or continued by \\ and found \"qemu-system-x86_64\""),
        Arguments.of(
            "",
            "bad is empty; expected a definition of a virtual machine: libvirt domain XML, libvirt"
                + " network XML, KubeVirt manifest, Proxmox qemu-server configuration, Proxmox PCI"
                + " mappings, driverctl and mdevctl commands, QEMU command"
                + " line"));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void are_refused_with_the_place(String text, String sentence) {
    Definitions.Reading reading =
        Definitions.read(List.of(new Source("bad", text)), Optional.empty());

    assertEquals(new Definitions.Reading.Refused(sentence), reading);
  }
}
