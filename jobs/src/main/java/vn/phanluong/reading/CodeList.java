package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.text.Spelling;

/** A reference list of codes, found by code, name or alias. */
final class CodeList {
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> stripped = new HashMap<>();
  private final Set<String> unclear = new HashSet<>();
  private final List<String> codes = new ArrayList<>();
  private final Map<String, LocalDate> validFrom = new HashMap<>();

  private CodeList() {}

  /**
   * Reads a list.
   *
   * @param list file under {@code schemas/reference} without its suffix
   * @param codeColumn its column of codes
   */
  static CodeList of(SchemaFiles files, String list, String codeColumn) {
    CodeList codes = new CodeList();
    for (Map<String, String> row : Reference.rows(files, list)) {
      String code = row.getOrDefault(codeColumn, "");
      codes.codes.add(code);
      codes.enter(code, code);
      String from = row.getOrDefault("valid_from", "");
      if (!from.isEmpty()) {
        codes.validFrom.put(code, LocalDate.parse(from));
      }
      codes.enter(code, row.getOrDefault("name_vi", code));
      for (String alias : row.getOrDefault("aliases", "").split("\\|", -1)) {
        if (!alias.isBlank()) {
          codes.enter(code, alias);
        }
      }
    }
    return codes;
  }

  /** A list of fixed words, code by word. */
  static CodeList of(Map<String, String> words) {
    CodeList codes = new CodeList();
    words.forEach((word, code) -> codes.enter(code, word));
    codes.codes.addAll(new java.util.TreeSet<>(words.values()));
    return codes;
  }

  /** The code of a text: as written, else without its marks if that fits one code; or null. */
  @Nullable String find(String text) {
    if (text.length() > Spelling.LONGEST_NAME) {
      return null;
    }
    String code = exact.get(Spelling.fold(text));
    if (code != null) {
      return code;
    }
    String bare = Spelling.bare(text);
    return unclear.contains(bare) ? null : stripped.get(bare);
  }

  /** First day on which a code may be used; null if it always could. */
  @Nullable LocalDate validFrom(@Nullable Object code) {
    return code == null ? null : validFrom.get(code.toString());
  }

  /** The codes, for messages. */
  String allowed() {
    return String.join(", ", codes);
  }

  private void enter(String code, String name) {
    exact.putIfAbsent(Spelling.fold(name), code);
    String bare = Spelling.bare(name);
    String before = stripped.putIfAbsent(bare, code);
    if (before != null && !before.equals(code)) {
      unclear.add(bare);
    }
  }
}
