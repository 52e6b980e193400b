package vn.phanluong.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorParameters;
import vn.phanluong.definition.LinkedRate;
import vn.phanluong.definition.Population;
import vn.phanluong.definition.Populations;
import vn.phanluong.definition.Rule;
import vn.phanluong.definition.SchemaFiles;

/** Whether populations have what rates of persons followed one by one ask of them. */
final class LinkedLint {
  private final EmptyTables tables;
  private final Map<String, Population> populations;
  private final IndicatorParameters parameters;
  private final Map<String, List<Asked>> asked = new TreeMap<>();

  /** An expression over a table. */
  private record Asked(
      IndicatorDefinition definition, String pointer, String sql, DataType wanted) {}

  LinkedLint(EmptyTables tables, SchemaFiles files) {
    this.tables = tables;
    populations = Populations.of(files);
    parameters = Populations.parameters(files);
  }

  /** Looks at a definition, but for its expressions, at which {@link #answer} looks. */
  void look(IndicatorDefinition definition, LinkedRate rate) {
    Population population = populations.get(rate.population());
    if (population == null) {
      tables.problem(
          definition,
          "/linked/population",
          "không có quần thể %s; có %s".formatted(rate.population(), populations.keySet()),
          "there is no population %s; there are %s"
              .formatted(rate.population(), populations.keySet()));
      return;
    }
    Map<String, String> chosen = chosen(definition, rate, population);
    rate.expressions()
        .forEach(
            (key, sql) -> {
              DataType wanted =
                  key.equals("parts/by") ? DataTypes.StringType : DataTypes.BooleanType;
              asks(new Asked(definition, "/linked/" + key, sql, wanted), population, chosen);
            });
    parts(definition, rate);
  }

  /** Its answers, but for those to which there is no question, or which are none. */
  private Map<String, String> chosen(
      IndicatorDefinition definition, LinkedRate rate, Population population) {
    Set<String> named = parameters.taken(rate, population).keySet();
    Map<String, String> sound = new TreeMap<>(rate.parameters());
    rate.parameters()
        .forEach(
            (name, answer) -> {
              String pointer = "/linked/parameters/" + name;
              if (!isDeclared(definition, pointer, name, answer)) {
                sound.remove(name);
              } else if (!named.contains(name)) {
                sound.remove(name);
                tables.problem(
                    definition,
                    pointer,
                    "chỉ tiêu và quần thể không hỏi ${%s}".formatted(name),
                    "neither it nor its population asks ${%s}".formatted(name));
              }
            });
    return sound;
  }

  /** False, and told, if there is no such parameter, or no such answer to it. */
  boolean isDeclared(IndicatorDefinition definition, String pointer, String name, String answer) {
    Map<String, Set<String>> answers = parameters.answers();
    Set<String> known = answers.get(name);
    if (known == null) {
      tables.problem(
          definition,
          pointer,
          "không có tham số %s; có %s".formatted(name, answers.keySet()),
          "there is no parameter %s; there are %s".formatted(name, answers.keySet()));
      return false;
    }
    if (!known.contains(answer)) {
      tables.problem(
          definition,
          pointer,
          "%s không có trả lời %s; có %s".formatted(name, answer, known),
          "%s has no answer %s; it has %s".formatted(name, answer, known));
      return false;
    }
    return true;
  }

  /** A part that the tally's contract does not let in would fail the whole table. */
  private void parts(IndicatorDefinition definition, LinkedRate rate) {
    LinkedRate.Parts parts = rate.parts();
    if (parts == null) {
      return;
    }
    for (Rule rule : Contracts.bundled().of("indicator.tally").rules()) {
      if (rule.name().equals("part_known") && rule.check() != null) {
        for (String part : tables.breaking(rule.check(), "part", parts.values())) {
          tables.problem(
              definition,
              "/linked/parts/values",
              "phần %s không thuộc part_known của schemas/indicator/tally.yml".formatted(part),
              "%s is not in part_known of schemas/indicator/tally.yml".formatted(part));
        }
      }
    }
  }

  private void asks(Asked expression, Population population, Map<String, String> chosen) {
    try {
      String sql = parameters.in(expression.sql().replace(LinkedRate.PART, ""), chosen);
      asked
          .computeIfAbsent(population.table(), it -> new ArrayList<>())
          .add(new Asked(expression.definition(), expression.pointer(), sql, expression.wanted()));
    } catch (IllegalArgumentException e) {
      tables.problem(
          expression.definition(),
          expression.pointer(),
          "tham số chưa khai",
          String.valueOf(e.getMessage()));
    }
  }

  /** Looks at all expressions. */
  void answer() {
    asked.forEach(this::answer);
  }

  /** All that is asked of a table is looked at together; one by one only where that fails. */
  private void answer(String table, List<Asked> asked) {
    String view = tables.view(table);
    try {
      String all = asked.stream().map(Asked::sql).collect(Collectors.joining("), (", "(", ")"));
      StructType shape = tables.analysed("SELECT " + all + " FROM " + view);
      for (int i = 0; i < asked.size(); i++) {
        fits(asked.get(i), shape.fields()[i].dataType());
      }
    } catch (AnalysisException e) {
      for (Asked each : asked) {
        String sql = "SELECT (" + each.sql() + ") FROM " + view;
        StructType shape = tables.shape(each.definition(), each.pointer(), sql);
        if (shape != null) {
          fits(each, shape.fields()[0].dataType());
        }
      }
    }
  }

  private void fits(Asked asked, DataType type) {
    if (!type.equals(asked.wanted())) {
      tables.problem(
          asked.definition(),
          asked.pointer(),
          "biểu thức cho %s, cần %s".formatted(type.sql(), asked.wanted().sql()),
          "the expression gives %s, wanted %s".formatted(type.sql(), asked.wanted().sql()));
    }
  }
}
