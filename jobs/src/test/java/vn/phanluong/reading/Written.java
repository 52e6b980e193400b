package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/**
 * A value of a field as a province writes it, and what it means.
 *
 * @param meant as {@link RowReader} gives it; null for a cell left blank
 */
record Written(String text, @Nullable Object meant) {
  private static final Written BLANK = new Written("", null);

  /** Words of the fields that hold names or codes, with what they mean. */
  private static final Map<String, List<Written>> WORDS =
      Map.of(
          "province", List.of(same("Long An"), same("Tỉnh Long An")),
          // Districts of spring 2021 hold no commune of today.
          "commune", List.of(new Written("", null)),
          "education_level",
              List.of(new Written("THCS", "THCS"), new Written("Trung học cơ sở", "THCS")),
          "basis", List.of(new Written("trường", "school"), new Written("theo trường", "school")),
          "destination", List.of(new Written("Trung cấp", "TC"), new Written("Sơ cấp", "SC")),
          "council_code", List.of(new Written("58", "58")));

  private static final List<String> DISTRICTS =
      List.of(
          "Tân An",
          "Châu Thành",
          "Tân Trụ",
          "Thủ Thừa",
          "Bến Lức",
          "Cần Đước",
          "Cần Giuộc",
          "Đức Hòa",
          "Đức Huệ",
          "Thạnh Hóa",
          "Tân Thạnh",
          "Mộc Hóa",
          "Kiến Tường",
          "Vĩnh Hưng",
          "Tân Hưng");

  /** As many rows can have keys of their own. */
  static final int MOST_ROWS = DISTRICTS.size();

  /** A value of a field in row i of a table; those of one table are of one year. */
  static Written of(Field field, int i, Random random) {
    if (field.name().equals("district")) {
      return same(DISTRICTS.get(i));
    }
    List<Written> words = WORDS.get(field.name());
    if (words != null) {
      return words.get(random.nextInt(words.size()));
    }
    boolean isBlank = !field.required() && random.nextInt(4) == 0;
    if (isBlank && field.cell() != Field.Cell.YEAR) {
      return BLANK;
    }
    return switch (field.cell()) {
      case SCORE -> score(random);
      case CANDIDATE_NUMBER ->
          new Written("5800%04d".formatted(i + 1), "5800%04d".formatted(i + 1));
      case COUNT -> count(random.nextInt(random.nextBoolean() ? 1000 : 5_000_000), random);
      case YEAR -> new Written("2021", (short) 2021);
      case DATE -> date(random);
      case PERCENT -> same(random.nextInt(100) + ",5");
      case TEXT ->
          same(List.of("Nguyễn Đình Chiểu", "N1", "theo Kế hoạch", "đủ").get(random.nextInt(4)));
      default -> BLANK;
    };
  }

  private static Written same(String text) {
    return new Written(text, text);
  }

  private static Written score(Random random) {
    int hundredths = random.nextInt(41) * 25;
    String point = String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
    String text =
        switch (random.nextInt(3)) {
          case 0 -> point.replace('.', ',');
          case 1 -> point.replaceFirst("\\.?0+$", "");
          default -> point;
        };
    boolean isNone = random.nextInt(8) == 0;
    return isNone
        ? new Written(random.nextBoolean() ? "-1" : "-", null)
        : new Written(text.isEmpty() ? "0" : text, (short) hundredths);
  }

  private static Written count(int persons, Random random) {
    String grouped = String.format(Locale.ROOT, "%,d", persons);
    String text =
        switch (random.nextInt(4)) {
          case 0 -> grouped;
          case 1 -> grouped.replace(',', '.');
          default -> Integer.toString(persons);
        };
    return new Written(text, persons);
  }

  private static Written date(Random random) {
    LocalDate day = LocalDate.of(2021, 1 + random.nextInt(12), 1 + random.nextInt(28));
    int dd = day.getDayOfMonth();
    int mm = day.getMonthValue();
    String text =
        switch (random.nextInt(4)) {
          case 0 -> "%02d/%02d/2021".formatted(dd, mm);
          case 1 -> "%d-%d-2021".formatted(dd, mm);
          case 2 -> "ngày %d tháng %d năm 2021".formatted(dd, mm);
          default -> day.toString();
        };
    return new Written(text, day);
  }

  /** A text that is wrong under a field, or null where any text is right. */
  static @Nullable String wrong(Field field, Random random) {
    List<String> wrong =
        switch (field.cell()) {
          case SCORE -> List.of("11", "6,,5", "vắng", "-2", "7.123");
          case CANDIDATE_NUMBER -> List.of("58A00001", "123", "580000011");
          case COUNT -> List.of("-5", "năm", "1.5.2", "12,5");
          case YEAR -> List.of("21", "2o21");
          case DATE -> List.of("31/02/2021", "hôm qua", "2021");
          case PERCENT -> List.of("101", "%", "mười");
          case TEXT ->
              switch (field.name()) {
                case "education_level", "basis", "destination" -> List.of("bậc chín");
                default -> List.<String>of();
              };
          default -> List.<String>of();
        };
    return wrong.isEmpty() ? null : wrong.get(random.nextInt(wrong.size()));
  }
}
