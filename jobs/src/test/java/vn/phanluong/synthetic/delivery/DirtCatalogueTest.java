package vn.phanluong.synthetic.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.reading.FindingCode;

/** The catalogue of dirt leaves nothing out that the screener finds or that the plans hold. */
class DirtCatalogueTest {
  /** Errors and traps of the plans that lie beside the project, numbered. */
  private static final int TRAPS = 35;

  private static final List<Map<String, String>> KINDS =
      Reference.rows(SchemaFiles.bundled(), "synthetic_dirt");

  private static String cell(Map<String, String> kind, String column) {
    return kind.getOrDefault(column, "");
  }

  @Test
  void every_finding_is_made_or_listed() {
    Set<String> codes =
        Stream.of(FindingCode.values()).map(FindingCode::id).collect(Collectors.toSet());
    Set<String> listed =
        KINDS.stream()
            .map(kind -> cell(kind, "finding"))
            .filter(finding -> !finding.isEmpty())
            .collect(Collectors.toSet());
    assertThat(listed).isEqualTo(codes);
  }

  @Test
  void what_is_not_made_says_why() {
    assertThat(KINDS)
        .filteredOn(kind -> cell(kind, "class").equals("not_made"))
        .isNotEmpty()
        .allMatch(kind -> cell(kind, "note").length() > 15);
  }

  @Test
  void every_trap_of_the_plans_is_made_or_listed() {
    Set<Integer> named = new TreeSet<>();
    Pattern ranges = Pattern.compile("(\\d+)(?:-(\\d+))?");
    for (Map<String, String> kind : KINDS) {
      String[] note = cell(kind, "note").split("A7 mục ", 2);
      String numbers = note.length < 2 ? "" : note[1].split("[:;]", 2)[0];
      for (MatchResult range : ranges.matcher(numbers).results().toList()) {
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        IntStream.rangeClosed(first, last).forEach(named::add);
      }
    }
    assertThat(named).containsExactlyElementsOf(IntStream.rangeClosed(1, TRAPS).boxed().toList());
  }
}
