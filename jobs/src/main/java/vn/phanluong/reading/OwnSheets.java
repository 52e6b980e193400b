package vn.phanluong.reading;

import java.nio.file.Path;
import java.util.List;

/**
 * The sheets this program adds to workbooks: findings, summary, guide of a template. They are no
 * data and come back with the next delivery.
 */
public final class OwnSheets {
  public static final String ERRORS = "Lỗi";
  public static final String SUMMARY = "Tóm tắt";
  public static final String GUIDE = "Hướng dẫn";

  /**
   * What the first cell of such a sheet begins with: a province's own sheet may have the same name.
   */
  public static final String TITLE = "Phân Luồng · ";

  private static final List<String> NAMES = List.of(ERRORS, SUMMARY, GUIDE);

  private OwnSheets() {}

  /**
   * The visible sheets of a workbook that this program wrote.
   *
   * @throws UnreadableFile if it is no workbook or broken
   */
  public static List<String> of(Path workbook) {
    return Head.all(workbook, 1).stream().filter(OwnSheets::isOwn).map(Head::sheet).toList();
  }

  static boolean isOwn(Head head) {
    boolean isNamed =
        NAMES.stream()
            .anyMatch(name -> head.sheet().equals(name) || head.sheet().startsWith(name + " ("));
    return isNamed && !head.records().isEmpty() && head.records().get(0).text().startsWith(TITLE);
  }
}
