package vn.phanluong.reading;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The day a row speaks of: units and codes are those of that day. */
final class RowDay {
  /** Units are recorded from here on; what happened before was in the units of this day. */
  private static final LocalDate FIRST_DAY_OF_REGIONS = LocalDate.of(2017, 1, 1);

  private final List<Source> sources = new ArrayList<>();

  /** A field that holds a day, or a day of the year that a field holds. */
  private record Source(int position, @Nullable MonthDay dayOfYear) {}

  /**
   * @param days as contracts state them, {@code start_date} or {@code 09-30 of school_year}
   */
  RowDay(FieldPositions positions, List<String> days) {
    for (String day : days) {
      String[] parts = day.split(" of ", -1);
      sources.add(
          parts.length == 1
              ? new Source(positions.of(day), null)
              : new Source(positions.of(parts[1]), MonthDay.parse("--" + parts[0])));
    }
  }

  /** The day by the first source that is filled, or null. */
  @Nullable LocalDate of(@Nullable Object[] row) {
    for (Source source : sources) {
      LocalDate day = of(row[source.position()], source.dayOfYear());
      if (day != null) {
        return day.isBefore(FIRST_DAY_OF_REGIONS) ? FIRST_DAY_OF_REGIONS : day;
      }
    }
    return null;
  }

  private static @Nullable LocalDate of(@Nullable Object value, @Nullable MonthDay dayOfYear) {
    if (dayOfYear == null) {
      return value instanceof LocalDate day ? day : null;
    }
    return value instanceof Short year ? dayOfYear.atYear(year) : null;
  }
}
