package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.Populations;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;

/**
 * Builds {@code indicator.tally}: what each definition counts, by each method it can be known by,
 * at the smallest unit. A definition that is wrong is left out, and {@link DefinitionLint} says
 * why.
 */
public final class Tally implements RevisingBuilder {
  /** What a count is held in. */
  private static final String[] CELL = {"cohort_year", "basis", "region_key"};

  /** So many units are a short question to each person. */
  private static final int MOST_UNITS = 2000;

  @Override
  public Dataset<Row> build(Inputs in) {
    return of(in, SchemaFiles.bundled());
  }

  /**
   * Counts anew in the cells in which the persons that changed count otherwise than they did: what
   * all others count there is as it was, but a cell is more than a sum.
   */
  @Override
  public @Nullable Revision revision(Changes changes) {
    Dataset<Row> persons = changes.persons();
    if (persons == null) {
      return null;
    }
    Dataset<Row> before = build(changes.before().of(persons)).localCheckpoint();
    Dataset<Row> now = build(changes.now().of(persons)).localCheckpoint();
    Dataset<Row> cells =
        before
            .exceptAll(now)
            .union(now.exceptAll(before))
            .select(Series.select(CELL))
            .distinct()
            .localCheckpoint();
    String cohorts = list(cells.selectExpr("CAST(cohort_year AS STRING)").distinct());
    Dataset<Row> units = cells.select("region_key").distinct();
    if (units.count() > MOST_UNITS) {
      return null;
    }
    String isAsked =
        "cohort IN (%s) AND exists(cells, cell -> cell.region_key IN (%s))"
            .formatted(cohorts, list(units.selectExpr("concat('\\'', region_key, '\\'')")));
    Dataset<Row> rows =
        of(changes.now(), SchemaFiles.bundled(), isAsked)
            .join(broadcast(cells), Inputs.keys(CELL), "left_semi");
    return new Revision(cells, rows);
  }

  private static String list(Dataset<Row> texts) {
    return texts.collectAsList().stream()
        .map(row -> row.getString(0))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), it -> it.isEmpty() ? "NULL" : it));
  }

  /** Counts what the definitions among some files ask. */
  public static Dataset<Row> of(Inputs in, SchemaFiles files) {
    return of(in, files, "true");
  }

  private static Dataset<Row> of(Inputs in, SchemaFiles files, String isAsked) {
    Collection<IndicatorDefinition> definitions = DefinitionLint.countable(in.spark(), files);
    List<Dataset<Row>> tallies =
        new ArrayList<>(new SummedTally(in).of(definitions.stream()).toList());
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files), isAsked);
    Populations.of(files)
        .values()
        .forEach(population -> linked.of(population, definitions).ifPresent(tallies::add));
    return valid(in, definitions, tallies);
  }

  /** Rows of several tallies, of the cohorts their definitions are valid for. */
  static Dataset<Row> valid(
      Inputs in, Collection<IndicatorDefinition> definitions, List<Dataset<Row>> tallies) {
    return tallies.stream()
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .join(broadcast(cohorts(in, definitions)), Inputs.keys("indicator_id"))
        .where("cohort_year BETWEEN first_cohort AND last_cohort")
        .drop("first_cohort", "last_cohort");
  }

  /** For which cohorts each indicator is valid. */
  private static Dataset<Row> cohorts(Inputs in, Collection<IndicatorDefinition> definitions) {
    List<Row> rows =
        definitions.stream()
            .map(each -> RowFactory.create(each.id(), each.validFrom(), each.lastCohort()))
            .toList();
    return in.spark()
        .createDataFrame(
            rows, StructType.fromDDL("indicator_id string, first_cohort int, last_cohort int"));
  }
}
