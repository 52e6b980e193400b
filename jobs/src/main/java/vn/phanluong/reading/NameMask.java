package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.region.Places;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.text.Spelling;

/**
 * Names of files and sheets as the warehouse may keep them: «DS Nguyễn Văn An 9A.xlsx» is «DS Aa Aa
 * Aa 9A.xlsx». Words of offices, datasets and places stay, and short figures; of all else the shape
 * does. A single word stays only if it is written with the marks of one listed here, or without
 * any: «thi» is an exam, «Thị» is part of a name.
 */
public final class NameMask {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}]+|\\p{N}+");

  /** Years, classes, dates; an identity number has nine digits or more. */
  private static final int MOST_DIGITS = 8;

  /** The longest name of a unit or header has fewer words. */
  private static final int MOST_WORDS = 12;

  private static final Set<String> WORDS =
      Set.of(
          """
          ds hs sv bc kq thi điểm tn thcs thpt gdtx gdnn lớp khối năm kỳ đợt tháng ngày trường sở
          gd đt gdđt sgd pgd tỉnh huyện quận xã phường tp mẫu kh qđ biểu bảng tổng nộp lại sửa cuối
          mới cũ chốt tệp cụm trang nghề xét tuyển số sheet data clean cleandata file final copy new
          old test exam score scores result results list report template graduate graduates school
          student students year round draft corrected correction addition full part và csv tsv txt xls
          xlsx xlsm gz zip json v ver version
          """
              .strip()
              .split("\\s+", -1));

  private static final List<String> PHRASES =
      List.of(
          "danh sách",
          "học sinh",
          "sinh viên",
          "báo cáo",
          "kết quả",
          "tốt nghiệp",
          "nhập học",
          "tuyển sinh",
          "phân luồng",
          "hướng nghiệp",
          "thành phố",
          "phòng giáo dục",
          "giáo dục",
          "đào tạo",
          "cơ sở",
          "phụ lục",
          "kế hoạch",
          "quyết định",
          "văn bản",
          "tổng hợp",
          "số liệu",
          "dữ liệu",
          "mô phỏng",
          "bổ sung",
          "sửa lỗi",
          "ủy ban nhân dân",
          "lao động",
          "thương binh",
          "xã hội",
          "thị trấn",
          "đính chính",
          "điều chỉnh",
          "chỉ tiêu",
          "hội đồng",
          "ghi chú",
          "trung học",
          "phổ thông",
          "toàn quốc",
          "cả nước");

  private static final Set<String> PLAIN_WORDS = plainWords();
  private static final Set<String> KNOWN = known();

  private NameMask() {}

  /** The name with the shape of what is not known in it. */
  public static String of(String name) {
    String text = Spelling.normal(name, java.text.Normalizer.Form.NFC);
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(new Token(matcher.start(), matcher.end(), matcher.group()));
    }
    StringBuilder masked = new StringBuilder();
    int at = 0;
    for (int i = 0; i < tokens.size(); ) {
      int known = knownFrom(tokens, i);
      int last = i + Math.max(known, 1) - 1;
      int end = tokens.get(last).end();
      masked.append(text, at, tokens.get(i).start());
      String part = text.substring(tokens.get(i).start(), end);
      masked.append(known > 0 ? part : ShapeMask.of(part));
      at = end;
      i = last + 1;
    }
    return masked.append(text, at, text.length()).toString();
  }

  private record Token(int start, int end, String text) {
    boolean isKnown() {
      String folded = Spelling.fold(text);
      boolean isPlain = folded.equals(Spelling.strip(text));
      return Character.isDigit(text.codePointAt(0))
          ? text.length() <= MOST_DIGITS
          : text.length() == 1
              || WORDS.contains(folded)
              || (isPlain && KNOWN.contains(folded))
              || (isPlain && PLAIN_WORDS.contains(folded));
    }
  }

  private static Set<String> plainWords() {
    Set<String> plain = new HashSet<>();
    WORDS.forEach(word -> plain.add(Spelling.strip(word)));
    return plain;
  }

  /** How many tokens from one on are a known name, the longest; or 0. */
  private static int knownFrom(List<Token> tokens, int from) {
    int known = tokens.get(from).isKnown() ? 1 : 0;
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < tokens.size() && i < from + MOST_WORDS; i++) {
      joined.append(Spelling.bare(tokens.get(i).text()));
      if (i > from && KNOWN.contains(joined.toString())) {
        known = i - from + 1;
      }
    }
    return known;
  }

  /** Names of two words and more, without blanks and marks. */
  private static Set<String> known() {
    Set<String> known = new HashSet<>();
    PHRASES.forEach(phrase -> add(known, phrase));
    for (Contract contract : Contracts.bundled().all()) {
      known.add(Spelling.bare(contract.table().replace('_', ' ')));
      for (Field field : contract.fields()) {
        add(known, field.name().replace('_', ' '));
        field.aliases().forEach(alias -> add(known, alias));
      }
    }
    RegionHistory.bundled()
        .regions()
        // What a commune is called without «xã» may be anybody's name.
        .flatMap(it -> it.level().equals(Places.COMMUNE) ? Stream.of(it.name()) : it.names())
        .forEach(name -> add(known, name));
    for (Map<String, String> row : Reference.rows(SchemaFiles.bundled(), "exam_council")) {
      add(known, row.getOrDefault("name", ""));
    }
    return known;
  }

  private static void add(Set<String> known, String name) {
    if (name.strip().indexOf(' ') > 0) {
      known.add(Spelling.bare(name));
    }
  }
}
