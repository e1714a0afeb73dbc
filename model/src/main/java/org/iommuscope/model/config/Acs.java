package org.iommuscope.model.config;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.iommuscope.model.topology.CapabilityWords;

/**
 * Access Control Services, extended id 0x000d: what a port or function does with requests to its
 * peers.
 *
 * @param offset where it begins
 * @param capability which services there are
 * @param control which of them are on
 */
public record Acs(int offset, int capability, int control) {

  static final int ID = 0x0d;
  static final int LENGTH = 8;

  /** A service, with the short form of its name. */
  public enum Service {
    SOURCE_VALIDATION(0x01, "SV"),
    TRANSLATION_BLOCKING(0x02, "TB"),
    REQUEST_REDIRECT(0x04, "RR"),
    COMPLETION_REDIRECT(0x08, "CR"),
    UPSTREAM_FORWARDING(0x10, "UF"),
    EGRESS_CONTROL(0x20, "EC"),
    DIRECT_TRANSLATED(0x40, "DT");

    private final int bit;
    private final String shortForm;

    Service(int bit, String shortForm) {
      this.bit = bit;
      this.shortForm = shortForm;
    }

    public int bit() {
      return bit;
    }

    public String shortForm() {
      return shortForm;
    }
  }

  /** The capability as lspci has put it into words. */
  public static Acs of(CapabilityWords.AcsWords words) {
    return new Acs(words.offset(), words.capability(), words.control());
  }

  static Acs read(ConfigBytes bytes, int at) {
    return new Acs(at, bytes.u16(at + 4), bytes.u16(at + 6));
  }

  public boolean has(Service service) {
    return (capability & service.bit) != 0;
  }

  public boolean isOn(Service service) {
    return (control & service.bit) != 0;
  }

  /** The short forms of the services in a word of this capability, {@code SV RR CR UF}. */
  public static String words(int services) {
    String names =
        Arrays.stream(Service.values())
            .filter(service -> (services & service.bit) != 0)
            .map(Service::shortForm)
            .collect(Collectors.joining(" "));
    return names.isEmpty() ? "none" : names;
  }
}
