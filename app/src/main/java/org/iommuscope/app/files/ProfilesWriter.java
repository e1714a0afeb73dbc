package org.iommuscope.app.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.model.rules.RuleProfile;

/** Writes the table of rule profiles for other programs, {@code iommuscope-profiles/1}. */
public final class ProfilesWriter {

  private static final Set<String> SPREAD = Set.of("", "profiles");

  private ProfilesWriter() {}

  public static String write(List<RuleProfile> profiles) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("format", JsonValue.of("iommuscope-profiles/1"));
    members.put("profiles", JsonValue.of(profiles.stream().map(ProfilesWriter::profile).toList()));
    return JsonPrinter.print(JsonValue.of(members), SPREAD);
  }

  private static JsonObject profile(RuleProfile profile) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("id", JsonValue.of(profile.id()));
    members.put("title", JsonValue.of(profile.title()));
    members.put("kernels", JsonValue.of(profile.kernels()));
    members.put("mechanism", JsonValue.of(profile.mechanism()));
    return JsonValue.of(members);
  }
}
