package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;

/**
 * A table of a dataset as one province may lay it out: columns in its order under its headers,
 * titles above, gap columns between, totals below.
 *
 * @param lines of cells, as they are written
 * @param meant rows of the dataset by field, without what was left blank
 * @param dirty cell that was made wrong as an A1 address, or null
 */
record RenderedTable(
    Contract dataset,
    List<List<String>> lines,
    List<Map<String, Object>> meant,
    @Nullable String dirty) {
  private static final List<String> TITLES =
      List.of(
          "Cộng hòa xã hội chủ nghĩa Việt Nam",
          "Độc lập - Tự do - Hạnh phúc",
          "Sở giáo dục và đào tạo tỉnh Long An báo cáo kết quả của các trường trung học");

  /**
   * Lays out a table.
   *
   * @param isDirty true to make one cell wrong
   */
  static RenderedTable of(Contract dataset, Random random, boolean isDirty) {
    List<Field> columns = columns(dataset, random);
    int gap = random.nextInt(3) == 0 ? random.nextInt(columns.size()) : -1;
    List<List<String>> lines = new ArrayList<>();
    for (String title : TITLES.subList(0, random.nextInt(TITLES.size() + 1))) {
      lines.add(List.of(title));
    }
    lines.add(cells(columns.stream().map(field -> header(field, random)).toList(), gap));
    int count = 1 + random.nextInt(Written.MOST_ROWS);
    int dirtyRow = isDirty ? random.nextInt(count) : -1;
    String dirty = null;
    List<Map<String, Object>> meant = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> row = new HashMap<>();
      List<String> texts = new ArrayList<>();
      for (Field field : columns) {
        Written value = Written.of(field, i, random);
        texts.add(value.text());
        if (value.meant() != null) {
          row.put(field.name(), value.meant());
        }
      }
      if (i == dirtyRow) {
        int column = soil(columns, texts, random);
        dirty =
            (char) ('A' + column + (gap >= 0 && column >= gap ? 1 : 0)) + "" + (lines.size() + 1);
      } else {
        meant.add(row);
      }
      lines.add(cells(texts, gap));
    }
    if (random.nextInt(3) == 0) {
      lines.add(total(columns.size() + (gap >= 0 ? 1 : 0)));
    }
    return new RenderedTable(dataset, lines, meant, dirty);
  }

  /** What must be there, and some of the rest, in any order. */
  private static List<Field> columns(Contract dataset, Random random) {
    List<Field> columns = new ArrayList<>();
    for (Field field : dataset.fields()) {
      boolean isMust = field.required() || field.key();
      if (!field.aliases().isEmpty() && (isMust || random.nextInt(4) > 0)) {
        columns.add(field);
      }
    }
    Collections.shuffle(columns, random);
    return columns;
  }

  /** The name or an alias that decides no further field, in one case or another. */
  private static String header(Field field, Random random) {
    List<String> names = new ArrayList<>(field.aliases());
    names.add(field.name());
    names.removeIf(
        name -> field.constants().stream().anyMatch(constant -> constant.startsWith(name + "=")));
    String name = names.get(random.nextInt(names.size()));
    return switch (random.nextInt(4)) {
      case 0 -> name.toLowerCase(Locale.ROOT);
      case 1 -> " " + name + "  ";
      default -> name;
    };
  }

  private static int soil(List<Field> columns, List<String> texts, Random random) {
    while (true) {
      int column = random.nextInt(columns.size());
      String wrong = Written.wrong(columns.get(column), random);
      if (wrong != null) {
        texts.set(column, wrong);
        return column;
      }
    }
  }

  /** With an empty column before one of them. */
  private static List<String> cells(List<String> texts, int gap) {
    List<String> cells = new ArrayList<>(texts);
    if (gap >= 0) {
      cells.add(gap, "");
    }
    return cells;
  }

  private static List<String> total(int cells) {
    List<String> total = new ArrayList<>(Collections.nCopies(cells, "5"));
    total.set(0, "Tổng cộng");
    return total;
  }
}
