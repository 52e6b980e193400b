package vn.phanluong.indicator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The same statistics by another engine, from the delivered files and a table of places of its own:
 * nothing of this project's code computes them.
 */
public final class DuckExamStatistics implements AutoCloseable {
  private static final List<String> SUBJECTS =
      List.of(
          "toan",
          "ngu_van",
          "ngoai_ngu",
          "vat_li",
          "hoa_hoc",
          "sinh_hoc",
          "lich_su",
          "dia_li",
          "gdcd",
          "gdkt_pl",
          "tin_hoc",
          "cn_cong_nghiep",
          "cn_nong_nghiep",
          "khtn",
          "khxh");

  private final Connection connection;
  private final Statement statement;

  public DuckExamStatistics() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    statement = connection.createStatement();
  }

  /** Reads gzip CSV files into one wide table, a small integer in hundredths a subject. */
  public void read(List<Path> files) throws SQLException {
    String list = files.stream().map("'%s'"::formatted).collect(Collectors.joining(", ", "[", "]"));
    String scores =
        SUBJECTS.stream()
            .map(it -> "CAST(round(CAST(%s AS DOUBLE) * 100) AS SMALLINT) AS %s".formatted(it, it))
            .collect(Collectors.joining(", "));
    statement.execute(
        """
        CREATE TABLE wide AS SELECT CAST(year AS SMALLINT) AS exam_year, sbd,
          council_code, ma_ngoai_ngu, %s
        FROM read_csv(%s, header = true, all_varchar = true, delim = ',', union_by_name = true)\
        """
            .formatted(scores, list));
  }

  /** Counts candidates by year, council, subject and score. */
  public void count() throws SQLException {
    statement.execute(
        """
        CREATE TABLE histogram AS SELECT exam_year, council_code, subject_code, score,
          count(*) AS candidates
        FROM (UNPIVOT wide ON %s INTO NAME subject_code VALUE score) GROUP BY ALL\
        """
            .formatted(String.join(", ", SUBJECTS)));
  }

  /** Writes a table as Parquet. */
  public void write(String table, Path target) throws SQLException {
    statement.execute("COPY %s TO '%s' (FORMAT parquet)".formatted(table, target));
  }

  /** Statistics of areas, straight from the scores. */
  public void summarise(Path crosswalk) throws SQLException {
    areas(crosswalk);
    statement.execute(
        """
        CREATE TABLE statistic AS
        WITH long AS (SELECT exam_year, council_code, subject_code, score / 100.0 AS score
            FROM (UNPIVOT wide ON %s INTO NAME subject_code VALUE score)),
          candidates AS (SELECT exam_year, area_type, code, boundary, count(*) AS candidates
            FROM wide JOIN areas USING (council_code) GROUP BY ALL)
        SELECT exam_year, subject_code, area_type, code, boundary,
          any_value(candidates.candidates) AS candidates, count(*) AS n,
          avg(score) AS mean, stddev_samp(score) AS sd, quantile_cont(score, 0.5) AS median,
          quantile_cont(score, 0.1) AS p10, quantile_cont(score, 0.9) AS p90,
          avg(CASE WHEN score >= 5 THEN 1.0 ELSE 0.0 END) AS share_ge_5,
          count(*) FILTER (score = 0) AS zeros, count(*) FILTER (score = 10) AS tens
        FROM long JOIN areas USING (council_code)
          JOIN candidates USING (exam_year, area_type, code, boundary)
        GROUP BY exam_year, subject_code, area_type, code, boundary\
        """
            .formatted(String.join(", ", SUBJECTS)));
  }

  /** The same from the histogram: the fastest way known for this engine, so the fair peer. */
  public void summariseCounts(Path crosswalk) throws SQLException {
    areas(crosswalk);
    statement.execute(
        """
        CREATE TABLE statistic AS
        WITH cells AS (SELECT exam_year, subject_code, area_type, code, boundary,
            score / 100.0 AS score, sum(candidates) AS c
            FROM histogram JOIN areas USING (council_code) GROUP BY ALL),
          running AS (SELECT *, sum(c) OVER (area ORDER BY score) AS upto, sum(c) OVER area AS n
            FROM cells WINDOW area AS (PARTITION BY exam_year, subject_code, area_type, code, boundary)),
          candidates AS (SELECT exam_year, area_type, code, boundary, count(*) AS candidates
            FROM wide JOIN areas USING (council_code) GROUP BY ALL)
        SELECT exam_year, subject_code, area_type, code, boundary,
          any_value(candidates.candidates) AS candidates, any_value(n) AS n,
          sum(c * score) / any_value(n) AS mean,
          sqrt((sum(c * score * score) - sum(c * score) ^ 2 / any_value(n))
            / nullif(any_value(n) - 1, 0)) AS sd,
          %s AS median, %s AS p10, %s AS p90,
          sum(c) FILTER (score >= 5) / any_value(n) AS share_ge_5,
          sum(c) FILTER (score = 0) AS zeros, sum(c) FILTER (score = 10) AS tens
        FROM running JOIN candidates USING (exam_year, area_type, code, boundary)
        GROUP BY exam_year, subject_code, area_type, code, boundary\
        """
            .formatted(quantile(0.5), quantile(0.1), quantile(0.9)));
  }

  /** Between the two order statistics around (n - 1) q, as {@code quantile_cont} has it. */
  private static String quantile(double q) {
    String at = "(n - 1) * " + q;
    String below = "min(score) FILTER (upto > floor(%s))".formatted(at);
    String above = "min(score) FILTER (upto > ceil(%s))".formatted(at);
    return "%s + (%s - %s) * any_value(%s - floor(%s))".formatted(below, above, below, at, at);
  }

  /** Rows of {@code areas(council_code, area_type, code, boundary)}. */
  private void areas(Path crosswalk) throws SQLException {
    statement.execute(
        """
        CREATE TABLE areas AS
        WITH c AS (SELECT moet_council_code_2002_2025 AS council_code, gso_code_old63 AS old_code,
          gso_code_new34 AS new_code FROM read_csv('%s', all_varchar = true, header = true))
        SELECT council_code, 'council' AS area_type, council_code AS code, 'as_was' AS boundary FROM c
        UNION ALL SELECT council_code, 'province', old_code, 'as_was' FROM c
        UNION ALL SELECT council_code, 'province', new_code, 'today' FROM c
        UNION ALL SELECT council_code, 'nation', 'VN', 'as_was' FROM c
        UNION ALL SELECT council_code, 'nation', 'VN', 'today' FROM c\
        """
            .formatted(crosswalk));
  }

  /** The statistics by {@code year/subject/area type/code/boundary}; NaN where there is none. */
  public Map<String, List<Double>> rows() throws SQLException {
    Map<String, List<Double>> rows = new TreeMap<>();
    try (ResultSet result = statement.executeQuery("SELECT * FROM statistic")) {
      while (result.next()) {
        List<String> key = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
          key.add(result.getString(i));
        }
        List<Double> values = new ArrayList<>();
        for (int i = 6; i <= 15; i++) {
          double value = result.getDouble(i);
          values.add(result.wasNull() ? Double.NaN : value);
        }
        rows.put(String.join("/", key), values);
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    connection.close();
  }
}
