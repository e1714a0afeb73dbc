package org.iommuscope.imports.anonymise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMaskingTest {

  private final Masks masks = new Masks();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          igb 0000:06:00.0: 00:15:5d:0a:0b:0c lost | igb 0000:06:00.0: 02:00:00:00:00:01 lost
          net/enx00155d0a0b0c | net/enx020000000001
          Capabilities: [140] Device Serial Number 52-54-00-ff-ff-12-34-56 | Capabilities: [140] Device Serial Number 00-00-00-00-00-00-00-00
          [SN] Serial number: CN0X123 | [SN] Serial number: serial1
          E: ID_SERIAL_SHORT=S21HNXAG | E: ID_SERIAL_SHORT=serial1
          BOOT_IMAGE=/v root=UUID=27f0b1e4-1111-2222-3333-444455556666 ro | BOOT_IMAGE=/v root=UUID=00000000-0000-4000-8000-000000000001 ro
          Command line: root=UUID=ABCD-1234 ro | Command line: root=UUID=masked1 ro
          /dev/disk/by-id/ata-Samsung_S21HNXAG | /dev/disk/by-id/masked1
          alice@tower:~$ lspci -nn | user1@host1:~$ lspci -nn
          ls: /home/alice/vm.xml and /home/bob/vm.xml | ls: /home/user1/vm.xml and /home/user2/vm.xml
          Linux version 6.1.0 (alice@tower) (gcc 12) | Linux version 6.1.0 (user1@host1) (gcc 12)
          Nov 23 10:00:00 tower kernel: vfio_iommu on tower | Nov 23 10:00:00 host1 kernel: vfio_iommu on host1
          From: Alice <alice.b@example.org> | From: Alice <user1@example.org>
          """)
  void masks_what_names_people_and_machines(String line, String expected) {
    assertEquals(expected, masked(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          vfio_mdev 83b8f4f2-509f-382f-3c1e-e6bfe0fa1001: Adding to iommu group 12
          /sys/kernel/iommu_groups/13/devices/0000:05:00.1
          L: of_node=../../firmware/devicetree/base/pcie@a0000000
          [    0.551569] pci 0000:00:14.2: Adding to iommu group 3
          IOMMU Group 1 01:00.2 USB controller [0c03]: NVIDIA TU102 [10de:1ad6] (rev a1)
          """)
  void keeps_what_a_capture_is_about(String line) {
    assertEquals(line, masked(line));
  }

  @Test
  void gives_the_same_value_the_same_mask_and_counts_it() {
    masked("00:15:5d:0a:0b:0c\n00:15:5D:0A:0B:0C\n00:15:5d:0a:0b:0d");

    assertEquals(
        "[Replacement[secret=MAC_ADDRESS, value=00:15:5d:0a:0b:0c, mask=02:00:00:00:00:01,"
            + " where=text, times=2], Replacement[secret=MAC_ADDRESS, value=00:15:5d:0a:0b:0d,"
            + " mask=02:00:00:00:00:02, where=text, times=1]]",
        masks.given().toString());
  }

  @Test
  void replaces_further_words_where_they_stand_alone() {
    assertEquals(
        "word1 and towers, word1-2",
        new TextMasking(masks, Set.of("tower")).mask("tower and towers, tower-2", "", Set.of()));
  }

  @Test
  void masks_the_serial_number_in_a_hex_dump() {
    StringBuilder dump = new StringBuilder("06:00.0 Ethernet controller\n");
    StringBuilder expected = new StringBuilder(dump);
    for (int at = 0; at < 0x120; at += 16) {
      String bytes = "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00";
      String secret = "03 00 01 00 56 34 12 ff ff 00 54 52 00 00 00 00";
      String masked = "03 00 01 00 00 00 00 00 00 00 00 00 00 00 00 00";
      dump.append("%02x: %s\n".formatted(at, at == 0x100 ? secret : bytes));
      expected.append("%02x: %s\n".formatted(at, at == 0x100 ? masked : bytes));
    }

    assertEquals(expected.toString(), masked(dump.toString()));
    assertEquals("52-54-00-ff-ff-12-34-56", masks.given().getFirst().value());
  }

  private String masked(String text) {
    return new TextMasking(masks, Set.of()).mask(text, "text", TextMasking.hostNamesIn(text));
  }
}
