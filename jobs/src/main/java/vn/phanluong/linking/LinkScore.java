package vn.phanluong.linking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.split;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Links;

/** Links held to the truth of a generated ministry, which tells whose each row is. */
public final class LinkScore {
  private final TableStore store;

  /**
   * What links of a dataset are worth.
   *
   * @param candidates records that no code links
   * @param linkable those whose person completed a level that leads there, in a list that came
   * @param right links to the person's own row
   * @param wrong links to another person
   */
  public record Score(String dataset, long candidates, long linkable, long right, long wrong) {
    /** Share of the links that are right; 1 where there is none. */
    public double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** Share of the linkable that are linked to their person; 1 where there is none. */
    public double recall() {
      return linkable == 0 ? 1 : (double) right / linkable;
    }

    Score plus(Score other, String both) {
      return new Score(
          both,
          candidates + other.candidates,
          linkable + other.linkable,
          right + other.right,
          wrong + other.wrong);
    }
  }

  /** Works on a home in which links were made of files of the ministry. */
  public LinkScore(TableStore store) {
    this.store = store;
  }

  /**
   * Compares the links as they stand.
   *
   * @param folder the one that {@code generate} made
   * @param all what the last row, of all datasets, is called
   */
  public List<Score> of(Path folder, String all) {
    Records records = new Records(store);
    Dataset<Row> persons = persons(folder);
    Dataset<Row> graduates =
        records
            .graduates()
            .join(persons, new String[] {"submission_id", "row_number"})
            .select(
                col("person"),
                col("submission_id").as("graduate_submission_id"),
                col("row_number").as("graduate_row_number"),
                col("year").as("g_year"),
                col("levels").as("g_levels"));
    records
        .candidates()
        .join(persons, new String[] {"submission_id", "row_number"})
        .select("dataset", "submission_id", "row_number", "year", "levels", "person")
        .createOrReplaceTempView("link_candidate");
    graduates.createOrReplaceTempView("link_graduate");
    new Links(store).read().createOrReplaceTempView("link_made");
    List<Score> scores = scores();
    Score sum =
        scores.stream().reduce(new Score(all, 0, 0, 0, 0), (one, other) -> one.plus(other, all));
    scores.add(sum);
    return scores;
  }

  private List<Score> scores() {
    String sql =
        """
        WITH scored AS (
          SELECT c.dataset,
            EXISTS (SELECT 1 FROM link_graduate g WHERE g.person = c.person
              AND g.g_year BETWEEN c.year - %d AND c.year
              AND array_contains(split(c.levels, ','), g.g_levels)) AS is_linkable,
            l.submission_id IS NOT NULL AS is_linked,
            coalesce(h.person = c.person, false) AS is_right
          FROM link_candidate c
          LEFT JOIN link_made l USING (dataset, submission_id, row_number)
          LEFT JOIN link_graduate h USING (graduate_submission_id, graduate_row_number))
        SELECT dataset, count(*), count_if(is_linkable), count_if(is_linked AND is_right),
          count_if(is_linked AND NOT is_right)
        FROM scored GROUP BY dataset ORDER BY dataset
        """
            .formatted(LinkingParameters.bundled().whole("years_back"));
    List<Score> scores = new ArrayList<>();
    store
        .spark()
        .sql(sql)
        .collectAsList()
        .forEach(
            row ->
                scores.add(
                    new Score(
                        row.getString(0),
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4))));
    return scores;
  }

  /** Whose each delivered row is. Files are told by their names, which the archive keeps whole. */
  private Dataset<Row> persons(Path folder) {
    Dataset<Row> files =
        store
            .read(Contracts.bundled().of("vault.archive"))
            .select(col("submission_id"), col("file_name").as("name"));
    return store
        .spark()
        .read()
        .parquet(folder.resolve("truth/link").toString())
        .select(
            element_at(split(col("file"), "/"), -1).as("name"),
            col("row").as("row_number"),
            col("person"))
        .join(files, "name")
        .select("submission_id", "row_number", "person");
  }
}
