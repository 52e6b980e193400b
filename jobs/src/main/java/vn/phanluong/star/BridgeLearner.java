package vn.phanluong.star;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code star.bridge_learner}: rows of all registers that one code or number ties together,
 * over as many codes as a person has had, are one person.
 */
public final class BridgeLearner implements TableBuilder {

  /** Of each register, what tells rows without a code apart when the register tells them twice. */
  private static final Map<String, List<String>> LIKENESS =
      new TreeMap<>(
          Map.of(
              "graduate",
              List.of("cohort_year", "school", "education_level", "class", "residence_commune"),
              "enrolment",
              List.of("school_year", "school", "programme", "grade", "class", "entered_on"),
              "grade10_admission",
              List.of("admission_year", "school", "applicant_number", "choice_1"),
              "vocational_enrolment",
              List.of("intake_year", "occupation_code", "level", "start_date", "region_key"),
              "higher_enrolment",
              List.of("year", "institution_code", "major_code", "enrolled_on")));

  @Override
  public Dataset<Row> build(Inputs in) {
    // Both are asked several times; made once, five registers are read once.
    records(in).localCheckpoint().createOrReplaceTempView("learner_record");
    nodes(in).localCheckpoint().createOrReplaceTempView("learner_node");
    links(in).createOrReplaceTempView("learner_link");
    new Components(in, "learner_link").build().createOrReplaceTempView("learner_person");
    in.table("vault.link").createOrReplaceTempView("learner_identity");
    known(in).localCheckpoint().createOrReplaceTempView("learner_known");
    return identified(in);
  }

  /** Rows by code; of those without any, what one register tells twice is one. */
  private static Dataset<Row> known(Inputs in) {
    return in.sql(
        """
        WITH alike AS (
          SELECT *, row_number() OVER (
            PARTITION BY submission_id, likeness, sex, birth_year ORDER BY row_number) AS twin
          FROM learner_record WHERE code IS NULL AND number IS NULL
        )
        SELECT dataset, submission_id, row_number, coalesce(label, node) AS learner_key,
          'code' AS link_method
        FROM (SELECT dataset, submission_id, row_number, min(node) AS node
          FROM learner_node GROUP BY dataset, submission_id, row_number)
        LEFT JOIN learner_person USING (node)
        UNION ALL
        SELECT dataset, submission_id, row_number,
          sha2(concat_ws('|', dataset, likeness, sex, birth_year, twin), 256), 'none'
        FROM alike
        """);
  }

  /** Whom the vault linked to a completer is that completer, in all rows of the same code. */
  private static Dataset<Row> identified(Inputs in) {
    return in.sql(
        """
        WITH linked AS (
          SELECT record.learner_key, min(graduate.learner_key) AS completer_key
          FROM learner_identity AS link
          JOIN learner_known AS record ON record.dataset = link.dataset
            AND record.submission_id = link.submission_id AND record.row_number = link.row_number
          JOIN learner_known AS graduate ON graduate.dataset = 'graduate'
            AND graduate.submission_id = link.graduate_submission_id
            AND graduate.row_number = link.graduate_row_number
          GROUP BY record.learner_key
        )
        SELECT dataset, submission_id, row_number,
          coalesce(completer_key, learner_key) AS learner_key,
          if(completer_key IS NULL, link_method, 'identity') AS link_method
        FROM learner_known LEFT JOIN linked USING (learner_key)
        """);
  }

  private static Dataset<Row> records(Inputs in) {
    LIKENESS.keySet().forEach(it -> in.table("clean." + it).createOrReplaceTempView("of_" + it));
    return in.sql(
        LIKENESS.entrySet().stream()
            .map(
                register ->
                    """
                    SELECT '%1$s' AS dataset, submission_id, row_number, learner_key AS code,
                      identity_key AS number, sex, birth_year,
                      concat_ws('|', %2$s) AS likeness
                    FROM of_%1$s
                    """
                        .formatted(register.getKey(), cells(register.getValue())))
            .collect(Collectors.joining(" UNION ALL ")));
  }

  private static String cells(List<String> columns) {
    return columns.stream()
        .map("coalesce(CAST(%s AS STRING), '')"::formatted)
        .collect(Collectors.joining(", "));
  }

  /** Codes of each row; one that contradicting rows carry is as many as there are persons. */
  private static Dataset<Row> nodes(Inputs in) {
    return in.sql(
        """
        WITH carried AS (
          SELECT dataset, submission_id, row_number, sex, birth_year,
            explode(array_distinct(array_compact(array(code, number)))) AS token
          FROM learner_record
        ), contradicting AS (
          -- One slip in one register makes nobody two: it takes two decisions about one level and
          -- year, or sex and year of birth that both differ.
          SELECT DISTINCT token FROM carried JOIN of_graduate USING (submission_id, row_number)
          WHERE dataset = 'graduate'
          GROUP BY token, education_level, cohort_year
          HAVING count(DISTINCT carried.sex) > 1 OR count(DISTINCT carried.birth_year) > 1
          UNION
          SELECT token FROM carried GROUP BY token
          HAVING count(DISTINCT sex) > 1 AND count(DISTINCT birth_year) > 1
        )
        SELECT dataset, submission_id, row_number,
          if(contradicting.token IS NULL, carried.token,
            concat_ws('/', carried.token, sex, birth_year)) AS node
        FROM carried LEFT JOIN contradicting USING (token)
        """);
  }

  private static Dataset<Row> links(Inputs in) {
    return in.sql(
        """
        SELECT DISTINCT least_node, node FROM (
          SELECT node, min(node) OVER (PARTITION BY dataset, submission_id, row_number)
            AS least_node
          FROM learner_node)
        WHERE node <> least_node
        """);
  }
}
