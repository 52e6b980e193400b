package vn.phanluong.definition;

import java.util.Map;
import java.util.TreeMap;

/** Writes {@code docs/generated/}: the data dictionary, one page a stage, and the table graph. */
public final class DictionaryText {
  private static final String HEAD =
      "<!-- Generated from schemas/ by `make docs`. Do not edit. -->\n\n";

  private DictionaryText() {}

  /** File name to text of every generated page. */
  public static Map<String, String> pages(Contracts contracts) {
    Map<String, String> pages = new TreeMap<>();
    for (String stage : Contracts.STAGES) {
      StringBuilder page = new StringBuilder(HEAD).append("# Stage `%s`\n".formatted(stage));
      contracts.ofStage(stage).forEach(contract -> page.append(table(contract)));
      pages.put(stage + ".md", page.toString());
    }
    pages.put("graph.md", graph(contracts));
    return pages;
  }

  private static String table(Contract contract) {
    StringBuilder text = new StringBuilder();
    text.append("\n## %s\n\n%s\n\n".formatted(contract.id(), contract.purpose()));
    text.append("- **Grain:** %s\n".formatted(contract.grain()));
    text.append("- **Key:** %s\n".formatted(String.join(", ", contract.key())));
    line(text, "Slice", String.join(", ", contract.slice()));
    line(text, "Reads", String.join(", ", contract.reads()));
    line(text, "Does not say", contract.limitations());
    text.append(
        "\n| column | type | null | unit | refers to | meaning |\n|---|---|---|---|---|---|\n");
    for (Column column : contract.columns()) {
      text.append(
          "| `%s` | %s | %s | %s | %s | %s |\n"
              .formatted(
                  column.name(),
                  column.type(),
                  column.required() ? "no" : "yes",
                  column.unit() == null ? "" : column.unit(),
                  column.refersTo() == null ? "" : column.refersTo(),
                  cell(column.description())));
    }
    fields(text, contract);
    checks(text, contract);
    rules(text, contract);
    return text.toString();
  }

  private static void fields(StringBuilder text, Contract contract) {
    if (contract.fields().isEmpty()) {
      return;
    }
    text.append("\nFields of the delivered file:\n\n");
    text.append("| field | read as | needed | enters | headers met | meaning |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Field field : contract.fields()) {
      text.append(
          "| `%s` | %s | %s | %s | %s | %s |\n"
              .formatted(
                  field.name(),
                  field.codes() == null ? field.cell() : field.codes(),
                  field.required() ? "yes" : "no",
                  field.door(),
                  cell(String.join("; ", field.aliases())),
                  cell(field.description())));
    }
  }

  private static void checks(StringBuilder text, Contract contract) {
    if (contract.rows().checks().isEmpty()) {
      return;
    }
    text.append("\nWhat must hold in a row:\n\n");
    contract.rows().checks().forEach(check -> text.append("- `%s`\n".formatted(check.text())));
  }

  private static void rules(StringBuilder text, Contract contract) {
    if (contract.rules().isEmpty()) {
      return;
    }
    text.append("\nRules:\n\n");
    for (Rule rule : contract.rules()) {
      text.append(
          "- `%s` (%s): %s\n"
              .formatted(rule.name(), rule.fail() ? "fail" : "warn", rule.description()));
    }
  }

  private static String graph(Contracts contracts) {
    StringBuilder text =
        new StringBuilder(HEAD).append("# Table graph\n\n```mermaid\nflowchart LR\n");
    for (String stage : Contracts.STAGES) {
      text.append("  subgraph %s\n".formatted(stage));
      contracts
          .ofStage(stage)
          .forEach(contract -> text.append("    %s\n".formatted(node(contract.id()))));
      text.append("  end\n");
    }
    for (Contract contract : contracts.all()) {
      for (String read : contract.reads()) {
        if (!read.startsWith("reference.")) {
          text.append("  %s --> %s\n".formatted(read, contract.id()));
        }
      }
    }
    return text.append("```\n").toString();
  }

  private static String node(String id) {
    return "%s[%s]".formatted(id, id);
  }

  private static void line(StringBuilder text, String label, String value) {
    if (!value.isEmpty()) {
      text.append("- **%s:** %s\n".formatted(label, value));
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
