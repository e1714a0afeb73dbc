package org.iommuscope.imports.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML down to its nodes and no further: no tag makes an object, and aliases are few. */
public final class YamlParsing {

  private static final int MOST_ALIASES = 10;
  private static final int LARGEST = 16 << 20;

  /** A text of this depth is an attack and no description of a guest. */
  private static final int DEEPEST = 100;

  private YamlParsing() {}

  /** Where and why YAML could not be read. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;

    Malformed(int line, String what) {
      super(what, null, false, false);
      this.line = line;
    }

    public int line() {
      return line;
    }

    /** What was found there. */
    public String what() {
      return String.valueOf(getMessage());
    }
  }

  /** Each document of a text. */
  public static List<Yaml> documents(String text) throws Malformed {
    LoadSettings settings =
        LoadSettings.builder()
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(LARGEST)
            .setAllowRecursiveKeys(false)
            .build();
    List<Yaml> documents = new ArrayList<>();
    try {
      for (Node node : new Compose(settings).composeAllFromString(text)) {
        documents.add(value(node, 0));
      }
      return documents;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw new Malformed(line, "YAML that is broken (" + e.getProblem() + ")");
    } catch (YamlEngineException e) {
      throw new Malformed(1, "YAML that is too large or refers to itself");
    }
  }

  private static Yaml value(Node node, int depth) throws Malformed {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    if (depth > DEEPEST) {
      throw new Malformed(line, "values nested deeper than " + DEEPEST);
    }
    return switch (node) {
      case MappingNode mapping -> new Yaml(members(mapping, depth), List.of(), "", line);
      case SequenceNode sequence -> {
        List<Yaml> elements = new ArrayList<>();
        for (Node each : sequence.getValue()) {
          elements.add(value(each, depth + 1));
        }
        yield new Yaml(new LinkedHashMap<>(), elements, "", line);
      }
      case ScalarNode scalar -> new Yaml(new LinkedHashMap<>(), List.of(), scalar.getValue(), line);
      default -> Yaml.nothing(line);
    };
  }

  private static SequencedMap<String, Yaml> members(MappingNode mapping, int depth)
      throws Malformed {
    SequencedMap<String, Yaml> members = new LinkedHashMap<>();
    for (NodeTuple each : mapping.getValue()) {
      if (each.getKeyNode() instanceof ScalarNode key) {
        members.put(key.getValue(), value(each.getValueNode(), depth + 1));
      }
    }
    return members;
  }
}
