package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/** Builds {@code star.fct_application}: who applied for grade 10, and with what result. */
public final class FctApplication implements PersonBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Learners.of(in, "grade10_admission").createOrReplaceTempView("application_told");
    // Admitted once is admitted, wherever else the person applied.
    return in.sql(
        """
        SELECT admission_year, learner_key,
          coalesce(bool_or(status IS NOT NULL), false) AS has_applied,
          coalesce(bool_or(status <> 'applied'), false) AS is_result_told,
          coalesce(bool_or(status IN ('admitted', 'enrolled')), false) AS is_admitted,
          coalesce(bool_or(registered_vocational), false) AS is_registered_vocational,
          bool_or(is_synthetic) AS is_synthetic
        FROM application_told GROUP BY admission_year, learner_key
        """);
  }
}
