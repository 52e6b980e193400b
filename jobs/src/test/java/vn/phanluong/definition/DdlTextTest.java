package vn.phanluong.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a contract says of a table stands in its DDL. */
class DdlTextTest {
  private static final Contract COUNT =
      new Contract(
          "star.count",
          "1.0.0",
          "Số đếm. A count's table.",
          "One row a place.",
          "",
          List.of(
              new Column("year", "smallint", true, "Năm. Year.", "public", null, null),
              new Column(
                  "persons", "int", false, "Người. O'Neil's \\ count.", "public", null, "persons")),
          List.of(),
          List.of(),
          RowRules.NONE,
          List.of(),
          List.of("year"),
          List.of("year"),
          List.of("year"),
          List.of(),
          List.of(
              new Rule("not_negative", "", "persons >= 0", null, true),
              new Rule("by_query", "", null, "SELECT count(*) FROM ${table}", true)),
          "cumulative",
          null,
          "");

  private static final String DDL = DdlText.createTable(COUNT, "/home/a", 730);

  @Test
  void columns_have_their_types_and_may_be_blank_only_if_the_contract_says_so() {
    assertThat(DDL)
        .startsWith("CREATE TABLE")
        .contains("delta.`/home/a`")
        .contains("`year` SMALLINT NOT NULL COMMENT 'Năm. Year.'")
        .contains("`persons` INT COMMENT");
  }

  @Test
  void comments_tell_units_and_survive_quotes() {
    assertThat(DDL)
        .contains("COMMENT 'Người. O\\'Neil\\'s \\\\ count. [persons]'")
        .contains("COMMENT 'Số đếm. A count\\'s table. One row a place.'");
  }

  @Test
  void slices_are_partitions_and_old_versions_stay_readable() {
    assertThat(DDL)
        .contains("PARTITIONED BY (year)")
        .contains("'delta.deletedFileRetentionDuration' = 'interval 730 days'")
        .contains("'delta.logRetentionDuration' = 'interval 730 days'");
  }

  @Test
  void a_check_is_a_constraint_that_blanks_do_not_break_and_a_query_is_none() {
    assertThat(DDL)
        .contains("'delta.constraints.not_negative' = '(persons >= 0) IS NOT FALSE'")
        .doesNotContain("by_query");
  }
}
