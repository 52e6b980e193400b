package vn.phanluong;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.Release;
import vn.phanluong.raw.Receipt;
import vn.phanluong.runtime.TableStore;

/**
 * From delivered files to a release: plans and examples give the figures of
 * src/test/resources/golden, which were computed from the same files without this program.
 */
@ExtendWith(HomeExtension.class)
class GoldenRunTest {
  private static final int DECIMALS = 4;

  @Test
  void plans_and_examples_give_the_figures_computed_apart(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    List<Receipt> receipts = new ArrayList<>(warehouse.load(Deliveries.plans(warehouse)));
    receipts.addAll(warehouse.load(Deliveries.examples()));
    assertThat(receipts).noneMatch(Receipt::isTurnedAway);
    SparkExtension.asCommandsDo(store.spark(), warehouse::build);
    Release release = warehouse.publish();
    assertThat(release.name()).isEqualTo("R0001");

    // The examples of registers are of a few rows; what is counted here is what places report.
    Dataset<Row> observations =
        released(store, release, "published.observation")
            .where("method = 'reported' AND part = '' AND indicator_id NOT LIKE 'HN-%'");
    assertEqual(golden("observation"), observations.where(col("state").notEqual("not_reported")));
    assertEqual(
        golden("target_status").stream().filter(it -> !isOfSchools(it)).toList(),
        released(store, release, "published.target_status").where("indicator_id NOT LIKE 'HN-%'"));

    Dataset<Row> others = observations.where(col("state").equalTo("not_reported"));
    assertEqual(
        golden("not_reported"),
        others
            .groupBy("indicator_id", "cohort_year", "boundary")
            .count()
            .withColumnRenamed("count", "units"));
    assertThat(others.where(col("value").isNotNull().or(col("numerator").isNotNull())).count())
        .as("What did not arrive is never a number")
        .isZero();

    Dataset<Row> targets = store.read(Contracts.bundled().of("star.fct_target"));
    assertThat(targets.where(col("citations").equalTo(2)).count())
        .as("Targets of Long An stated in the body of its plan and in the appendix")
        .isEqualTo(6);
  }

  /** Of schools the examples hold a dozen, of which the golden figures know nothing. */
  private static boolean isOfSchools(Map<String, String> target) {
    return target.getOrDefault("indicator_id", "").startsWith("HN-");
  }

  /** A table as the release has copied it. */
  private static Dataset<Row> released(TableStore store, Release release, String id) {
    return store
        .spark()
        .read()
        .format("delta")
        .load(store.home().root().resolve(release.published().get(id)).toString());
  }

  private static List<Map<String, String>> golden(String name) {
    String text = Checkout.text("jobs/src/test/resources/golden/%s.csv".formatted(name));
    return CsvReader.builder().ofNamedCsvRecord(text).stream()
        .map(NamedCsvRecord::getFieldsAsMap)
        .toList();
  }

  /** Tells only the rows that differ. */
  private static void assertEqual(List<Map<String, String>> golden, Dataset<Row> rows) {
    List<String> missing = new ArrayList<>();
    golden.forEach(row -> missing.add(new TreeMap<>(row).toString()));
    List<String> unexpected = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      Map<String, String> written = new TreeMap<>();
      golden.get(0).keySet().forEach(column -> written.put(column, text(row.getAs(column))));
      if (!missing.remove(written.toString())) {
        unexpected.add(written.toString());
      }
    }
    assertThat(unexpected).isEqualTo(missing);
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
    if (value instanceof BigDecimal persons) {
      return persons.stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : String.valueOf(value);
  }
}
