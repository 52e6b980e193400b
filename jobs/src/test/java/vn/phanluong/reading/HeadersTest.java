package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;
import vn.phanluong.text.Spelling;

/** What holds of the headers of every dataset: a file tells by them what it is. */
class HeadersTest {
  @TempDir private Path folder = Path.of("");

  static Stream<String> datasets() {
    return all().stream().map(Contract::table);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void a_header_of_all_fields_is_of_its_own_dataset(String dataset) {
    assertThat(recognised(dataset, Field::name, field -> true)).isEqualTo(dataset);
    assertThat(recognised(dataset, HeadersTest::template, field -> true)).isEqualTo(dataset);
    assertThat(recognised(dataset, field -> Spelling.strip(template(field)), field -> true))
        .isEqualTo(dataset);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void a_header_of_what_is_needed_is_of_no_other_dataset(String dataset) {
    String least = recognised(dataset, HeadersTest::template, Field::required);
    if (contract(dataset).fields().stream().filter(Field::required).count() > 1) {
      assertThat(least).isEqualTo(dataset);
    }
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void no_header_is_of_two_fields(String dataset) {
    Map<String, String> fields = new HashMap<>();
    for (Field field : contract(dataset).fields()) {
      Stream.concat(Stream.of(field.name()), field.aliases().stream())
          .map(Spelling::strip)
          .distinct()
          .forEach(header -> assertThat(fields.put(header, field.name())).as(header).isNull());
    }
  }

  private @Nullable String recognised(
      String dataset, Function<Field, String> header, java.util.function.Predicate<Field> isThere) {
    List<String> cells =
        contract(dataset).fields().stream()
            .filter(isThere)
            .map(header)
            .map(text -> '"' + text + '"')
            .toList();
    String text = String.join(",", cells) + "\n" + "1,".repeat(cells.size() - 1) + "1\n";
    Path file =
        Screened.write(folder, dataset + "_2023.csv", text.getBytes(StandardCharsets.UTF_8));
    Candidate found = new LayoutSearch(Head.all(file, 10).get(0), all(), 0).find();
    return found == null ? null : found.dataset().table();
  }

  /** The first header a template would give it. */
  private static String template(Field field) {
    return field.aliases().isEmpty() ? field.name() : field.aliases().get(0);
  }

  private static Contract contract(String dataset) {
    return Contracts.bundled().of("raw." + dataset);
  }

  private static List<Contract> all() {
    return Contracts.bundled().ofStage("raw").stream()
        .filter(contract -> !contract.fields().isEmpty())
        .collect(Collectors.toList());
  }
}
