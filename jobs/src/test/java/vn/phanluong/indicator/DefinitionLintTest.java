package vn.phanluong.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.BundledSchemas;
import vn.phanluong.SparkExtension;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.SchemaFiles;

/** An indicator's file that asks what no table has is named, by line, and is not counted. */
@ExtendWith(SparkExtension.class)
class DefinitionLintTest {
  private static final String DEFINITIONS = "indicator/definitions/";

  @TempDir private Path folder = Path.of("");

  private final SparkSession spark;

  DefinitionLintTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void copy() throws IOException {
    BundledSchemas.copy(folder, "(indicator/|reference/[^/]*$).*");
  }

  @Test
  void what_is_bundled_has_no_problem() {
    assertThat(DefinitionLint.problems(spark, SchemaFiles.bundled())).isEmpty();
  }

  @Test
  void a_column_that_is_gone_is_named_where_it_is_asked_for() throws IOException {
    change(
        "PL-THCS-SCTC",
        text ->
            text.replace("destination_code IN ('SC'", "way_code IN ('SC'")
                .replace("unknown: destination_code", "unknown: way"));
    assertThat(told())
        .hasSize(2)
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith(DEFINITIONS + "PL-THCS-SCTC.yml:" + line("way_code"))
                    .contains("`way_code`"))
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith(DEFINITIONS + "PL-THCS-SCTC.yml:" + line("unknown: way"))
                    .contains("`way`"));
    assertThat(DefinitionLint.countable(spark, SchemaFiles.of(folder)))
        .extracting(IndicatorDefinition::id)
        .doesNotContain("PL-THCS-SCTC")
        .contains("BH-L", "CC-95")
        .hasSize(54);
  }

  @Test
  void tables_populations_answers_codes_and_types_are_looked_up() throws IOException {
    change("PL-THCS-SCTC", text -> text.replace("reads: [star", "reads: [moon"));
    assertThat(told()).singleElement().asString().contains("moon.fct_graduate_count");
    change("PL-THCS-SCTC", text -> text.replace("population: completers", "population: everyone"));
    assertThat(told()).singleElement().asString().contains("everyone", "completers");
    change("PL-THCS-SCTC", text -> text.replace("${rounds}", "${round}"));
    assertThat(told()).singleElement().asString().contains("round");
    change("PL-THCS-SCTC", text -> text.replace("[SC, TC]", "[SC, XX]"));
    assertThat(told()).singleElement().asString().contains("XX", "destination.csv");
    change("PL-THCS-SCTC", text -> text.replace("basis: school", "basis: home"));
    assertThat(told()).singleElement().asString().contains("basis of place");
    change("PL-THCS-SCTC", text -> text.replaceAll("counts: .*", "counts: destination_code"));
    assertThat(told()).singleElement().asString().contains("STRING", "BOOLEAN");
    change("PL-THCS-SCTC", text -> text.replace("is_synthetic, persons", "is_synthetic"));
    assertThat(told()).hasSize(3).allSatisfy(it -> assertThat(it).contains("no column persons"));
  }

  @Test
  void an_answer_is_one_of_a_question_that_is_asked() throws IOException {
    chosen("windows: april", "there is no parameter windows", "window");
    chosen("window: may", "window has no answer may", "april, december");
    change("PL-THCS-SCTC", text -> text + "tolerance: all\n");
    assertThat(told())
        .singleElement()
        .asString()
        .startsWith(DEFINITIONS + "PL-THCS-SCTC.yml:" + line("tolerance: all") + ":")
        .contains("tolerance has no answer all", "half_of_five, none");
    change("PL-KB", text -> text + "  parameters: { dual: general }\n");
    change("PL-THCS-SCTC", text -> text + "  parameters: { window: april, dual: general }\n");
    assertThat(told()).singleElement().asString().contains("PL-KB.yml", "nor its population asks");
  }

  private void chosen(String answer, String... told) throws IOException {
    change("PL-THCS-SCTC", text -> text + "  parameters:\n    dual: general\n    " + answer + "\n");
    assertThat(told())
        .singleElement()
        .asString()
        .startsWith(DEFINITIONS + "PL-THCS-SCTC.yml:" + line(answer) + ":")
        .contains(told);
  }

  @Test
  void a_part_is_one_that_the_tally_lets_in() throws IOException {
    change("PL-KB", text -> text.replace("[THCS, THPT, GDTX], of", "[THCS, private, state], of"));
    assertThat(told())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).contains("PL-KB.yml:", "is not in part_known"));
  }

  @Test
  void what_a_derived_one_reads_and_gives_is_looked_up() throws IOException {
    derived("[indicator.target_status", "[indicator.targets", "indicator.targets is not in the `r");
    derived("bool_and(status", "bool_and(state", "`state`");
    derived("unit_level AS member", "unit_level AS members", "no column member");
    derived("'' AS method", "NULL AS method", "method is VOID, wanted STRING");
    derived(
        "count_if(is_met) AS num", "bool_and(is_met) AS num", "numerator is BOOLEAN, wanted DEC");
    change("MT-TLD", text -> text.replace("count_if(is_met) AS num", "NULL AS num"));
    assertThat(told()).isEmpty();
  }

  /** Where Spark names a line of the query, that line is told. */
  private void derived(String sound, String wrong, String told) throws IOException {
    change("MT-TLD", text -> text.replace(sound, wrong));
    assertThat(told())
        .singleElement()
        .asString()
        .startsWith(DEFINITIONS + "MT-TLD.yml:")
        .contains(told);
    if (wrong.contains("state")) {
      assertThat(told().get(0)).contains(":%d:".formatted(line("MT-TLD", wrong)));
    }
    assertThat(DefinitionLint.countable(spark, SchemaFiles.of(folder)))
        .extracting(IndicatorDefinition::id)
        .doesNotContain("MT-TLD")
        .contains("MT-PT", "PL-THCS-SCTC");
  }

  @Test
  void a_column_that_holds_an_indicator_is_there() throws IOException {
    change("MT-DAT", text -> text.replace("target_status.status", "target_status.state"));
    change("MT-GAP", text -> text.replace("target_status.gap", "targets.gap"));
    change("MT-NHIP", text -> text.replace("indicator.outlook.needed_pace", "needed_pace"));
    assertThat(told())
        .containsExactly(
            lacks("MT-DAT", "indicator.target_status.state"),
            lacks("MT-GAP", "indicator.targets.gap"),
            lacks("MT-NHIP", "needed_pace"));
  }

  private String lacks(String id, String place) {
    return "%s%s.yml:%d: there is no column %s; give stage.table.column"
        .formatted(DEFINITIONS, id, line(id, "found_in"), place);
  }

  private List<String> told() {
    return DefinitionLint.problems(spark, SchemaFiles.of(folder)).stream()
        .map(it -> "%s:%d: %s".formatted(it.path(), it.line(), it.en()))
        .toList();
  }

  /** The bundled definition, changed. */
  private void change(String id, UnaryOperator<String> changed) throws IOException {
    String path = DEFINITIONS + id + ".yml";
    String text = SchemaFiles.bundled().text(path);
    String other = changed.apply(text);
    assertThat(other).isNotEqualTo(text);
    Files.writeString(folder.resolve(path), other);
  }

  /** The line of the changed definition that holds a text. */
  private int line(String text) {
    return line("PL-THCS-SCTC", text);
  }

  private int line(String id, String text) {
    List<String> lines = SchemaFiles.of(folder).text(DEFINITIONS + id + ".yml").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    return 0;
  }
}
