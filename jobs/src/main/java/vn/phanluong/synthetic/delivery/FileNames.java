package vn.phanluong.synthetic.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file is called, and what it says of itself above its header. */
final class FileNames {
  static final String SYNTHETIC =
      "DỮ LIỆU MÔ PHỎNG, KHÔNG PHẢI SỐ LIỆU THẬT (SYNTHETIC DATA, NOT REAL FIGURES)";

  /** So long that a file system takes the name, whatever stands before it. */
  private static final int LONGEST_SLUG = 80;

  private FileNames() {}

  /**
   * Path relative to the country's folder; paths order as files are sent.
   *
   * @param isResent true for what mends wrong rows, which may go out on the day of a correction
   *     that tells something new
   */
  static String path(Delivery delivery, String pack, boolean isResent) {
    StringBuilder name = new StringBuilder("files/");
    name.append(delivery.sent().getYear()).append('/').append(delivery.sent());
    name.append('_').append(delivery.dataset()).append('_').append(delivery.period());
    if (!delivery.subperiod().equals("A1")) {
      name.append('_').append(delivery.subperiod());
    }
    if (delivery.round() > 1) {
      name.append("_dot").append(delivery.round());
    }
    name.append(
        switch (delivery.coverage()) {
          case FULL -> "";
          case ADDITION -> "_bo_sung";
          case CORRECTION -> isResent ? "_sua_loi" : "_dinh_chinh";
        });
    String slug = Keys.slug(delivery.reporter());
    // Two districts can have names that differ in their marks alone.
    name.append('_').append(delivery.reporterKey().split("@", 2)[0]);
    name.append('_').append(slug, 0, Math.min(slug.length(), LONGEST_SLUG));
    return name.append('.').append(pack.equals("zip") ? "csv.zip" : pack).toString();
  }

  /**
   * The lines above the header.
   *
   * @param said a word on the part it tells of in place of the right one, or null
   */
  static List<String> titles(Delivery delivery, String purpose, @Nullable String said) {
    List<String> titles = new ArrayList<>();
    titles.add(SYNTHETIC);
    titles.add(delivery.reporter().toUpperCase(Locale.ROOT));
    titles.add("Báo cáo: " + purpose.substring(0, purpose.indexOf('.')));
    String part = said == null ? part(delivery) : said;
    if (!part.isEmpty()) {
      titles.add(part);
    }
    titles.add(
        "Ngày gửi: %02d/%02d/%d; người lập biểu, thủ trưởng đơn vị đã ký"
            .formatted(
                delivery.sent().getDayOfMonth(),
                delivery.sent().getMonthValue(),
                delivery.sent().getYear()));
    return titles;
  }

  private static String part(Delivery delivery) {
    List<String> parts = new ArrayList<>();
    boolean isCensus = delivery.dataset().equals("school");
    switch (delivery.subperiod()) {
      case "S1" -> parts.add(isCensus ? "Đầu năm học" : "6 tháng đầu năm");
      case "S2" -> parts.add(isCensus ? "Cuối năm học" : "6 tháng cuối năm");
      default -> {}
    }
    if (delivery.round() > 1) {
      parts.add("Đợt " + delivery.round());
    }
    switch (delivery.coverage()) {
      case ADDITION -> parts.add("Bổ sung");
      case CORRECTION -> parts.add("Đính chính");
      case FULL -> {}
    }
    return String.join(" - ", parts);
  }
}
