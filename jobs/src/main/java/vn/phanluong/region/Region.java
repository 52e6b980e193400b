package vn.phanluong.region;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit of administration over the time it kept its name, level and parent.
 *
 * @param regionKey the only key: a code without its date is none
 * @param level nation, province or district
 * @param validTo last day, or null while it lasts
 */
public record Region(
    String regionKey,
    String code,
    String name,
    String shortName,
    String unitType,
    String level,
    @Nullable String parentKey,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    List<String> aliases) {

  static Region of(Map<String, String> row) {
    return new Region(
        text(row, "region_key"),
        text(row, "code"),
        text(row, "name"),
        text(row, "short_name"),
        text(row, "unit_type"),
        text(row, "level"),
        text(row, "parent_key").isEmpty() ? null : text(row, "parent_key"),
        LocalDate.parse(text(row, "valid_from")),
        text(row, "valid_to").isEmpty() ? null : LocalDate.parse(text(row, "valid_to")),
        Arrays.stream(text(row, "aliases").split("\\|", -1))
            .filter(alias -> !alias.isBlank())
            .toList());
  }

  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** True if it no longer stands on a day. */
  public boolean hasEnded(LocalDate day) {
    return validTo != null && day.isAfter(validTo);
  }

  /** Every name the unit goes by. */
  public Stream<String> names() {
    return Stream.concat(Stream.of(name, shortName), aliases.stream());
  }

  private static String text(Map<String, String> row, String column) {
    String text = row.get(column);
    if (text == null) {
      throw new IllegalArgumentException("region.csv has no column " + column);
    }
    return text;
  }
}
