package vn.phanluong.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.DeclaredPart;
import vn.phanluong.reading.Part;
import vn.phanluong.runtime.Problem;

/** What a sender declares of a delivery, on the command line. */
final class DeclaredScope {
  @Option(
      names = "--dataset",
      description = "Tập dữ liệu, nếu không nhận ra được. The dataset, where it cannot be told.")
  @Nullable String dataset;

  @Option(names = "--period", paramLabel = "YEAR", description = "Kỳ báo cáo. Year it is about.")
  @Nullable Short period;

  @Option(names = "--reporter", description = "Đơn vị báo cáo. Who answers for it.")
  @Nullable String reporter;

  @Option(
      names = "--subperiod",
      paramLabel = "PART",
      description =
          "Phần của năm: A1 cả năm, S1 S2 nửa năm, Q1 đến Q4 quý. Part of the year: A1 all of it,"
              + " S1 S2 (or H1 H2) halves, Q1 to Q4 quarters.")
  @Nullable String subperiod;

  @Option(
      names = "--round",
      paramLabel = "N",
      description = "Đợt xét hoặc đợt thi. Recognition or exam round; 1 where none is stated.")
  @Nullable Short round;

  @Option(
      names = "--coverage",
      paramLabel = "HOW",
      description =
          "full thay tất cả lần nộp trước cùng phạm vi, addition bổ sung dòng, correction sửa các"
              + " dòng trùng khóa. full stands instead of earlier ones, addition adds rows,"
              + " correction replaces rows of the same key.")
  Part.@Nullable Coverage coverage;

  @Option(
      names = "--accumulation",
      paramLabel = "HOW",
      description =
          "cumulative lũy kế từ đầu năm, discrete chỉ trong kỳ. cumulative counts from the first"
              + " day of the year, discrete the part alone.")
  Part.@Nullable Accumulation accumulation;

  /**
   * What the options say.
   *
   * @throws Problem if they name no part of a year or no round
   */
  Declared declared() {
    String part = subperiod == null ? null : Part.subperiodOf(subperiod);
    if (subperiod != null && part == null) {
      throw new Problem(
          Problem.Kind.USE,
          "--subperiod %s: hãy ghi một trong %s.".formatted(subperiod, Part.SUBPERIODS),
          "--subperiod %s: write one of %s.".formatted(subperiod, Part.SUBPERIODS));
    }
    if (round != null && round < 1) {
      throw new Problem(
          Problem.Kind.USE,
          "--round %d: đợt tính từ 1.".formatted(round),
          "--round %d: rounds count from 1.".formatted(round));
    }
    return new Declared(
        dataset, reporter, period, new DeclaredPart(part, round, coverage, accumulation));
  }
}
