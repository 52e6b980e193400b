package vn.phanluong.runtime;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.exceptions.SqlScriptingException;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The tables of one release as views, each with a column {@code release}, for SQL that somebody
 * else wrote.
 *
 * <p>A statement reads one release whole: the views it names are made anew before it is analysed,
 * under one lock, and what it was analysed with stays with its answer. The schemas of the views
 * must hold nothing else in this session.
 */
public final class ReleasedViews {
  private static final Object CATALOG = new Object();

  private final SparkSession spark;
  private final String release;
  private final Map<String, Source> sources = new TreeMap<>();

  /**
   * A Delta table of a release.
   *
   * @param name {@code schema.table} in lower case
   * @param location where the Delta table lies
   * @param version the Delta version that was released
   */
  public record Source(String name, String location, long version) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

    public Source {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "Cannot release «%s»: a name is schema.table in lower case.".formatted(name));
      }
    }

    private String schema() {
      return name.substring(0, name.indexOf('.'));
    }
  }

  /**
   * Costs nothing yet: a view is made when a statement names it.
   *
   * @param spark a session with Delta's extension and catalog
   * @param release the release's name, shown in every row
   */
  public ReleasedViews(SparkSession spark, String release, List<Source> sources) {
    this.spark = spark;
    this.release = release;
    sources.forEach(source -> this.sources.put(source.name(), source));
  }

  /**
   * Answers one statement: a query, {@code SHOW}, {@code DESCRIBE} or {@code EXPLAIN}.
   *
   * @throws Refusal before anything runs, if the statement is not understood, names what the
   *     release does not hold, or would do more than read it
   */
  public Dataset<Row> query(String sql) {
    if (sql.contains("${")) {
      // Spark would put environment variables, passwords among them, in its place.
      throw new Refusal(
          "Không dùng được «${»: hãy viết thẳng giá trị vào câu lệnh.",
          "\"${\" cannot be used: write the value itself into the statement.");
    }
    try {
      UserStatement statement = UserStatement.parse(spark, sql);
      Collection<Source> named =
          statement.lists()
              ? sources.values()
              : statement.names().stream().map(this::source).toList();
      synchronized (CATALOG) {
        named.forEach(this::register);
        Dataset<Row> answer = statement.answer(sources.keySet());
        return statement.lists() ? own(answer) : statement.explains() ? masked(answer) : answer;
      }
    } catch (AnalysisException e) {
      throw misunderstood(e.getSimpleMessage(), e);
    } catch (SqlScriptingException e) {
      throw misunderstood(String.valueOf(e.getMessage()), e);
    }
  }

  /** Spark's full message would hold the plan, and the plan the locations. */
  private Refusal misunderstood(String reason, Exception cause) {
    String masked = reason.replaceAll(locations(), "…");
    return new Refusal(
        "Không hiểu được câu lệnh: " + masked, "Cannot understand the statement: " + masked, cause);
  }

  /** True if the release has a table; one made before the table existed has not. */
  public boolean holds(String table) {
    return sources.containsKey(table);
  }

  private Source source(String name) {
    Source source = sources.get(name);
    if (source == null) {
      UTF8String wanted = UTF8String.fromString(name);
      String near =
          sources.keySet().stream()
              .sorted(comparingInt(it -> wanted.levenshteinDistance(UTF8String.fromString(it))))
              .limit(3)
              .collect(joining(", "));
      throw new Refusal(
          "Bản phát hành %s không có bảng «%s», và chỉ đọc được bảng của nó. Gần nhất: %s."
              .formatted(release, name, near),
          "Release %s holds no table \"%s\", and nothing else can be read. Nearest: %s."
              .formatted(release, name, near));
    }
    return source;
  }

  /** Straight over the location: a table between would cost a second statement and need hiding. */
  private void register(Source source) {
    spark.sql("CREATE SCHEMA IF NOT EXISTS " + source.schema());
    spark.sql(
        "CREATE OR REPLACE VIEW %s AS SELECT *, '%s' AS release FROM delta.`%s` VERSION AS OF %d"
            .formatted(
                source.name(),
                release.replace("\\", "\\\\").replace("'", "\\'"),
                source.location().replace("`", "``"),
                source.version()));
  }

  /** Leaves out other schemas of the session, and views of another release. */
  private Dataset<Row> own(Dataset<Row> listing) {
    if (listing.columns().length == 1) {
      return listing.where(
          col("namespace").isin(sources.values().stream().map(Source::schema).toArray()));
    }
    Column name = concat_ws(".", col("namespace"), col(listing.columns()[1]));
    return listing.where(name.isin(sources.keySet().toArray()));
  }

  private Dataset<Row> masked(Dataset<Row> explanation) {
    return explanation.withColumn("plan", regexp_replace(col("plan"), lit(locations()), lit("…")));
  }

  /** Spark also cuts a long location short, so that any address counts as one. */
  private String locations() {
    Stream<String> known = sources.values().stream().map(it -> Pattern.quote(it.location()));
    return Stream.concat(known, Stream.of("[a-z][a-z0-9+.-]*:/[^\\s\\],`]*")).collect(joining("|"));
  }
}
