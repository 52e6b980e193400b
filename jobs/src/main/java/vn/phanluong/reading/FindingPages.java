package vn.phanluong.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A page a finding in {@code docs/generated/findings}: what it says, asks for and does. */
public final class FindingPages {
  private static final String GENERATED =
      "<!-- Generated from FindingCode by `make docs`. Do not edit. -->\n\n";

  private static final String INDEX =
      GENERATED
          + """
          # Phát hiện. Findings

          What `screen` and `load` find in a delivered file. `reject_file`: nothing of it is taken. `reject_row`: the row \
          stays in `raw` with its finding and goes no further. `warn`: said, and taken as it is.

          | mã (code) | mức (severity) | |
          |---|---|---|
          """;

  private static final String PAGE =
      GENERATED
          + """
          # %1$s

          [Tất cả phát hiện. All findings](README.md)

          **Mức. Severity:** `%2$s`: %3$s

          ## Tiếng Việt

          %4$s

          ## English

          %5$s

          In a message stand for themselves: «dòng» the row, «trường» the field, «nội dung» the text found, «chi tiết» what \
          is particular.

          ## Ở đâu. Where it was found

              ./phanluong sql --working "SELECT file_name, sheet, cell, offending_text FROM ops.finding WHERE code = '%1$s'"
          """;

  private FindingPages() {}

  /** Pages as Markdown by their path. */
  public static Map<String, String> all() {
    Map<String, String> pages = new TreeMap<>();
    pages.put(
        "findings/README.md",
        INDEX
            + Arrays.stream(FindingCode.values())
                .map(FindingPages::line)
                .collect(Collectors.joining()));
    for (FindingCode code : FindingCode.values()) {
      pages.put("findings/%s.md".formatted(code.id()), page(code));
    }
    return pages;
  }

  private static String line(FindingCode code) {
    return "| [%1$s](%1$s.md) | `%2$s` | %3$s |\n".formatted(code.id(), severity(code), vi(code));
  }

  private static String page(FindingCode code) {
    String en = code.en("(row)", "(field)", "(text)", "(detail)");
    return PAGE.formatted(code.id(), severity(code), consequence(code), vi(code), en);
  }

  private static String vi(FindingCode code) {
    return code.vi("(dòng)", "(trường)", "(nội dung)", "(chi tiết)");
  }

  private static String severity(FindingCode code) {
    return code.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String consequence(FindingCode code) {
    return switch (code.severity()) {
      case REJECT_FILE -> "trả lại cả tệp, không nhận dòng nào. Nothing of the file is taken.";
      case REJECT_ROW ->
          "trả lại dòng này, các dòng khác vẫn nhận. The row is not taken, others are.";
      case WARN -> "vẫn nhận, cần xem lại. Taken as it is, to be looked at.";
    };
  }
}
