package vn.phanluong.star;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;
import vn.phanluong.star.Institutions.Appearance;
import vn.phanluong.star.Institutions.Match;
import vn.phanluong.text.Spelling;

/** Builds {@code star.bridge_institution}: one institution under the codes of several registers. */
public final class BridgeInstitution implements TableBuilder {

  /** A register's statement of a year. */
  private record Told(
      Appearance appearance, String name, @Nullable String licence, short year, boolean made) {}

  @Override
  public Dataset<Row> build(Inputs in) {
    Today today = new Today(References.checked());
    Map<Appearance, List<Told>> told =
        statements(in).collectAsList().stream()
            .map(row -> told(row, today))
            .collect(Collectors.groupingBy(Told::appearance));
    Map<Appearance, Match> matches = Institutions.of(told.keySet());
    List<Row> rows = new ArrayList<>();
    told.forEach(
        (appearance, all) ->
            rows.add(row(appearance, all, Objects.requireNonNull(matches.get(appearance)))));
    return in.rows(rows);
  }

  /**
   * What registers tell: the labour ministry's until it gave vocational education over in March
   * 2025 (Decree 37/2025), the education ministry's since, and centres in its list of schools.
   */
  private static Dataset<Row> statements(Inputs in) {
    Latest.withSubmission(in, in.table("clean.vocational_institution"))
        .createOrReplaceTempView("institution_told");
    Latest.withSubmission(in, in.table("clean.school")).createOrReplaceTempView("centre_told");
    return in.sql(
        """
        SELECT DISTINCT if(year < 2025, '%s', '%s') AS register, institution_code AS code,
          institution AS name, licence_number, region_key, year,
          make_date(year, 12, 31) AS day, is_synthetic
        FROM institution_told
        UNION
        SELECT DISTINCT '%s', school_code, school, CAST(NULL AS STRING), region_key, school_year,
          coalesce(as_of_date, make_date(school_year, 9, 30)), is_synthetic
        FROM centre_told WHERE school_type = 'GDNN_GDTX'
        """
            .formatted(Institutions.LABOUR, Institutions.EDUCATION, Institutions.SCHOOL));
  }

  private static Told told(Row row, Today today) {
    String name = row.getAs("name");
    String licence = row.getAs("licence_number");
    LocalDate day = row.getAs("day");
    return new Told(
        new Appearance(
            row.getAs("register"),
            row.getAs("code"),
            licence == null ? null : Spelling.bare(licence),
            InstitutionName.key(name),
            today.provinceOf(row.getAs("region_key"), day)),
        name,
        licence,
        row.getAs("year"),
        row.getAs("is_synthetic"));
  }

  /** As written last; of several spellings of a year the first by letters. */
  private static Row row(Appearance appearance, List<Told> all, Match match) {
    Told last =
        all.stream()
            .min(
                Comparator.comparing(Told::year, Comparator.reverseOrder())
                    .thenComparing(Told::name)
                    .thenComparing(it -> String.valueOf(it.licence())))
            .orElseThrow();
    return RowFactory.create(
        match.institutionKey(),
        appearance.register(),
        appearance.code(),
        last.licence(),
        last.name(),
        appearance.province(),
        all.stream().map(Told::year).min(Comparator.naturalOrder()).orElseThrow(),
        last.year(),
        match.matchedBy(),
        match.flag(),
        all.stream().allMatch(Told::made));
  }
}
