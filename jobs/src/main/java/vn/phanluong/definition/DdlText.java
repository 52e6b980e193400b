package vn.phanluong.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the Delta DDL of a contract: comments, NOT NULL, CHECK, partitions and retention. */
public final class DdlText {
  private DdlText() {}

  /** Table property that holds the digest of the DDL a table was made with. */
  public static final String DIGEST = "phanluong.ddl";

  /** REPLACE TABLE: columns, constraints and properties as the contract has them now, no rows. */
  public static String replaceTable(Contract contract, String location, int retentionDays) {
    return table("REPLACE", contract, location, retentionDays);
  }

  /**
   * CREATE TABLE for a table at a location.
   *
   * @param retentionDays how long a superseded version stays readable; Delta's default is 7
   */
  public static String createTable(Contract contract, String location, int retentionDays) {
    return table("CREATE", contract, location, retentionDays);
  }

  private static String table(String verb, Contract contract, String location, int retentionDays) {
    Map<String, String> all = properties(contract, retentionDays);
    all.put(DIGEST, digest(contract, retentionDays));
    String properties =
        all.entrySet().stream()
            .map(entry -> "  %s = %s".formatted(literal(entry.getKey()), literal(entry.getValue())))
            .collect(Collectors.joining(",\n"));
    return "%s TABLE delta.`%s` (\n%s\n) USING DELTA%s\nCOMMENT %s\nTBLPROPERTIES (\n%s\n)"
        .formatted(
            verb,
            location,
            columns(contract),
            partitions(contract.partition()),
            literal(contract.purpose() + " " + contract.grain()),
            properties);
  }

  private static String columns(Contract contract) {
    return contract.columns().stream()
        .map(
            column ->
                "  `%s` %s%s COMMENT %s"
                    .formatted(
                        column.name(),
                        column.type().toUpperCase(Locale.ROOT),
                        column.required() ? " NOT NULL" : "",
                        literal(comment(column))))
        .collect(Collectors.joining(",\n"));
  }

  /** Changes whenever columns, comments, constraints or properties of the table do. */
  public static String digest(Contract contract, int retentionDays) {
    String ddl = columns(contract) + properties(contract, retentionDays) + contract.partition();
    return Integer.toHexString(ddl.hashCode());
  }

  private static Map<String, String> properties(Contract contract, int retentionDays) {
    Map<String, String> properties = new TreeMap<>();
    String interval = "interval %d days".formatted(retentionDays);
    properties.put("delta.deletedFileRetentionDuration", interval);
    properties.put("delta.logRetentionDuration", interval);
    if (!contract.partition().isEmpty()) {
      // Slices are found by their folder, so minima and maxima of columns would be work for
      // nothing.
      properties.put("delta.dataSkippingNumIndexedCols", "0");
    }
    for (Rule rule : contract.rules()) {
      if (rule.check() != null) {
        // As in standard SQL, what is unknown does not break a check; Delta alone would refuse it.
        properties.put(
            "delta.constraints." + rule.name(), "(%s) IS NOT FALSE".formatted(rule.check()));
      }
    }
    return properties;
  }

  private static String comment(Column column) {
    return column.unit() == null
        ? column.description()
        : "%s [%s]".formatted(column.description(), column.unit());
  }

  private static String partitions(List<String> columns) {
    return columns.isEmpty() ? "" : "\nPARTITIONED BY (%s)".formatted(String.join(", ", columns));
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
