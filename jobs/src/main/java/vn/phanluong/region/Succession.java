package vn.phanluong.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a dated event: a part of a unit's people that another unit took over.
 *
 * @param day first day of the new state
 * @param kind one of {@link #KINDS}
 * @param predecessor blank for a unit made out of none on record
 * @param successor blank for a unit that ended without one; its people stay in the unit above
 * @param share part of the predecessor's people, 0 to 1; null where it is not known
 * @param basis what the share counts: {@code whole}, {@code pupils}, {@code population}, {@code
 *     undetermined}; never area
 * @param cohorts cohort years the share holds for, where shares change
 */
public record Succession(
    String eventId,
    LocalDate day,
    String kind,
    @Nullable String predecessor,
    @Nullable String successor,
    @Nullable BigDecimal share,
    String basis,
    Cohorts cohorts) {
  static final Set<String> KINDS =
      Set.of(
          "merge",
          "split",
          "rename",
          "recode",
          "abolish",
          "create",
          "transfer",
          "change_of_status");

  /** Kinds after which the unit is still the same one. */
  static final Set<String> SAME_UNIT = Set.of("change_of_status", "rename", "recode");

  static final Set<String> BASES = Set.of("whole", "pupils", "population", "undetermined");

  static Succession of(Map<String, String> row) {
    String share = text(row, "share");
    return new Succession(
        text(row, "event_id"),
        LocalDate.parse(text(row, "event_date")),
        text(row, "kind"),
        blankIsNull(text(row, "predecessor_key")),
        blankIsNull(text(row, "successor_key")),
        share.isEmpty() ? null : new BigDecimal(share),
        text(row, "share_basis"),
        Cohorts.of(row.getOrDefault("cohort_from", ""), row.getOrDefault("cohort_to", "")));
  }

  boolean isWhole() {
    return successor != null && share != null && share.compareTo(BigDecimal.ONE) == 0;
  }

  private static @Nullable String blankIsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String text(Map<String, String> row, String column) {
    String text = row.get(column);
    if (text == null) {
      throw new IllegalArgumentException("region_succession has no column " + column);
    }
    return text;
  }
}
