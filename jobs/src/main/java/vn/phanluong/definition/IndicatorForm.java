package vn.phanluong.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a file of an indicator may hold: which keys, which of them it must have, and of what kind
 * each value is. What is no such value would else be read as nothing, and count otherwise than its
 * author thinks.
 */
final class IndicatorForm {
  private static final List<String> NEEDED =
      List.of(
          "id",
          "version",
          "name/vi",
          "name/en",
          "definition/vi",
          "definition/en",
          "unit",
          "basis",
          "legal_source",
          "valid_cohorts/from");

  private static final List<String> METHODS = List.of("reported", "linked", "apparent");

  /** What stands alone, without a method and without another of these. */
  private static final List<String> ALONE = List.of("waits_for", "derived", "found_in");

  private static final List<String> UNITS =
      List.of(
          IndicatorDefinition.PERCENT, IndicatorDefinition.PERSONS, IndicatorDefinition.PER_PERSON);

  /** What no tally gives. */
  private static final List<String> UNITS_OF_OTHERS =
      Stream.concat(
              UNITS.stream(),
              Stream.of(
                  IndicatorDefinition.POINTS,
                  IndicatorDefinition.RATIO,
                  IndicatorDefinition.RANK,
                  IndicatorDefinition.STATUS))
          .toList();

  /** What each of these must have where it stands. */
  private static final Map<String, List<String>> NEEDED_BELOW =
      Map.of(
          "/reported", List.of("reads", "denominator", "numerator", "known"),
          "/apparent", List.of("reads", "denominator", "numerator"),
          "/linked", List.of("population", "of", "counts"),
          "/linked/parts", List.of("by", "values", "of"),
          "/derived", List.of("reads", "sql"));

