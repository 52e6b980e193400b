package vn.phanluong.synthetic.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.text.Spelling;

/** The words by which reporters write the codes of one list. */
final class CodeWords {
  private static final Map<String, CodeWords> LISTS = new ConcurrentHashMap<>();
  private static final CodeWords BASES = new CodeWords();

  static {
    BASES.words.put("school", List.of("trường", "theo trường"));
    BASES.words.put("residence", List.of("nơi cư trú", "theo nơi cư trú"));
  }

  private final Map<String, List<String>> words = new HashMap<>();
  private final Map<String, String> validFrom = new HashMap<>();

  private CodeWords() {}

  /** The words of a field's codes; null where the field has none. */
  static @Nullable CodeWords of(Field field) {
    if (field.name().equals("basis")) {
      return BASES;
    }
    String list = field.codes();
    if (list == null) {
      list =
          switch (field.name()) {
            case "education_level" -> "education_level.level_code";
            case "destination" -> "destination.destination_code";
            default -> null;
          };
    }
    return list == null ? null : LISTS.computeIfAbsent(list, CodeWords::read);
  }

  private static CodeWords read(String list) {
    int point = list.indexOf('.');
    List<Map<String, String>> rows =
        Reference.rows(SchemaFiles.bundled(), list.substring(0, point));
    String column = list.substring(point + 1);
    CodeWords words = new CodeWords();
    Map<String, String> owner = new HashMap<>();
    for (Map<String, String> row : rows) {
      for (String word : all(row, column)) {
        owner.merge(Spelling.bare(word), code(row, column), (a, b) -> a.equals(b) ? a : "");
      }
    }
    for (Map<String, String> row : rows) {
      String code = code(row, column);
      words.words.put(
          code,
          all(row, column).stream()
              .filter(word -> code.equals(owner.get(Spelling.bare(word))))
              .toList());
      String from = row.getOrDefault("valid_from", "");
      if (!from.isEmpty()) {
        words.validFrom.put(code, from);
      }
    }
    return words;
  }

  /** Name, code and aliases; the name first. */
  private static List<String> all(Map<String, String> row, String column) {
    List<String> all = new ArrayList<>();
    all.add(row.getOrDefault("name_vi", code(row, column)));
    all.add(code(row, column));
    for (String alias : row.getOrDefault("aliases", "").split("\\|", -1)) {
      if (!alias.isBlank()) {
        all.add(alias);
      }
    }
    return all;
  }

  private static String code(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  /** The word of a code in a style: 0 the name, 1 the code, further ones its aliases. */
  String word(String code, int style) {
    List<String> all = words.get(code);
    return all == null || all.isEmpty() ? code : all.get(Math.min(style, all.size() - 1));
  }

  /** A code that may not be used yet on a day, ISO; null if there is none. */
  @Nullable String notYet(String day) {
    return validFrom.entrySet().stream()
        .filter(code -> code.getValue().compareTo(day) > 0)
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(null);
  }

  /** Another code of the list than one. */
  @Nullable String other(String code) {
    return words.keySet().stream()
        .filter(each -> !each.equals(code) && !validFrom.containsKey(each))
        .sorted()
        .findFirst()
        .orElse(null);
  }
}
