package vn.phanluong.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts are read whole, and what is wrong with them is said at once. */
class ContractsTest {

  @Test
  void every_stage_has_tables_in_the_order_data_flows() {
    List<String> stages = Contracts.bundled().all().stream().map(Contract::stage).toList();
    assertThat(stages.stream().distinct()).containsExactlyElementsOf(Contracts.STAGES);
    assertThat(Contracts.bundled().all()).extracting(Contract::key).doesNotContain(List.of());
  }

  @Test
  void a_contract_says_all_that_its_file_says() {
    Contract exam = Contracts.bundled().of("star.fct_exam");
    assertThat(exam.key()).containsExactly("exam_year", "candidate_number");
    assertThat(exam.partition()).containsExactly("exam_year", "council_code");
    assertThat(exam.slice()).containsExactly("exam_year", "council_code");
    assertThat(exam.reads()).containsExactly("clean.exam_result", "ops.submission");
    assertThat(exam.columns())
        .filteredOn(it -> it.name().equals("council_code"))
        .singleElement()
        .returns("string", Column::type)
        .returns(true, Column::required)
        .returns("dim_exam_council.council_code", Column::refersTo);
    assertThat(Contracts.bundled().of("clean.target").rules())
        .extracting(Rule::check)
        .contains("kind IN ('policy_milestone', 'registered')");
  }

  @Test
  void raw_tables_share_a_shape_and_differ_in_fields() {
    Contract target = Contracts.bundled().of("raw.target");
    assertThat(target.columnNames())
        .isEqualTo(Contracts.bundled().of("raw.exam_result").columnNames())
        .contains("record", "row_status");
    assertThat(target.fields()).extracting(Field::name).contains("document_id", "value");
    assertThat(Contracts.bundled().find("raw.delivered_row")).isNull();
  }

  @Test
  void an_unknown_table_is_refused_with_those_there_are() {
    assertThatThrownBy(() -> Contracts.bundled().of("star.nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No table star.nothing")
        .hasMessageContaining("star.fct_exam");
  }

  @Test
  void all_problems_of_a_folder_are_told_at_once(@TempDir Path folder) throws IOException {
    write(
        folder,
        "star/one.yml",
        """
        id: star.other
        version: 1.0.0
        description: { purpose: A table. }
        schema:
          - name: one
            dataGranularityDescription: One row.
            customProperties:
              - { property: reads, value: [published.two, clean.missing] }
              - { property: slice, value: [year] }
            properties:
              - name: code
                physicalType: string
                classification: public
                relationships: [{ to: two.nothing }]
        """);
    write(
        folder,
        "published/two.yml",
        """
        id: published.two
        version: 1.0.0
        schema:
          - name: two
            dataGranularityDescription: One row.
            properties:
              - { name: key, physicalType: string, primaryKey: true, description: Key. }
        """);
    write(folder, "clean/three.yml", "id: [");

    assertThatThrownBy(() -> Contracts.of(SchemaFiles.of(folder)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("schemas/star/one.yml: id is star.other, the file's place says")
        .hasMessageContaining("schemas/star/one.yml: `description` is missing at code")
        .hasMessageContaining("schemas/published/two.yml: `purpose` is missing")
        .hasMessageContaining("schemas/published/two.yml: `classification` is missing at key")
        .hasMessageContaining("schemas/clean/three.yml is not YAML")
        .hasMessageContaining("star.other: reads clean.missing, which is no table")
        .hasMessageContaining("star.other may not read published.two: data flows one way")
        .hasMessageContaining("star.other.code refers to two.nothing, which is no column")
        .hasMessageContaining("star.other: slice column year is not a column")
        .hasMessageContaining("star.other: no primaryKey");
  }

  static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
