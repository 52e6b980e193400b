package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;

/**
 * Finds definitions that fail when they are counted, though they lint: a text that a cast does not
 * take, or a row that the contract of their table does not let in.
 */
final class Faults {
  private final Inputs in;
  private final SchemaFiles files;
  private final Contract table;
  private final List<DefinitionProblem> found = new ArrayList<>();

  /**
   * Of the definitions among some files.
   *
   * @param table whose rows they make
   */
  Faults(Inputs in, SchemaFiles files, String table) {
    this.in = in;
    this.files = files;
    this.table = Contracts.bundled().of(table);
  }

  /** What was found up to now. */
  List<DefinitionProblem> found() {
    return found;
  }

  /**
   * Counts what a definition asks, and keeps why that fails, if it does.
   *
   * @param key under which it stands in its file
   * @param tallies rows of the table, if it asks for any
   */
  void seek(IndicatorDefinition definition, String key, Supplier<Stream<Dataset<Row>>> tallies) {
    String why;
    try {
      // Spark throws checked exceptions that its methods do not declare.
      why =
          CompletableFuture.supplyAsync(
                  () -> broken(definition, tallies.get().toList()), Runnable::run)
              .join();
    } catch (CompletionException e) {
      why = said(e);
    }
    if (!why.isEmpty()) {
      found.add(
          new DefinitionProblem(
              IndicatorDefinitions.path(definition.id()),
              IndicatorDefinitions.line(files, definition.id(), "/" + key),
              "`%s` không đếm được: %s".formatted(key, why),
              "`%s` cannot be counted: %s".formatted(key, why)));
    }
  }

  /** The rule that some row breaks, or blank. Every value is computed, and none is kept. */
  private String broken(IndicatorDefinition definition, List<Dataset<Row>> tallies) {
    if (tallies.isEmpty()) {
      return "";
    }
    Observation seen = new Observation();
    Dataset<Row> rows = Tally.valid(in, List.of(definition), tallies);
    rows.observe(seen, max(expr(firstBroken(List.of(rows.columns())))).as("rule"))
        .write()
        .format("noop")
        .mode("overwrite")
        .save();
    try {
      Object rule = seen.getAsJava().get("rule");
      return rule == null || rule.equals("")
          ? ""
          : "%s (schemas/%s.yml)".formatted(rule, table.id().replace('.', '/'));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The first rule that a row breaks, or the column that may not be blank; else blank. */
  private String firstBroken(List<String> columns) {
    Stream<String> rules =
        table.rules().stream()
            .filter(rule -> rule.check() != null)
            .map(rule -> "if(NOT (%s), '%s', NULL)".formatted(rule.check(), rule.name()));
    Stream<String> required =
        table.columns().stream()
            .filter(column -> column.required() && columns.contains(column.name()))
            .map(column -> "if(%1$s IS NULL, '%1$s is NULL', NULL)".formatted(column.name()));
    return Stream.concat(rules, required).collect(Collectors.joining(", ", "coalesce(", ", '')"));
  }

  /** What went wrong in the end; around it stands in which task it did. */
  private static String said(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip().lines().findFirst().orElse("");
  }
}
