package vn.phanluong.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The list of findings in {@code docs/generated/findings.md}: each code, what it does and says. */
public final class FindingPage {
  private static final String HEAD =
      """
      <!-- Generated from FindingCode by `make docs`. Do not edit. -->

      # Phát hiện. Findings

      What `screen` and `load` find in a delivered file. `reject_file`: nothing of it is taken. `reject_row`: the row \
      stays in `raw` with its finding and goes no further. `warn`: said, and taken as it is. In a message stand for \
      themselves: «dòng» the row, «trường» the field, «nội dung» the text found, «chi tiết» what is particular.

      """;

  private FindingPage() {}

  /** The page as Markdown. */
  public static String text() {
    return HEAD
        + Arrays.stream(FindingCode.values())
            .map(FindingPage::section)
            .collect(Collectors.joining("\n"));
  }

  private static String section(FindingCode code) {
    return """
    ## %s

    - **Mức. Severity:** `%s`
    - **Tiếng Việt:** %s
    - **English:** %s
    """
        .formatted(
            code.id(),
            code.severity().name().toLowerCase(Locale.ROOT),
            code.vi("(dòng)", "(trường)", "(nội dung)", "(chi tiết)"),
            code.en("(row)", "(field)", "(text)", "(detail)"));
  }
}
