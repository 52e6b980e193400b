package vn.phanluong.star;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.CountryTime;
import vn.phanluong.region.Areas;
import vn.phanluong.region.Cohorts;
import vn.phanluong.region.Crosswalk;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.Succession;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code star.bridge_region_boundary}: every unit of every cohort with the areas it counts
 * in, so that one join brings a fact to all levels of both boundaries.
 */
public final class BridgeRegionBoundary implements TableBuilder {
  private static final short OPEN = BridgeRegionShare.OPEN;

  /** A unit's areas on one boundary. */
  private record Run(String unitLevel, short first, List<Areas.Part> parts) {}

  @Override
  public Dataset<Row> build(Inputs in) {
    RegionHistory history = References.checked().with(shares(in));
    List<Row> rows = new ArrayList<>();
    int first = history.changes().first().getYear();
    int last = CountryTime.today().getYear();
    for (String boundary : List.of("as_was", "today")) {
      Map<String, Run> open = new LinkedHashMap<>();
      for (int cohort = first; cohort <= last; cohort++) {
        short year = (short) cohort;
        Map<String, Run> now = runs(history, boundary, year);
        open.entrySet()
            .removeIf(
                run -> {
                  boolean ends = !goesOn(run.getValue(), now.get(run.getKey()));
                  if (ends) {
                    close(rows, boundary, run, (short) (year - 1));
                  }
                  return ends;
                });
        now.forEach(open::putIfAbsent);
      }
      open.entrySet().forEach(run -> close(rows, boundary, run, OPEN));
    }
    return in.rows(rows);
  }

  /** Shares by where schools stand, of units whose reference gives none. */
  private static List<Succession> shares(Inputs in) {
    return in.table("star.bridge_region_share").collectAsList().stream()
        .map(
            row ->
                new Succession(
                    row.getAs("event_id"),
                    row.getAs("event_date"),
                    row.getAs("kind"),
                    row.getAs("predecessor_key"),
                    row.getAs("successor_key"),
                    row.getAs("share"),
                    row.getAs("share_basis"),
                    cohorts(row.getAs("cohort_from"), row.getAs("cohort_to"))))
        .toList();
  }

  private static Cohorts cohorts(short from, short to) {
    return Cohorts.between(
        from == BridgeRegionShare.FIRST ? null : Integer.valueOf(from),
        to == OPEN ? null : Integer.valueOf(to));
  }

  private static boolean goesOn(Run run, @Nullable Run now) {
    return now != null && now.parts().equals(run.parts());
  }

  private static Map<String, Run> runs(RegionHistory history, String boundary, short cohort) {
    LocalDate day = boundary.equals("today") ? CountryTime.today() : Areas.asWas(cohort);
    Areas areas = new Areas(history, cohort, day, Crosswalk.Weights.NONE);
    Map<String, Run> runs = new LinkedHashMap<>();
    for (Region unit : areas.units()) {
      runs.put(unit.regionKey(), new Run(unit.level(), cohort, areas.of(unit)));
    }
    return runs;
  }

  private static void close(List<Row> rows, String boundary, Map.Entry<String, Run> run, short to) {
    for (Areas.Part part : run.getValue().parts()) {
      rows.add(
          RowFactory.create(
              run.getKey(),
              run.getValue().unitLevel(),
              run.getValue().first(),
              to,
              boundary,
              part.level(),
              part.areaKey(),
              part.share(),
              part.comparability()));
    }
  }
}
