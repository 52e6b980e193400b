package vn.phanluong.synthetic.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;

/**
 * How one reporter lays out and words one report: a system of its own, which drifts over the years.
 *
 * @param pack csv, csv.gz, zip, xlsx or xls
 * @param encoding label of {@link TextBytes}; a workbook has none
 * @param period the year written where the reporter has no column of it
 * @param traits what else is particular about the file
 */
record Form(
    Contract contract,
    List<Column> columns,
    String pack,
    String encoding,
    char delimiter,
    String lineEnd,
    int period,
    Wording wording,
    Traits traits) {

  /** What a column holds. */
  enum Kind {
    FIELD,
    /** The year of the report, which the rows do not tell. */
    YEAR,
    /** The last word of the name. */
    GIVEN,
    /** A running number. */
    NUMBER,
    /** An empty column between others. */
    GAP,
    /** The score of another language than the one most sit in. */
    LANGUAGE,
    /** A column no contract knows. */
    EXTRA
  }

  /**
   * A column.
   *
   * @param field null in a column of no field
   * @param source place of its value in a delivered row, or -1
   */
  record Column(Kind kind, @Nullable Field field, int source, String header) {
    boolean is(String name) {
      return field != null && field.name().equals(name);
    }

    /** True of a second column of a field. */
    boolean isFurther() {
      return kind == Kind.GIVEN || kind == Kind.LANGUAGE;
    }

    boolean holds(Field.Cell cell) {
      return kind != Kind.GIVEN && field != null && field.cell() == cell;
    }
  }

  /**
   * What is particular.
   *
   * @param hasTrailing true if each line ends with a delimiter
   * @param isTwoLines true if a line of groups stands above the headers
   * @param hasTotal true if a last row adds up the counts
   * @param hasSchoolTitles true if the name of the school stands above its rows
   */
  record Traits(
      boolean hasTrailing,
      boolean hasBlankFirst,
      boolean isTwoLines,
      boolean hasTotal,
      boolean hasSchoolTitles) {}

  boolean isWorkbook() {
    return pack.startsWith("xls");
  }

  boolean isText() {
    return !isWorkbook();
  }

  boolean isExam() {
    return contract.table().equals("exam_result");
  }

  /** Place of a field's column, or -1. */
  int placeOf(String field) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).is(field) && !columns.get(i).isFurther())
        .findFirst()
        .orElse(-1);
  }

  /** Place of the column of another language, or -1. */
  int placeOfOtherLanguage() {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).kind() == Kind.LANGUAGE)
        .findFirst()
        .orElse(-1);
  }

  /** Name of the field of the year of the report. */
  static String yearField(Contract contract) {
    String period = contract.rows().period();
    return period != null
        ? period
        : contract.table().equals("exam_result") ? "exam_year" : "cohort_year";
  }

  Form packed(String otherPack) {
    return new Form(
        contract, columns, otherPack, encoding, delimiter, lineEnd, period, wording, traits);
  }

  Form with(List<Column> otherColumns) {
    return new Form(
        contract, otherColumns, pack, encoding, delimiter, lineEnd, period, wording, traits);
  }

  /** The same with a column a language: all sit English, so that of French stays empty. */
  Form withLanguages() {
    List<Column> other = new ArrayList<>();
    for (Column column : columns) {
      if (column.is("ngoai_ngu")) {
        other.add(new Column(Kind.FIELD, column.field(), column.source(), "Tiếng Anh"));
        other.add(new Column(Kind.LANGUAGE, column.field(), -1, "Tiếng Pháp"));
      } else if (!column.is("ma_ngoai_ngu")) {
        other.add(column);
      }
    }
    return with(List.copyOf(other));
  }

  /** The same with a last row that adds up the counts. */
  Form withTotal() {
    Traits total =
        new Traits(
            traits.hasTrailing,
            traits.hasBlankFirst,
            traits.isTwoLines,
            true,
            traits.hasSchoolTitles);
    return new Form(contract, columns, pack, encoding, delimiter, lineEnd, period, wording, total);
  }
}
