package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;

/**
 * Builds {@code star.bridge_learner}: rows of all registers that one code or number ties together,
 * over as many codes as a person has had, are one person.
 */
public final class BridgeLearner implements RevisingBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return persons(in, LearnerRecords.of(in::table));
  }

  /** Of the rows that changed ones are tied to: what these are hangs on no other row. */
  @Override
  public @Nullable Revision revision(Changes changes) {
    TiedRecords tied = TiedRecords.of(changes);
    return tied == null ? null : new Revision(tied.rows(), persons(changes.now(), tied.records()));
  }

  private static Dataset<Row> persons(Inputs in, Dataset<Row> records) {
    // Asked several times; made once, the many small files of five registers are opened once.
    records.localCheckpoint().createOrReplaceTempView("learner_record");
    contradicting(in).localCheckpoint().createOrReplaceTempView("learner_contradicting");
    nodes(in).createOrReplaceTempView("learner_node");
    links(in).localCheckpoint().createOrReplaceTempView("learner_link");
    new Components(in, "learner_link").build().createOrReplaceTempView("learner_person");
    in.table("vault.link").createOrReplaceTempView("learner_identity");
    known(in).createOrReplaceTempView("learner_known");
    return identified(in);
  }

  /** Rows by code; of those without any, what one register tells twice is one. */
  private static Dataset<Row> known(Inputs in) {
    return in.sql(
        """
        WITH alike AS (
          SELECT *, row_number() OVER (
            PARTITION BY submission_id, likeness, sex, birth_year ORDER BY row_number) AS twin
          FROM learner_node WHERE least_node IS NULL
        )
        SELECT dataset, period, submission_id, row_number, coalesce(label, least_node) AS learner_key,
          'code' AS link_method
        FROM learner_node LEFT JOIN learner_person ON node = least_node
        WHERE least_node IS NOT NULL
        UNION ALL
        SELECT dataset, period, submission_id, row_number,
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
        SELECT dataset, period, submission_id, row_number,
          coalesce(completer_key, learner_key) AS learner_key,
          if(completer_key IS NULL, link_method, 'identity') AS link_method
        FROM learner_known LEFT JOIN linked USING (learner_key)
        """);
  }

  /** Codes that several persons have, as rows that contradict each other show. */
  private static Dataset<Row> contradicting(Inputs in) {
    // One slip in one register makes nobody two: it takes two decisions about one level and year,
    // or sex and year of birth that both differ. Sexes are compared as numbers: a least text would
    // have all rows sorted.
    return in.sql(
        """
        WITH carried AS (
          SELECT token, decision, if(sex IS NULL, NULL, xxhash64(sex)) AS sex, birth_year
          FROM learner_record LATERAL VIEW explode(array(code, number)) AS token
          WHERE token IS NOT NULL
        )
        SELECT token FROM carried WHERE decision IS NOT NULL GROUP BY token, decision
        HAVING min(sex) <> max(sex) OR min(birth_year) <> max(birth_year)
        UNION
        SELECT token FROM carried GROUP BY token
        HAVING min(sex) <> max(sex) AND min(birth_year) <> max(birth_year)
        """);
  }

  /** Each row with the codes it carries; one that several persons have is as many as there are. */
  private static Dataset<Row> nodes(Inputs in) {
    return in.sql(
        """
        WITH told AS (
          SELECT /*+ BROADCAST(same_code), BROADCAST(same_number) */ record.*,
            if(same_code.token IS NULL, code, concat_ws('/', code, sex, birth_year)) AS code_node,
            if(same_number.token IS NULL, number, concat_ws('/', number, sex, birth_year))
              AS number_node
          FROM learner_record AS record
          LEFT JOIN learner_contradicting AS same_code ON same_code.token = code
          LEFT JOIN learner_contradicting AS same_number ON same_number.token = number
        )
        SELECT dataset, period, submission_id, row_number, likeness, sex, birth_year,
          least(code_node, number_node) AS least_node,
          greatest(code_node, number_node) AS greatest_node
        FROM told
        """);
  }

  private static Dataset<Row> links(Inputs in) {
    return in.sql(
        """
        SELECT DISTINCT least_node, greatest_node AS node FROM learner_node
        WHERE least_node <> greatest_node
        """);
  }
}
