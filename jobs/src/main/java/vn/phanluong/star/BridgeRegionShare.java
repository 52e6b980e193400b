package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.definition.CountryTime;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.Shares;
import vn.phanluong.region.Succession;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code star.bridge_region_share}: how the pupils of a unit divided nobody says how went to
 * its successors, by where its schools stand today. A school year counts if it tells the pupils of
 * every school of the unit and each is known to stand in one successor.
 */
public final class BridgeRegionShare implements TableBuilder {
  static final short FIRST = 0;
  static final short OPEN = 9999;

  /** Pupils of a school year by the successor their schools stand in today. */
  private record Year(short schoolYear, boolean isSynthetic, Map<String, BigDecimal> pupils) {}

  @Override
  public Dataset<Row> build(Inputs in) {
    RegionHistory history = References.checked();
    Map<String, List<Succession>> divided = new TreeMap<>();
    history
        .dividedUnknown()
        .filter(lines -> !lines.get(0).day().isAfter(CountryTime.today()))
        .forEach(lines -> divided.put(unit(lines), lines));
    Map<String, List<Row>> told = new TreeMap<>();
    counted(in, history, divided)
        .forEach(row -> told.computeIfAbsent(row.getString(0), any -> new ArrayList<>()).add(row));
    List<Row> rows = new ArrayList<>();
    told.forEach((unit, counts) -> shares(rows, Objects.requireNonNull(divided.get(unit)), counts));
    return in.rows(rows);
  }

  private static String unit(List<Succession> lines) {
    return Objects.requireNonNull(lines.get(0).predecessor());
  }

  /** Pupils by divided unit, school year and unit of today; of earlier units that are it too. */
  private static List<Row> counted(
      Inputs in, RegionHistory history, Map<String, List<Succession>> divided) {
    List<Row> members = new ArrayList<>();
    divided
        .keySet()
        .forEach(
            unit ->
                history
                    .whole(unit)
                    .forEach(member -> members.add(RowFactory.create(member, unit))));
    broadcast(
            in.spark()
                .createDataFrame(
                    members, StructType.fromDDL("region_key string, divided_key string")))
        .createOrReplaceTempView("divided_member");
    in.table("star.dim_school").createOrReplaceTempView("divided_school");
    in.table("star.fct_school_census").createOrReplaceTempView("divided_census");
    return in.sql(
            """
            SELECT divided_key, school_year, s.today_region_key,
              CAST(sum(pupils) AS DECIMAL(20, 0)) AS pupils, bool_and(pupils IS NOT NULL) AS is_told,
              bool_or(c.is_synthetic) AS is_synthetic
            FROM divided_census c
            JOIN divided_school s ON s.school_code = c.school_code
              AND school_year BETWEEN first_school_year AND last_school_year
            JOIN divided_member m ON m.region_key = s.region_key
            GROUP BY divided_key, school_year, s.today_region_key
            ORDER BY divided_key, school_year, s.today_region_key
            """)
        .collectAsList();
  }

  private static void shares(List<Row> rows, List<Succession> lines, List<Row> counts) {
    List<Year> years = years(lines, counts);
    for (int i = 0; i < years.size(); i++) {
      Year year = years.get(i);
      // Who sat there in autumn finishes in the next year; a year without a list is as the one
      // before.
      short from = i == 0 ? FIRST : (short) (year.schoolYear() + 1);
      short to = i + 1 == years.size() ? OPEN : years.get(i + 1).schoolYear();
      Map<String, BigDecimal> shares = Shares.of(year.pupils());
      for (Succession line : lines) {
        String successor = Objects.requireNonNull(line.successor());
        rows.add(
            RowFactory.create(
                line.eventId(),
                line.day(),
                line.kind(),
                line.predecessor(),
                successor,
                from,
                to,
                shares.get(successor),
                "pupils",
                year.schoolYear(),
                Objects.requireNonNull(year.pupils().get(successor)).longValue(),
                year.isSynthetic()));
      }
    }
  }

  private static List<Year> years(List<Succession> lines, List<Row> counts) {
    Today today = new Today(References.checked());
    LocalDate day = lines.get(0).day();
    Map<String, String> successors = new TreeMap<>();
    for (Succession line : lines) {
      String successor = Objects.requireNonNull(line.successor());
      String now = today.unitOf(successor, day);
      if (now != null) {
        successors.put(now, successor);
      }
    }
    Map<Short, List<Row>> byYear = new TreeMap<>();
    counts.forEach(
        row -> byYear.computeIfAbsent(row.getShort(1), any -> new ArrayList<>()).add(row));
    List<Year> years = new ArrayList<>();
    byYear.forEach(
        (schoolYear, rows) -> {
          boolean isKnown =
              rows.stream()
                  .allMatch(
                      row ->
                          row.getBoolean(4)
                              && !row.isNullAt(2)
                              && successors.containsKey(row.getString(2)));
          Map<String, BigDecimal> pupils = new TreeMap<>();
          lines.forEach(
              line -> pupils.put(Objects.requireNonNull(line.successor()), BigDecimal.ZERO));
          if (isKnown) {
            rows.forEach(
                row ->
                    pupils.merge(
                        Objects.requireNonNull(successors.get(row.getString(2))),
                        row.getDecimal(3),
                        BigDecimal::add));
          }
          if (pupils.values().stream().anyMatch(count -> count.signum() > 0)) {
            years.add(new Year(schoolYear, rows.stream().anyMatch(r -> r.getBoolean(5)), pupils));
          }
        });
    return years;
  }
}
