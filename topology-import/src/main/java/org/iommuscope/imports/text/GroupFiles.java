package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.ReservedRegion;
import org.jspecify.annotations.Nullable;

/**
 * What {@code type} and {@code reserved_regions} of groups hold, as {@code grep} prints it behind
 * the path, or {@code cat} on the lines below the command.
 */
final class GroupFiles {

  private static final Pattern FILE =
      Pattern.compile(
          "iommu_groups/{1,9}(\\d{1,9})/{1,9}(type|reserved_regions)(?::\\s{0,9}(.{0,200}))?$");
  private static final Pattern REGION =
      Pattern.compile(
          "0x([0-9a-f]{1,16}) 0x([0-9a-f]{1,16}) (direct|direct-relaxable|reserved|msi)");
  private static final Pattern TYPE = Pattern.compile("DMA|DMA-FQ|identity|blocked|unmanaged|auto");

  private final Map<GroupId, List<ReservedRegion>> regions = new LinkedHashMap<>();
  private final Map<GroupId, Place> places = new LinkedHashMap<>();
  private final Map<GroupId, String> types = new LinkedHashMap<>();
  private final Map<GroupId, Place> typePlaces = new LinkedHashMap<>();
  private @Nullable GroupId open;

  boolean read(String line, Place place) {
    Matcher file = FILE.matcher(line);
    if (file.find()) {
      open = new GroupId(Integer.parseInt(file.group(1)));
      return file.group(3) != null && readValue(file.group(3), open, place);
    }
    boolean isRead = open != null && readValue(line.strip(), open, place);
    open = isRead ? open : null;
    return isRead;
  }

  private boolean readValue(String value, GroupId group, Place place) {
    Matcher region = REGION.matcher(value);
    if (region.matches()) {
      places.putIfAbsent(group, place);
      regions
          .computeIfAbsent(group, none -> new ArrayList<>())
          .add(
              new ReservedRegion(
                  Long.parseUnsignedLong(region.group(1), 16),
                  Long.parseUnsignedLong(region.group(2), 16),
                  region.group(3)));
      return true;
    }
    if (!TYPE.matcher(value).matches()) {
      return false;
    }
    types.putIfAbsent(group, value);
    typePlaces.putIfAbsent(group, place);
    return true;
  }

  void tell(Evidence evidence) {
    places.forEach((group, place) ->
        evidence
            .group(group)
            .say(Fact.RESERVED_REGIONS, regions.getOrDefault(group, List.of()), place));
    typePlaces.forEach((group, place) ->
        evidence.group(group).say(Fact.GROUP_TYPE, types.getOrDefault(group, ""), place));
  }
}
