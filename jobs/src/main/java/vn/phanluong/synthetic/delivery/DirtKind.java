package vn.phanluong.synthetic.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/**
 * A kind of dirt of {@code schemas/reference/synthetic_dirt.csv}.
 *
 * @param datasets that can carry it; empty for all
 * @param finding code of what must be found; empty where nobody can
 * @param at where it is found: file, row, or once a file however many rows show it
 * @param rate share of rows, of a kind about a file of files; 0 where the form decides
 */
record DirtKind(
    String name,
    List<String> datasets,
    Strength strength,
    String finding,
    String at,
    boolean isOfFile,
    double rate) {
  private static final List<DirtKind> ALL = read();

  /** What becomes of what it strikes. */
  enum Strength {
    REJECT_FILE,
    REJECT_ROW,
    WARN,
    SILENT,
    /** It is known and cannot be made here. */
    NOT_MADE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All kinds, in the order of the list. */
  static List<DirtKind> all() {
    return ALL;
  }

  /**
   * The kind of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static DirtKind of(String name) {
    return ALL.stream()
        .filter(kind -> kind.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("synthetic_dirt.csv has no " + name));
  }

  boolean isOf(String dataset) {
    return strength != Strength.NOT_MADE && (datasets.isEmpty() || datasets.contains(dataset));
  }

  private static List<DirtKind> read() {
    return Reference.rows(SchemaFiles.bundled(), "synthetic_dirt").stream()
        .map(DirtKind::of)
        .toList();
  }

  private static DirtKind of(Map<String, String> row) {
    String datasets = row.getOrDefault("datasets", "");
    String rate = row.getOrDefault("rate", "");
    return new DirtKind(
        row.getOrDefault("kind", ""),
        datasets.isEmpty() ? List.of() : List.of(datasets.split("\\|")),
        Strength.valueOf(row.getOrDefault("class", "").toUpperCase(Locale.ROOT)),
        row.getOrDefault("finding", ""),
        row.getOrDefault("found_at", ""),
        row.getOrDefault("per", "").equals("file"),
        rate.isEmpty() ? 0 : Double.parseDouble(rate));
  }
}
