package vn.phanluong.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/**
 * The province of an exam council stands on 31 May of all its exam years; of one that goes on, of
 * all until the turns of the country that are known.
 */
final class CouncilCheck {
  private static final String LIST = "exam_council";

  private CouncilCheck() {}

  /** All flaws; none where there is no list of councils. */
  static List<Flaw> of(SchemaFiles files, RegionHistory history) {
    if (files.under("reference/", "/" + LIST + ".csv").isEmpty()) {
      return List.of();
    }
    int horizon = history.changes().last().getYear() + 1;
    List<Flaw> flaws = new ArrayList<>();
    for (Map<String, String> row : Reference.rows(files, LIST)) {
      String key = text(row, "region_key");
      String last = text(row, "valid_to_year");
      int first = Integer.parseInt(text(row, "valid_from_year"));
      for (int year = first; year <= (last.isEmpty() ? horizon : Integer.parseInt(last)); year++) {
        Region province = history.find(key);
        // The first units known are those of 2017; councils of the year before are put into them.
        LocalDate day = LocalDate.of(Math.max(year, history.changes().first().getYear()), 5, 31);
        if (province == null || !province.isValidOn(day)) {
          flaws.add(flaw(text(row, "council_code"), key, year));
          break;
        }
      }
    }
    return List.copyOf(flaws);
  }

  private static Flaw flaw(String council, String key, int year) {
    return new Flaw(
        "%s.csv %s → %s".formatted(LIST, council, key),
        "ngày 31/5/%1$d không có đơn vị này; kết thúc dòng ở %2$d và thêm dòng của đơn vị kế tiếp"
            .formatted(year, year - 1),
        "the unit does not stand on 31 May %1$d; end the row in %2$d and add one of its successor"
            .formatted(year, year - 1));
  }

  private static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
