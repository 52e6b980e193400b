package vn.phanluong.region;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A province in a socio-economic region, which the state draws anew without moving any border. */
public record Membership(
    String province, String socioEconomicRegion, LocalDate validFrom, @Nullable LocalDate validTo) {

  static Membership of(Map<String, String> row) {
    String last = row.getOrDefault("valid_to", "");
    return new Membership(
        text(row, "province_key"),
        text(row, "socio_economic_region_key"),
        LocalDate.parse(text(row, "valid_from")),
        last.isEmpty() ? null : LocalDate.parse(last));
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  private static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
