package vn.phanluong.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The indicator definitions of a folder of schemas; adding an indicator is adding a file. */
public final class IndicatorDefinitions {
  static final String FOLDER = "indicator/definitions/";

  private final Map<String, IndicatorDefinition> sound = new TreeMap<>();
  private final List<DefinitionProblem> problems = new ArrayList<>();

  private IndicatorDefinitions(SchemaFiles files) {
    files
        .under(FOLDER, ".yml")
        .forEach(
            (path, text) -> {
              List<DefinitionProblem> ofFile = new ArrayList<>();
              IndicatorDefinition definition = new IndicatorText(path, ofFile).read(text);
              if (definition != null && ofFile.isEmpty()) {
                sound.put(definition.id(), definition);
              }
              problems.addAll(ofFile);
            });
    succession(files);
  }

  /**
   * Leaves out who supersedes what is not there or does not end before it; so no chain comes back
   * to where it began.
   */
  private void succession(SchemaFiles files) {
    Set<String> out = new TreeSet<>();
    for (IndicatorDefinition each : sound.values()) {
      for (String old : each.supersedes()) {
        IndicatorDefinition before = sound.get(old);
        if (before == null || before.lastCohort() >= each.lastCohort()) {
          out.add(each.id());
          problems.add(
              new DefinitionProblem(
                  path(each.id()),
                  line(files, each.id(), "/supersedes"),
                  "thay cho %s, mà chỉ tiêu này không có hoặc không kết thúc trước".formatted(old),
                  "supersedes %s, which is no indicator or does not end before it".formatted(old)));
        }
      }
    }
    sound.keySet().removeAll(out);
  }

  /** By indicator id those whose files have no problem; one that is wrong stops no other. */
  public static Map<String, IndicatorDefinition> of(SchemaFiles files) {
    return new IndicatorDefinitions(files).sound;
  }

  /**
   * What is wrong in the files themselves. Whether the tables have what their queries ask is seen
   * by {@code vn.phanluong.indicator.DefinitionLint}.
   */
  public static List<DefinitionProblem> problems(SchemaFiles files) {
    return new IndicatorDefinitions(files).problems;
  }

  /** The file of an indicator, below {@code schemas/}. */
  public static String path(String indicator) {
    return FOLDER + indicator + ".yml";
  }

  /** Line on which the text of a value begins, by its JSON pointer. */
  public static int line(SchemaFiles files, String indicator, String pointer) {
    return new YamlLines(files.text(path(indicator))).of(pointer);
  }

  /** The first cohorts of a new series, by indicator id; an indicator without a break is absent. */
  public static Map<String, List<Integer>> breaks(SchemaFiles files) {
    Map<String, List<Integer>> breaks = new TreeMap<>();
    of(files)
        .forEach(
            (id, definition) -> {
              if (!definition.breaks().isEmpty()) {
                breaks.put(id, definition.breaks());
              }
            });
    return breaks;
  }
}
