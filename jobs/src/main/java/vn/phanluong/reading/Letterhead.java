package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Communes;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.text.Spelling;

/**
 * The offices that the lines above a header name as those the file is from: «Sở Giáo dục và Đào tạo
 * tỉnh Lâm Đồng», «UBND HUYỆN BẾN LỨC», in words without marks.
 */
record Letterhead(List<String> offices) {
  /**
   * «Số liệu tỉnh …» without marks begins as an office does, so its sector is asked for. «P.GDĐT»
   * has become «phường GDĐT» here.
   */
  private static final Pattern OFFICE =
      Pattern.compile(
          "(?:uy ban nhan dan|ubnd|(?:so|phong|phuong|[sp]) ?(?:giao duc|gd|lao dong|ld|noi vu|van"
              + " hoa)).*");

  /**
   * Tây Ninh is two provinces, one after the other. The first of them may hold a stray row in
   * fifty; a file with more is of the one that took the places of those rows over too.
   */
  private static final int STRAY = 50;

  /** An office that names its province after itself is not the province's. */
  private static final Pattern SMALLER =
      Pattern.compile(
          "(?:uy ban nhan dan|ubnd) (?:quan|huyen|thi xa|thi tran|xa|phuong|dac khu) .*");

  private static final Pattern COMMITTEE_OF_COMMUNE =
      Pattern.compile(
          "(?:uy ban nhan dan|ubnd) ((?:xa|phuong|dac khu) .+?)(?: (?:tinh|thanh pho) .*)?");

  private static final Pattern BEFORE_OFFICE =
      Pattern.compile("^(?:don vi|co quan)(?: bao cao| gui| lap| bieu)* ");

  /** Where a school or centre signs, the office above it is named too. */
  private static final Pattern SCHOOL =
      Pattern.compile(
          "(?:truong (?:th|pt|tieu hoc|trung|pho thong|cao dang|dai hoc)|trung tam ).*");

  private static final Pattern OTHER_ROLE =
      Pattern.compile("\\b(?:kinh gui|noi nhan|nhan bao cao)\\b");

  private static final Pattern TYPE_AT_END =
      Pattern.compile(
          ".* (?:tinh|thanh pho|quan|huyen|thi xa|thi tran|xa|phuong|dac khu)(?: thuoc)?");

  private static final Map<String, String> SHORT_TYPES =
      Map.of(
          "tp",
          "thanh pho",
          "tx",
          "thi xa",
          "h",
          "huyen",
          "q",
          "quan",
          "t",
          "tinh",
          "p",
          "phuong",
          "x",
          "xa");

  static Letterhead of(List<String> lines, String delimiter) {
    List<String> offices = new ArrayList<>();
    for (String line : lines) {
      Cells cells = new Cells();
      cells.split(line, delimiter.isEmpty() ? '\t' : delimiter.charAt(0));
      for (int i = 0; i < cells.count(); i++) {
        for (String text : cells.text(i).lines().toList()) {
          String words = BEFORE_OFFICE.matcher(words(text)).replaceFirst("");
          if (SCHOOL.matcher(words).matches()) {
            return new Letterhead(List.of());
          }
          if (isOffice(text, words) && !OTHER_ROLE.matcher(words(line)).find()) {
            offices.add(words);
          }
        }
      }
    }
    return new Letterhead(List.copyOf(offices));
  }

  private static boolean isOffice(String text, String words) {
    String folded = Spelling.fold(text);
    return folded.startsWith("sở ")
        || (!folded.startsWith("số") && OFFICE.matcher(words).matches());
  }

  /** Letters and digits in lower case without marks, one blank apart, types of units in full. */
  private static String words(String text) {
    StringBuilder words = new StringBuilder();
    for (String word : Spelling.strip(text).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.append(words.isEmpty() ? "" : " ").append(SHORT_TYPES.getOrDefault(word, word));
      }
    }
    return words.toString();
  }

  /**
   * The smallest unit that an office is of and that holds most rows, or null.
   *
   * @param rows rows by unit that may be meant, each of which counts in all units it lies in
   * @param all rows of the file
   */
  @Nullable Region unit(Map<Region, Integer> rows, int all) {
    Region found = null;
    for (String office : offices) {
      Region unit =
          rows.keySet().stream()
              .filter(each -> named(office, each) > 0 && rows.getOrDefault(each, 0) * 2 > all)
              .max(
                  Comparator.<Region>comparingInt(each -> named(office, each))
                      .thenComparing(each -> each.level().equals(Places.PROVINCE))
                      .thenComparing(
                          each -> Math.min(rows.getOrDefault(each, 0) * STRAY, all * (STRAY - 1))))
              .orElse(null);
      if (found == null || (unit != null && unit.level().equals(Places.DISTRICT))) {
        found = unit;
      }
    }
    return found;
  }

  /** True if an office is of a unit. */
  boolean isOf(Region unit) {
    return offices.stream().anyMatch(office -> named(office, unit) > 0);
  }

  /**
   * The commune of a province whose committee the file is from, on a day; null if there is none.
   */
  @Nullable Region commune(String province, LocalDate day) {
    for (String office : offices) {
      Matcher committee = COMMITTEE_OF_COMMUNE.matcher(office);
      if (committee.matches()
          && Communes.bundled().resolve(committee.group(1), province, day)
              instanceof PlaceResult.Found found) {
        return found.unit();
      }
    }
    return null;
  }

  /** Length of the name of a unit with which an office ends; 0 if it is of another unit. */
  private static int named(String office, Region unit) {
    boolean isProvince = unit.level().equals(Places.PROVINCE);
    if (!isProvince && office.startsWith("s")) {
      // Departments are of provinces.
      return 0;
    }
    if (isProvince && SMALLER.matcher(office).matches()) {
      return 0;
    }
    // A division is of a district, unless it says which province's it is.
    boolean needsType = isProvince && office.startsWith("p");
    return unit.names()
        .map(Letterhead::words)
        .filter(name -> !needsType || name.equals(words(unit.name())))
        .filter(name -> office.endsWith(" " + name))
        .filter(name -> !TYPE_AT_END.matcher(before(office, name)).matches())
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static String before(String office, String name) {
    return office.substring(0, office.length() - name.length() - 1);
  }
}
