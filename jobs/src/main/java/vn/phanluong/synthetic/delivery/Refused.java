package vn.phanluong.synthetic.delivery;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.text.Spelling;

/** What is wrong with a file as a whole. */
final class Refused {
  /** Kinds that only a workbook can show; its sender sends one this time. */
  private static final List<String> OF_WORKBOOKS =
      List.of("file_cut", "stray_cell", "several_sheets", "notes_sheet", "summary_sheet");

  /** Of so many rows one names a province that is no more. */
  private static final int MIXED = 4;

  /** Reports of later years have none of the provinces before the mergers of 1 July 2025. */
  private static final int LAST_OF_63 = 2025;

  private Refused() {}

  static boolean needsWorkbook(DirtKind kind) {
    return OF_WORKBOOKS.contains(kind.name());
  }

  /** The cells of a row in a file that is refused for this. */
  static String[] cells(
      DirtKind refusal, Delivery delivery, Form form, String[] cells, int ordinal) {
    switch (refusal.name()) {
      case "own_numbers" -> cells[form.placeOf("learner_code")] = "HS%05d".formatted(ordinal + 1);
      case "year_without_exam" -> cells[form.placeOf("exam_year")] = "2010";
      case "units_mixed" -> {
        if (ordinal % MIXED == MIXED - 1) {
          cells[form.placeOf("province")] = Objects.requireNonNull(former(delivery));
        }
      }
      default -> {}
    }
    return cells;
  }

  /** False of what no report of its year and place can carry. */
  static boolean isOpenTo(DirtKind kind, Delivery delivery) {
    return !kind.name().equals("units_mixed")
        || (delivery.period() > LAST_OF_63 && former(delivery) != null);
  }

  /** A province that the reporter's took in, by another name: «Tỉnh Long An» of Tây Ninh. */
  private static @Nullable String former(Delivery delivery) {
    RegionHistory history = RegionHistory.bundled();
    for (String key : Places.bundled().lineage(delivery.reporterKey())) {
      Region unit = Objects.requireNonNull(history.find(key));
      if (unit.level().equals(Places.PROVINCE)) {
        return history.before(key).stream()
            .map(event -> Objects.requireNonNull(event.predecessor()))
            .map(predecessor -> Objects.requireNonNull(history.find(predecessor)).name())
            .filter(name -> !Spelling.bare(name).contains(Spelling.bare(unit.shortName())))
            .findFirst()
            .orElse(null);
      }
    }
    return null;
  }

  /** The headers of a file; in one that is refused for them, such as say nothing. */
  static String[] headers(FileRun.Sent sent, Form form) {
    if (sent.has("header_unknown")) {
      return IntStream.rangeClosed(1, form.columns().size())
          .mapToObj("Cột %d"::formatted)
          .toArray(String[]::new);
    }
    return form.columns().stream().map(Form.Column::header).toArray(String[]::new);
  }

  /** False where a file cannot be refused for a reason. */
  static boolean isPossible(DirtKind refusal, Form form, int rows) {
    return switch (refusal.name()) {
      case "units_mixed" -> rows >= 2 * MIXED && form.placeOf("province") >= 0;
      case "own_numbers" -> rows >= 25 && form.placeOf("learner_code") >= 0;
      case "year_without_exam" -> rows >= 25 && form.isExam();
      default -> rows > 0;
    };
  }
}
