package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;

/** A row reads the same before its identities leave it and after. */
class DoorReadingTest {
  private static final String TOKEN = "k1.0123456789abcdef0123456789abcdef";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enrolment",
        "graduate",
        "grade10_admission",
        "vocational_enrolment",
        "higher_enrolment"
      })
  void a_row_without_its_identities_is_accepted_with_the_same_values(String dataset) {
    Register delivered = Register.of(dataset);
    Screened before = delivered.screened(folder);
    Screened after = masked(delivered).screened(folder);
    assertThat(after.counts()).isEqualTo(before.counts());
    assertThat(after.rows()).hasSameSizeAs(before.rows()).isNotEmpty();
    for (int i = 0; i < before.rows().size(); i++) {
      Map<String, Object> was = new TreeMap<>(before.rows().get(i));
      Map<String, Object> is = new TreeMap<>(after.rows().get(i));
      for (String identity : List.of("learner_code", "identity_number")) {
        Object token = is.remove(identity);
        assertThat(token == null).isEqualTo(was.remove(identity) == null);
        assertThat(token == null || token.toString().startsWith("k1.")).isTrue();
      }
      assertThat(is).isEqualTo(was);
      assertThat(is.get("birth_date")).isInstanceOf(Short.class);
      assertThat(is.get("full_name")).isEqualTo("withheld");
    }
  }

  private static Register masked(Register delivered) {
    Contract contract = Contracts.bundled().of("raw." + delivered.dataset());
    HeaderIndex headers = HeaderIndex.of(contract);
    Map<String, Field.Door> doors = new HashMap<>();
    for (String header : delivered.header()) {
      HeaderIndex.Match match = headers.find(header);
      doors.put(header, match == null ? Field.Door.KEEP : match.field().door());
    }
    Register masked = delivered;
    for (int row = 0; row < delivered.rows().size(); row++) {
      for (int column = 0; column < delivered.header().size(); column++) {
        String header = delivered.header().get(column);
        String text = delivered.rows().get(row).get(column);
        masked = masked.with(row, header, masked(doors.get(header), text));
      }
    }
    return masked;
  }

  private static String masked(Field.@org.jspecify.annotations.Nullable Door door, String text) {
    if (door == null || text.isEmpty()) {
      return text;
    }
    return switch (door) {
      case KEEP -> text;
      case PSEUDONYM -> "k1.%032x".formatted(new java.math.BigInteger(text));
      case YEAR -> text.substring(text.length() - 4);
      case WITHHOLD ->
          text.replaceAll("\\d", "9").replaceAll("\\p{Lu}", "A").replaceAll("\\p{Ll}+", "a");
    };
  }

  @ParameterizedTest
  @CsvSource({
    "LEARNER_CODE, 8099000001, 8099000001, ''",
    "LEARNER_CODE, 080208990001, 080208990001, ''",
    "LEARNER_CODE, 8099000001.0, 8099000001, ''",
    "LEARNER_CODE, 80 9900 0001, 8099000001, ''",
    "LEARNER_CODE, 199000001, 0199000001, cell.identity-zero",
    "LEARNER_CODE, 80208990001, 080208990001, cell.identity-zero",
    "LEARNER_CODE, 12345678, , cell.unreadable",
    "LEARNER_CODE, 8.09E+09, , cell.unreadable",
    "LEARNER_CODE, k1.short, , cell.unreadable",
    "IDENTITY_NUMBER, 301234567, 301234567, ''",
    "IDENTITY_NUMBER, 01234567, 001234567, cell.identity-zero",
    "IDENTITY_NUMBER, 1208990001, 001208990001, cell.identity-zero",
    "IDENTITY_NUMBER, 1234567, , cell.unreadable"
  })
  void a_number_is_read_in_its_one_form(
      Field.Cell cell, String text, @org.jspecify.annotations.Nullable String value, String code) {
    RowFindings findings = new RowFindings(2);
    assertThat(Identities.read(text, field(cell, Field.Door.PSEUDONYM), findings)).isEqualTo(value);
    List<String> codes = new ArrayList<>();
    findings.all().forEach(finding -> codes.add(finding.code()));
    assertThat(codes).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    // The door masks the text of a finding; a second number in its words would get through.
    findings
        .all()
        .forEach(
            finding -> assertThat(finding.en().replace(text, "")).doesNotContainPattern("\\d{5,}"));
  }

  @Test
  void a_token_is_read_as_itself() {
    RowFindings findings = new RowFindings(2);
    Field field = field(Field.Cell.LEARNER_CODE, Field.Door.PSEUDONYM);
    assertThat(Identities.read(TOKEN, field, findings)).isEqualTo(TOKEN);
    assertThat(findings.all()).isEmpty();
    Field kept = field(Field.Cell.LEARNER_CODE, Field.Door.KEEP);
    assertThat(Identities.read(TOKEN, kept, findings)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "12/03/2009, 2009, ''",
    "2009-03-12, 2009, ''",
    "2009, 2009, cell.birth-year-only",
    "31/02/2009, , cell.date-unreadable",
    "12/03/1809, , cell.date-unreadable",
    "99/99/9999, , cell.date-unreadable",
    "12/03/09, , cell.date-unreadable"
  })
  void of_a_birth_date_the_year_is_read(
      String text, @org.jspecify.annotations.Nullable Short year, String code) {
    RowFindings findings = new RowFindings(2);
    Field field = field(Field.Cell.DATE, Field.Door.YEAR);
    assertThat(Identities.read(text, field, findings)).isEqualTo(year);
    assertThat(findings.all().stream().map(Finding::code).toList())
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    assertThat(field.type()).isEqualTo("smallint");
  }

  @ParameterizedTest
  @CsvSource({"Nguyễn Văn A, true", "Aa Aa A, true", "0900000001, true", "–, false", "..., false"})
  void a_withheld_text_is_there_or_not(String text, boolean isThere) {
    Object value =
        Identities.read(text, field(Field.Cell.TEXT, Field.Door.WITHHOLD), new RowFindings(2));
    assertThat(value).isEqualTo(isThere ? "withheld" : null);
  }

  private static Field field(Field.Cell cell, Field.Door door) {
    return new Field(
        "field",
        cell,
        false,
        false,
        List.of(),
        List.of(),
        "A field.",
        null,
        door,
        null,
        Map.of(),
        List.of(),
        false);
  }
}
