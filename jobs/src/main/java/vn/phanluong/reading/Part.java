package vn.phanluong.reading;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of its period a delivery tells of, and what it does to those before it.
 *
 * @param subperiod as SDMX 3.0 writes the second half of a time period: A1 the year, S1 and S2 its
 *     halves, Q1 to Q4 its quarters
 * @param round recognition or examination round, from 1; a delivery that states none is of the
 *     first
 * @param knownBy how what is not the default was known, by the name of the component
 */
public record Part(
    String subperiod,
    short round,
    Coverage coverage,
    Accumulation accumulation,
    Map<String, Scope.KnownBy> knownBy)
    implements Serializable {

  /** The year as a whole. */
  public static final String YEAR = "A1";

  public static final List<String> SUBPERIODS = List.of(YEAR, "S1", "S2", "Q1", "Q2", "Q3", "Q4");

  /** A year's figures whole, of the first round. */
  public static final Part WHOLE =
      new Part(YEAR, (short) 1, Coverage.FULL, Accumulation.CUMULATIVE, Map.of());

  private static final Pattern STATED = Pattern.compile("(?:\\d{4}-)?(A1|[SHQ])(\\d?)");

  /** What a delivery does to earlier ones of its scope. */
  public enum Coverage {
    /** Stands instead of all of them. */
    FULL,
    /** Adds rows. */
    ADDITION,
    /** Its rows stand instead of those of the same key; the others stay. */
    CORRECTION
  }

  /** What the figures of a part of the year count. */
  public enum Accumulation {
    /** From the first day of the period to the last of the part: the latest stands. */
    CUMULATIVE,
    /** The part alone: parts add up. */
    DISCRETE
  }

  /** Sorted, so that equal parts print alike. */
  public Part {
    knownBy = Collections.unmodifiableMap(new TreeMap<>(knownBy));
  }

  /**
   * The subperiod that a person wrote: {@code S1}, {@code H1}, {@code 2024-Q3}, {@code year}.
   *
   * @return null if it is none
   */
  public static @Nullable String subperiodOf(String written) {
    String text = written.strip().toUpperCase(Locale.ROOT);
    if (text.equals("YEAR")) {
      return YEAR;
    }
    Matcher matcher = STATED.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String code = (matcher.group(1) + matcher.group(2)).replace('H', 'S');
    return SUBPERIODS.contains(code) ? code : null;
  }

  /** As the ledger has it, coverage and accumulation in lower case. */
  public static Part stored(String subperiod, short round, String coverage, String accumulation) {
    return new Part(
        subperiod,
        round,
        Coverage.valueOf(coverage.toUpperCase(Locale.ROOT)),
        Accumulation.valueOf(accumulation.toUpperCase(Locale.ROOT)),
        Map.of());
  }

  /** With its year, as a person reads it: {@code 2024}, {@code 2024-S1 r2 correction}. */
  public String of(short period) {
    StringBuilder text = new StringBuilder().append(period);
    text.append(subperiod.equals(YEAR) ? "" : "-" + subperiod);
    text.append(round == 1 ? "" : " r" + round);
    text.append(coverage == Coverage.FULL ? "" : " " + coverage.name().toLowerCase(Locale.ROOT));
    return text.toString();
  }
}
