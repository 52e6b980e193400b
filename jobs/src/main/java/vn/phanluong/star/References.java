package vn.phanluong.star;

import java.util.List;
import java.util.stream.Collectors;
import vn.phanluong.region.Flaw;
import vn.phanluong.region.HistoryCheck;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.runtime.Problem;

/** The reference of units as tables may be built from it: without a flaw. */
final class References {
  private static final int SHOWN = 20;

  private References() {}

  /**
   * The history of units in force.
   *
   * @throws Problem if it breaks a law; the tables built before stay as they are
   */
  static RegionHistory checked() {
    return checked(RegionHistory.bundled());
  }

  static RegionHistory checked(RegionHistory history) {
    List<Flaw> flaws = HistoryCheck.of(history);
    if (!flaws.isEmpty()) {
      throw new Problem(
          Problem.Kind.DATA,
          "Danh mục đơn vị hành chính có %d chỗ sai; bảng cũ giữ nguyên. Sửa schemas/reference:\n%s"
              .formatted(flaws.size(), list(flaws, true)),
          "The reference of units has %d flaws; tables stay as they were. Mend schemas/reference:\n%s"
              .formatted(flaws.size(), list(flaws, false)));
    }
    return history;
  }

  private static String list(List<Flaw> flaws, boolean inVietnamese) {
    return flaws.stream()
        .limit(SHOWN)
        .map(flaw -> "  %s: %s".formatted(flaw.rows(), inVietnamese ? flaw.vi() : flaw.en()))
        .collect(Collectors.joining("\n"));
  }
}
