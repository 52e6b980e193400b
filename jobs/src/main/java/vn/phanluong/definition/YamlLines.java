package vn.phanluong.definition;

import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** On which line of a YAML file each value stands; Jackson's tree no longer knows. */
final class YamlLines {
  private final Map<String, Integer> lines = new TreeMap<>();

  /**
   * @param text of a file that is YAML
   */
  YamlLines(String text) {
    Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    if (root != null) {
      visit("", root);
    }
  }

  /**
   * Line on which the text of a value begins, by its JSON pointer; that of the nearest value above
   * it where there is none.
   */
  int of(String pointer) {
    String at = pointer;
    while (!at.isEmpty() && !lines.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  private static boolean isBlock(ScalarNode value) {
    return value.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
        || value.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED;
  }

  private void visit(String pointer, Node node) {
    if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        Node item = list.getValue().get(i);
        lines.put(pointer + "/" + i, item.getStartMark().getLine() + 1);
        visit(pointer + "/" + i, item);
      }
    }
    if (!(node instanceof MappingNode mapping)) {
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key) {
        String below = pointer + "/" + key.getValue();
        boolean startsBelow = entry.getValueNode() instanceof ScalarNode value && isBlock(value);
        lines.put(below, key.getStartMark().getLine() + (startsBelow ? 2 : 1));
        visit(below, entry.getValueNode());
      }
    }
  }
}