  /** What may stand below a key; a key that is none of these is a slip of the pen. */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "",
          Set.of(
              "id",
              "version",
              "name",
              "definition",
              "unit",
              "education_levels",
              "counted_destinations",
              "basis",
              "aggregation",
              "legal_source",
              "valid_cohorts",
              "supersedes",
              "breaks",
              "headers",
              "tolerance",
              "reported",
              "linked",
              "apparent",
              "waits_for",
              "derived",
              "found_in"),
          "/valid_cohorts",
          Set.of("from", "to"),
          "/reported",
          Set.of("reads", "denominator", "numerator", "known"),
          "/apparent",
          Set.of("reads", "denominator", "numerator"),
          "/linked",
          Set.of(
              "population",
              "of",
              "counts",
              "has_bounds",
              "unknown",
              "disputed",
              "parts",
              "parameters"),
          "/linked/parts",
          Set.of("by", "values", "of"),
          "/derived",
          Set.of("reads", "sql"));

  private static final List<String> LISTS =
      List.of(
          "/education_levels",
          "/counted_destinations",
          "/supersedes",
          "/breaks",
          "/headers",
          "/reported/reads",
          "/apparent/reads",
          "/derived/reads");

  private final String path;
  private final JsonNode file;
  private final YamlLines lines;
  private final List<DefinitionProblem> problems;

  /**
   * The form of one file.
   *
   * @param path below {@code schemas/}
   * @param problems to which what is wrong is added
   */
  IndicatorForm(String path, JsonNode file, YamlLines lines, List<DefinitionProblem> problems) {
    this.path = path;
    this.file = file;
    this.lines = lines;
    this.problems = problems;
  }

  /** Adds all that is wrong. */
  void check() {
    KEYS.forEach((pointer, known) -> knows(pointer, known));
    NEEDED.forEach(key -> need("", key));
    ways();
    NEEDED_BELOW.forEach(
        (above, keys) -> {
          if (!file.at(above).isMissingNode()) {
            keys.forEach(key -> need(above, key));
          }
        });
    LISTS.forEach(pointer -> kind(pointer, JsonNode::isArray, "danh sách [ … ]", "a list [ … ]"));
    kind("/linked/has_bounds", JsonNode::isBoolean, "true hoặc false", "true or false");
    kind("/linked/parameters", JsonNode::isObject, "{ tham số: trả lời }", "{ name: answer }");
    kind(
        "/linked/parts/values",
        it -> it.isArray() && !it.isEmpty(),
        "danh sách có ít nhất một phần",
        "a list of one part or more");
    kind(
        "/linked/parts/of",
        it -> List.of("numerator", "denominator").contains(it.asText()),
        "numerator hoặc denominator",
        "numerator or denominator");
    boolean isOfOthers = file.has("derived") || file.has("found_in");
    List<String> units = isOfOthers ? UNITS_OF_OTHERS : UNITS;
    kind("/unit", it -> units.contains(it.asText()), "một trong " + units, "one of " + units);
    kind(
        "/aggregation",
        it -> it.asText().equals("additive"),
        "additive: indicator.tally chỉ cộng",
        "additive: indicator.tally only sums");
    cohorts();
    values();
  }

  /** Methods are several ways to know one thing; what stands alone is another way altogether. */
  private void ways() {
    List<String> alone = ALONE.stream().filter(file::has).toList();
    boolean hasMethod = METHODS.stream().anyMatch(file::has);
    if (alone.size() + (hasMethod ? 1 : 0) != 1) {
      problem(
          "/" + (alone.isEmpty() ? ALONE.get(0) : alone.get(alone.size() - 1)),
          "ghi đúng một trong %s, hoặc một hay nhiều cách tính %s".formatted(ALONE, METHODS),
          "give just one of %s, or one or more of %s".formatted(ALONE, METHODS));
    }
  }

  private void values() {
    String id = file.path("id").asText();
    if (file.has("id") && !path.equals(IndicatorDefinitions.path(id))) {
      problem("/id", "mã trong tệp là %s".formatted(id), "its id is %s".formatted(id));
    }
    if (file.has("version") && !file.path("version").asText().matches("\\d+\\.\\d+\\.\\d+")) {
      problem("/version", "phiên bản không có dạng 1.2.3", "its version is not of the form 1.2.3");
    }
    if (file.has("legal_source") && file.path("legal_source").asText().isBlank()) {
      problem("/legal_source", "thiếu căn cứ", "names no source");
    }
  }

  private void cohorts() {
    year("/valid_cohorts/from");
    year("/valid_cohorts/to");
    JsonNode to = file.at("/valid_cohorts/to");
    if (isYear(to) && to.asInt() < file.at("/valid_cohorts/from").asInt()) {
      problem("/valid_cohorts", "khóa cuối trước khóa đầu", "its last cohort is before its first");
    }
    for (int i = 0; i < file.path("breaks").size(); i++) {
      String each = "/breaks/" + i;
      need(each, "cohort");
      need(each, "reason");
      year(each + "/cohort");
    }
  }

  private void year(String pointer) {
    kind(pointer, IndicatorForm::isYear, "một năm, ví dụ 2026", "a year, for example 2026");
  }

  private static boolean isYear(JsonNode node) {
    return node.isInt() && node.asInt() > 1900 && node.asInt() < 3000;
  }

  /** A value, where there is one, is of its kind. */
  private void kind(String pointer, Predicate<JsonNode> isOfKind, String vi, String en) {
    JsonNode node = file.at(pointer);
    if (!node.isMissingNode() && !isOfKind.test(node)) {
      String key = pointer.substring(1);
      problem(
          pointer,
          "`%s` là %s, phải là %s".formatted(key, node, vi),
          "`%s` is %s, and must be %s".formatted(key, node, en));
    }
  }

  private void need(String above, String key) {
    if (file.at(above + "/" + key).isMissingNode()) {
      String full = (above + "/" + key).substring(1);
      problem(above + "/" + key, "thiếu `%s`".formatted(full), "`%s` is missing".formatted(full));
    }
  }

  private void knows(String pointer, Set<String> known) {
    file.at(pointer)
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                problem(
                    pointer + "/" + key,
                    "không có khóa `%s`".formatted(key),
                    "there is no key `%s`".formatted(key));
              }
            });
  }

  private void problem(String pointer, String vi, String en) {
    problems.add(new DefinitionProblem(path, lines.of(pointer), vi, en));
  }
}
