package vn.phanluong.definition;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold between the cells of a row. A check with a blank field holds, but for FILLED.
 *
 * @param text as the contract states it
 * @param field the field it is about
 * @param others fields it is compared with
 * @param values codes it may have, or the two ends of a range
 * @param condition when it is asked, or null for always
 */
public record RowCheck(
    String text,
    Kind kind,
    String field,
    List<String> others,
    List<String> values,
    @Nullable Condition condition) {

  /** The sentences a contract may state. */
  public enum Kind {
    /** {@code female <= pupils}: numbers or days. */
    NOT_ABOVE("(\\w+) <= (\\w+)"),
    /** {@code pupils = pupils_6 + pupils_7}; a blank part counts nothing. */
    SUM("(\\w+) = (\\w+(?: \\+ \\w+)*)"),
    /** {@code grade in 6, 7, 8, 9}. */
    ONE_OF("(\\w+) in ([^,]+(?:, [^,]+)*)"),
    /** {@code end_date filled}. */
    FILLED("(\\w+) filled()"),
    /** {@code left_on blank}. */
    BLANK("(\\w+) blank()"),
    /** {@code year of decision_date is cohort_year}. */
    IN_YEAR("year of (\\w+) is (\\w+)"),
    /** {@code year of left_on is school_year or next}. */
    IN_YEAR_OR_NEXT("year of (\\w+) is (\\w+) or next"),
    /** {@code age by birth_date in cohort_year is 13..99}, by the year of birth alone. */
    AGE("age by (\\w+) in (\\w+) is (\\d+)\\.\\.(\\d+)");

    private final Pattern form;

    Kind(String form) {
      this.form = Pattern.compile(form);
    }
  }

  /**
   * {@code if education_level is THCS before 2026}.
   *
   * @param values codes; {@code blank} and {@code filled} stand for any
   * @param before first year in which it no longer holds, of the row's day; or null
   */
  public record Condition(String field, List<String> values, @Nullable Integer before) {
    private static final Pattern FORM =
        Pattern.compile("(\\w+) is ([^,]+?(?:, [^,]+?)*)(?: before (\\d{4}))?");

    static Condition of(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new IllegalArgumentException("no condition of the form `x is A, B`: " + text);
      }
      String before = form.group(3);
      return new Condition(
          form.group(1),
          list(form.group(2), ", "),
          before == null ? null : Integer.valueOf(before));
    }
  }

  /**
   * Reads a check.
   *
   * @throws IllegalArgumentException if it has none of the forms
   */
  public static RowCheck of(String text) {
    int ifAt = text.indexOf(" if ");
    String check = ifAt < 0 ? text : text.substring(0, ifAt);
    Condition condition = ifAt < 0 ? null : Condition.of(text.substring(ifAt + 4));
    for (Kind kind : Kind.values()) {
      Matcher form = kind.form.matcher(check);
      if (form.matches()) {
        return new RowCheck(
            text, kind, form.group(1), others(form, kind), values(form, kind), condition);
      }
    }
    throw new IllegalArgumentException("no check of a known form: " + text);
  }

  private static List<String> others(Matcher form, Kind kind) {
    return switch (kind) {
      case SUM -> list(form.group(2), " + ");
      case NOT_ABOVE, IN_YEAR, IN_YEAR_OR_NEXT, AGE -> List.of(form.group(2));
      case ONE_OF, FILLED, BLANK -> List.of();
    };
  }

  private static List<String> values(Matcher form, Kind kind) {
    return switch (kind) {
      case ONE_OF -> list(form.group(2), ", ");
      case AGE -> List.of(form.group(3), form.group(4));
      default -> List.of();
    };
  }

  private static List<String> list(String text, String separator) {
    return Arrays.asList(text.split(Pattern.quote(separator), -1));
  }

  Stream<String> fields() {
    return Stream.of(
            Stream.of(field),
            others.stream(),
            condition == null ? Stream.<String>empty() : Stream.of(condition.field()))
        .flatMap(each -> each);
  }
}
