package vn.phanluong.synthetic.delivery;

import java.util.List;
import java.util.stream.IntStream;

/** What is wrong with a file as a whole. */
final class Refused {
  /** Kinds that only a workbook can show; its sender sends one this time. */
  private static final List<String> OF_WORKBOOKS =
      List.of("file_cut", "stray_cell", "several_sheets", "notes_sheet");

  private Refused() {}

  static boolean needsWorkbook(DirtKind kind) {
    return OF_WORKBOOKS.contains(kind.name());
  }

  /** The cells of a row in a file that is refused for this. */
  static String[] cells(DirtKind refusal, Form form, String[] cells, int ordinal) {
    int place =
        switch (refusal.name()) {
          case "own_numbers" -> form.placeOf("learner_code");
          case "year_without_exam" -> form.placeOf("exam_year");
          default -> -1;
        };
    if (place >= 0) {
      cells[place] =
          refusal.name().equals("own_numbers") ? "HS%05d".formatted(ordinal + 1) : "2010";
    }
    return cells;
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
      case "own_numbers" -> rows >= 25 && form.placeOf("learner_code") >= 0;
      case "year_without_exam" -> rows >= 25 && form.isExam();
      default -> rows > 0;
    };
  }
}
