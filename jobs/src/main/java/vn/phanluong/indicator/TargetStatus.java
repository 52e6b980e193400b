package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.target_status}: each target tested on the cohort of its year and on the
 * territory of its document. Coverage and definition are looked at before any comparison.
 */
public final class TargetStatus implements TableBuilder {
  /** What a figure may be so that no status can rest on it. */
  private static final Set<String> BLURRED = Set.of("apportioned", "not_comparable");

  private static final String VERDICT = "test string, status string, reason string";

  @Override
  public Dataset<Row> build(Inputs in) {
    UserDefinedFunction verdict =
        udf((UDF1<Row, Row>) TargetStatus::verdict, StructType.fromDDL(VERDICT));
    Dataset<Row> indicators =
        in.table("star.dim_indicator").select("indicator_id", "basis", "waits_for", "tolerance");
    Dataset<Row> observations = judged(in);
    return in.table("star.fct_target")
        .withColumnRenamed("value", "target_value")
        .join(broadcast(TargetFigures.territories(in)), Inputs.keys("region_key"), "left")
        .join(broadcast(indicators), Inputs.keys("indicator_id"), "left")
        .withColumn("part", TargetFigures.part())
        .join(
            observations,
            Inputs.keys("indicator_id", "part", "basis", "territory_key", "target_year"),
            "left")
        .withColumn("v", verdict.apply(struct(col("*"))))
        // The figure of the whole says nothing of a part.
        .withColumn("value", when(col("scope").equalTo("whole"), col("value")))
        .select(
            col("document_id"),
            col("region_key"),
            col("target_year"),
            col("indicator_id"),
            col("education_level"),
            col("scope"),
            col("operator"),
            col("target_value"),
            col("value_printed").as("target_printed"),
            col("valid_from"),
            col("valid_to"),
            col("contradiction"),
            col("v.test").as("test"),
            col("judged_region_key"),
            col("boundary"),
            col("method"),
            col("value"),
            when(
                    col("contradiction").isNull(),
                    col("value").minus(col("target_value").cast("double")))
                .as("gap"),
            col("v.status").as("status"),
            col("v.reason").as("reason"),
            coalesce(col("is_synthetic"), lit(false)).as("is_synthetic"));
  }

  /** What the place itself reported is judged; else what its persons show. */
  private static Dataset<Row> judged(Inputs in) {
    return TargetFigures.of(in)
        .where(col("method").notEqual("apparent"))
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy(
                            "indicator_id", "part", "basis", "territory_key", "cohort_year")
                        .orderBy(col("denominator").isNull(), col("method").equalTo("linked"))))
        .where(col("place").equalTo(1))
        .withColumnRenamed("cohort_year", "target_year")
        .withColumnRenamed("region_key", "judged_region_key")
        .select(
            "indicator_id",
            "part",
            "basis",
            "territory_key",
            "target_year",
            "judged_region_key",
            "boundary",
            "method",
            "comparability",
            "numerator",
            "denominator",
            "unknown",
            "silent",
            "value",
            "state",
            "is_synthetic");
  }

  private static Row verdict(Row row) {
    TargetTest test =
        TargetTest.of(
            row.getAs("kind"),
            row.getAs("operator"),
            row.<BigDecimal>getAs("target_value"),
            row.<Short>getAs("value_decimals"),
            row.<BigDecimal>getAs("tolerance"));
    String obstacle = obstacle(row);
    if (obstacle != null) {
      int bar = obstacle.indexOf('|');
      return RowFactory.create(
          test.kind(), obstacle.substring(0, bar), obstacle.substring(bar + 1));
    }
    long silent = row.getAs("silent") == null ? 0 : row.<Long>getAs("silent");
    TargetTest.Outcome outcome =
        test.outcome(
            persons(row, "numerator"),
            persons(row, "unknown"),
            silent,
            persons(row, "denominator"));
    if (row.getAs("state").equals("partial")) {
      return RowFactory.create(
          test.kind(), "undecided", "Còn đơn vị chưa báo cáo. Some units have not reported.");
    }
    return RowFactory.create(
        test.kind(), outcome.name().toLowerCase(Locale.ROOT), reason(outcome, silent > 0));
  }

  /** What stands before any comparison, as {@code status|reason}; null if nothing does. */
  private static @Nullable String obstacle(Row row) {
    if (!row.getAs("scope").equals("whole")) {
      return "not_comparable|Chưa có số liệu riêng của phạm vi này. No figures of this part alone.";
    }
    if (row.getAs("contradiction") != null) {
      return "not_comparable|Các chỗ ghi cùng hiệu lực đặt chỉ tiêu khác nhau. Statements of equal"
          + " rank set different targets.";
    }
    String waitsFor = row.getAs("waits_for");
    if (waitsFor != null) {
      return "no_data|Chỉ tiêu chờ dữ liệu. The indicator waits for data: " + waitsFor;
    }
    LocalDate ended = row.getAs("territory_to");
    if (ended != null && ended.isBefore(asWas(row.<Short>getAs("target_year")))) {
      return ("not_comparable|Đơn vị trong văn bản không còn từ ngày %s. The place of the document"
              + " ended on %s.")
          .formatted(ended, ended);
    }
    if (BLURRED.contains(String.valueOf(row.<String>getAs("comparability")))) {
      return "not_comparable|Số liệu có phần phân bổ. The figure is apportioned in part.";
    }
    if (row.getAs("denominator") == null || persons(row, "denominator") == 0) {
      String state = row.getAs("state");
      return "no_data|Đơn vị không có số liệu đủ. The place has no whole figure: "
          + (state == null ? "not_reported" : state);
    }
    if (row.getAs("unknown") == null) {
      return "undecided|Không biết còn bao nhiêu người chưa rõ. Nobody knows how many are unknown.";
    }
    return null;
  }

  /** The day whose units a cohort is counted in. */
  private static LocalDate asWas(int year) {
    return LocalDate.of(year, Month.MAY, 31);
  }

  /** Whole persons: what is apportioned has no status. */
  private static long persons(Row row, String column) {
    return row.<BigDecimal>getAs(column).longValueExact();
  }

  private static String reason(TargetTest.Outcome outcome, boolean hasSilent) {
    return switch (outcome) {
      case MET -> "Số đã biết đủ đạt. What is known suffices.";
      case NOT_MET ->
          "Không đạt dù mọi người chưa rõ đều được tính. Missed even if all unknown counted.";
      case UNDECIDED ->
          hasSilent
              ? "Tùy số chưa rõ hướng đi và trường chưa báo. It hangs on those of unknown"
                  + " destination and on silent schools."
              : "Tùy số chưa rõ hướng đi. It hangs on those of unknown destination.";
    };
  }
}
