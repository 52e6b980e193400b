package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.exam_score_histogram}. Each task counts into one array a council and
 * subject; only the counts are shuffled. Unpivoting first would move 15 rows a candidate.
 */
public final class ExamScoreHistogram implements TableBuilder {
  private static final Contract CONTRACT = Contracts.bundled().of("indicator.exam_score_histogram");

  @Override
  public Dataset<Row> build(Inputs in) {
    List<String> subjects = subjects();
    List<Column> columns = new ArrayList<>();
    columns.add(col("exam_year"));
    columns.add(col("council_code"));
    columns.add(col("is_synthetic"));
    subjects.forEach(subject -> columns.add(col(subject)));
    return in.table("star.fct_exam")
        .select(columns.toArray(Column[]::new))
        .mapPartitions(
            new CountScores(subjects), Encoders.row(StructType.fromDDL(CONTRACT.shapeDdl())))
        .groupBy("exam_year", "council_code", "subject_code", "score")
        .agg(
            sum("candidates").cast("int").as("candidates"), max("is_synthetic").as("is_synthetic"));
  }

  /** The subject columns of {@code star.fct_exam}: those with a unit of points. */
  static List<String> subjects() {
    return Contracts.bundled().of("star.fct_exam").columns().stream()
        .filter(column -> column.unit() != null)
        .map(column -> column.name())
        .toList();
  }

  /** Counts of one council and year: by subject, then by score plus one, so that -1 is cell 0. */
  private static final class Council {
    private static final int SCORES = 1002;
    private static final int FIRST_SUBJECT = 3;

    private final short year;
    private final String code;
    private final boolean isSynthetic;
    private final int[][] counts;

    Council(Row candidate, int subjects) {
      year = candidate.getShort(0);
      code = candidate.getString(1);
      isSynthetic = candidate.getBoolean(2);
      counts = new int[subjects][SCORES];
    }

    boolean isOf(Row candidate) {
      return year == candidate.getShort(0) && code.equals(candidate.getString(1));
    }

    void add(Row candidate) {
      for (int i = 0; i < counts.length; i++) {
        int cell = FIRST_SUBJECT + i;
        counts[i][candidate.isNullAt(cell) ? 0 : candidate.getShort(cell) + 1]++;
      }
    }
  }

  private record CountScores(List<String> subjects) implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> candidates) {
      Map<String, Council> byCouncil = new TreeMap<>();
      Council current = null;
      while (candidates.hasNext()) {
        Row candidate = candidates.next();
        // Rows of a council lie together, so that the map is asked once a council.
        if (current == null || !current.isOf(candidate)) {
          current =
              byCouncil.computeIfAbsent(
                  candidate.getShort(0) + "/" + candidate.getString(1),
                  key -> new Council(candidate, subjects.size()));
        }
        current.add(candidate);
      }
      return byCouncil.values().stream().flatMap(council -> rows(council).stream()).iterator();
    }

    private List<Row> rows(Council council) {
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < subjects.size(); i++) {
        for (int cell = 0; cell < Council.SCORES; cell++) {
          int count = council.counts[i][cell];
          if (count > 0) {
            rows.add(
                RowFactory.create(
                    council.year,
                    council.code,
                    subjects.get(i),
                    (short) (cell - 1),
                    count,
                    council.isSynthetic));
          }
        }
      }
      return rows;
    }
  }
}
