package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/**
 * What the lines above the header say of the part a file tells of: «Đợt 2», «6 tháng đầu năm», «Quý
 * III», «Bổ sung», «Điều chỉnh», «Đính chính», «thay thế», «lũy kế». Read without marks, since
 * titles are typed in capitals, with marks in old or new places, or with none.
 */
final class TitleSearch {
  private static final Pattern ROUND =
      Pattern.compile("\\bdot(?: (?:xet|thi|thu|cong nhan|tot nghiep))* (\\d|i{1,3}|iv)\\b");
  private static final Pattern HALF = Pattern.compile("\\b(?:6|06|sau) thang (dau|cuoi) nam\\b");
  private static final Pattern QUARTER = Pattern.compile("\\bqu[yi] (?:thu )?([1-4]|i{1,3}|iv)\\b");
  private static final Pattern TERM = Pattern.compile("\\b(dau|cuoi) nam hoc\\b");
  private static final Pattern REPLACES = Pattern.compile("\\bthay the\\b");
  private static final Pattern CORRECTS = Pattern.compile("\\b(?:dinh chinh|dieu chinh)\\b");
  private static final Pattern ADDS = Pattern.compile("\\bbo sung\\b");
  private static final Pattern CUMULATES = Pattern.compile("(?<!khong )\\bluy ke\\b");
  private static final Pattern ALONE = Pattern.compile("\\b(?:khong luy ke|phat sinh trong ky)\\b");

  /** A line that names a legal act, which may itself amend or add to another. */
  private static final Pattern CITES =
      Pattern.compile("\\b(?:can cu|kem theo|theo (?:quyet dinh|cong van|thong tu|ke hoach))\\b");

  private static final Map<String, Short> NUMERALS =
      Map.of("i", (short) 1, "ii", (short) 2, "iii", (short) 3, "iv", (short) 4);

  private static final int HEADER = 2;

  /** As written. */
  private final List<String> lines;

  private final List<String> titles;
  private final String delimiter;
  private final boolean isCensus;

  private TitleSearch(List<String> lines, String delimiter, boolean isCensus) {
    this.lines = lines;
    titles = lines.stream().map(Spelling::strip).toList();
    this.delimiter = delimiter;
    this.isCensus = isCensus;
  }

  /** Looks above the header of a recognised file; a plan's title speaks of the plan itself. */
  static TitleSearch of(Head head, Recognition.Recognised recognised) {
    String dataset = recognised.dataset();
    boolean isPlan = dataset.equals("target") || dataset.equals("document");
    return new TitleSearch(
        isPlan ? List.of() : lines(head, recognised),
        recognised.layout().delimiter(),
        dataset.equals("school"));
  }

  private static List<String> lines(Head head, Recognition.Recognised recognised) {
    HeaderIndex headers = HeaderIndex.of(recognised.contract());
    Layout layout = recognised.layout();
    // A file that declares to have no rows is all title.
    int firstRow =
        layout.sections().stream()
            .mapToInt(Layout.Section::firstRow)
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    List<String> lines = new ArrayList<>();
    for (Head.Numbered line : head.records()) {
      if (line.rowNumber() >= firstRow || isHeader(line.text(), layout.delimiter(), headers)) {
        break;
      }
      lines.add(line.text());
    }
    return lines;
  }

  private static boolean isHeader(String record, String delimiter, HeaderIndex headers) {
    Cells cells = new Cells();
    cells.split(record, delimiter.isEmpty() ? ',' : delimiter.charAt(0));
    int known = 0;
    for (int i = 0; i < cells.count(); i++) {
      known += headers.find(cells.text(i)) == null ? 0 : 1;
    }
    return known >= HEADER;
  }

  /** The offices that the lines name as those the file is from. */
  Letterhead letterhead() {
    return Letterhead.of(
        lines.stream().filter(line -> !CITES.matcher(Spelling.strip(line)).find()).toList(),
        delimiter);
  }

  /**
   * What the titles say.
   *
   * @throws RejectedFile if they name two rounds or two parts of the year and nobody declared one
   */
  DeclaredPart find(DeclaredPart declared) {
    Set<Short> rounds = new LinkedHashSet<>();
    Set<String> subperiods = new LinkedHashSet<>();
    for (String title : titles) {
      each(ROUND, title, found -> rounds.add(number(found)));
      each(HALF, title, found -> subperiods.add(found.equals("dau") ? "S1" : "S2"));
      each(QUARTER, title, found -> subperiods.add("Q" + number(found)));
      if (isCensus) {
        each(TERM, title, found -> subperiods.add(found.equals("dau") ? "S1" : "S2"));
      }
    }
    return new DeclaredPart(
        declared.subperiod() == null ? only(subperiods, "--subperiod") : null,
        declared.round() == null ? only(rounds, "--round") : null,
        coverage(),
        accumulation());
  }

  private Part.@Nullable Coverage coverage() {
    if (says(REPLACES)) {
      return Part.Coverage.FULL;
    }
    if (says(CORRECTS)) {
      return Part.Coverage.CORRECTION;
    }
    return says(ADDS) ? Part.Coverage.ADDITION : null;
  }

  private Part.@Nullable Accumulation accumulation() {
    if (says(ALONE)) {
      return Part.Accumulation.DISCRETE;
    }
    return says(CUMULATES) ? Part.Accumulation.CUMULATIVE : null;
  }

  private boolean says(Pattern words) {
    return titles.stream()
        .anyMatch(title -> words.matcher(title).find() && !CITES.matcher(title).find());
  }

  private static void each(
      Pattern pattern, String title, java.util.function.Consumer<String> found) {
    Matcher matcher = pattern.matcher(title);
    while (matcher.find()) {
      found.accept(matcher.group(1));
    }
  }

  private static short number(String numeral) {
    Short roman = NUMERALS.get(numeral);
    return roman == null ? Short.parseShort(numeral) : roman;
  }

  private static <T> @Nullable T only(Set<T> found, String option) {
    if (found.size() > 1) {
      throw new RejectedFile(FindingCode.FILE_SCOPE_UNCLEAR.ofFile(null, found.toString(), option));
    }
    return found.isEmpty() ? null : found.iterator().next();
  }
}
