package vn.phanluong.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one contract cannot know of itself: that the tables and columns it names exist. */
final class ContractProblems {
  /** What leaves the vault: which rows are one person, and nothing of who that is. */
  private static final String LINKS = "vault.link";

  private static final Set<String> ACCUMULATIONS = Set.of("cumulative", "discrete");

  private ContractProblems() {}

  static void find(Map<String, Contract> byId, SchemaFiles files, List<String> problems) {
    for (Contract contract : byId.values()) {
      readsOf(contract, byId, files, problems);
      relationsOf(contract, byId, problems);
      fieldsOf(contract, files, problems);
      for (String column : contract.slice()) {
        if (!contract.columnNames().contains(column)) {
          problems.add("%s: slice column %s is not a column".formatted(contract.id(), column));
        }
      }
      for (Field field : contract.fields()) {
        boolean hasState =
            field.states().isEmpty()
                || contract.fields().stream()
                    .anyMatch(each -> each.name().equals(field.stateField()));
        if (!hasState) {
          problems.add(
              "%s: field %s has states, and there is no field %s"
                  .formatted(contract.id(), field.name(), field.stateField()));
        }
      }
      for (HeaderForm form : contract.headerForms()) {
        for (String field : form.fields().values()) {
          if (contract.fields().stream().noneMatch(each -> each.name().equals(field))) {
            problems.add(
                "%s: header form «%s» names %s, which is no field"
                    .formatted(contract.id(), form.name(), field));
          }
        }
      }
      if (!ACCUMULATIONS.contains(contract.accumulation())) {
        problems.add("%s: accumulation is none of %s".formatted(contract.id(), ACCUMULATIONS));
      }
      if (contract.key().isEmpty()) {
        problems.add("%s: no primaryKey".formatted(contract.id()));
      }
    }
  }

  private static void readsOf(
      Contract contract, Map<String, Contract> byId, SchemaFiles files, List<String> problems) {
    for (String read : contract.reads()) {
      boolean known =
          read.startsWith("reference.")
              ? !files.under(referencePath(read), "").isEmpty()
              : byId.containsKey(read);
      if (!known) {
        problems.add("%s: reads %s, which is no table".formatted(contract.id(), read));
      } else if (!read.equals(LINKS)
          && !mayRead(contract.stage(), read.substring(0, read.indexOf('.')))) {
        problems.add("%s may not read %s: data flows one way".formatted(contract.id(), read));
      }
    }
  }

  private static String referencePath(String read) {
    return "reference/" + read.substring("reference.".length()) + ".csv";
  }

  /** Data flows one way; {@code ops} holds the ledgers that every stage may look into. */
  private static boolean mayRead(String stage, String upstream) {
    if (upstream.equals("vault")) {
      return stage.equals("vault");
    }
    if (upstream.equals("reference") || upstream.equals("ops") || stage.equals("ops")) {
      return true;
    }
    boolean dimensionOfReference = stage.equals("clean") && upstream.equals("star");
    return dimensionOfReference
        || Contracts.STAGES.indexOf(upstream) <= Contracts.STAGES.indexOf(stage);
  }

  private static void fieldsOf(Contract contract, SchemaFiles files, List<String> problems) {
    Set<String> names = contract.fields().stream().map(Field::name).collect(Collectors.toSet());
    contract
        .rows()
        .fields()
        .filter(name -> !names.contains(name))
        .forEach(name -> problems.add("%s: no field %s".formatted(contract.id(), name)));
    YearChange change = contract.yearChange();
    if (change != null && change.most() <= 0) {
      problems.add("%s: yearChange has no `most` above zero".formatted(contract.id()));
    }
    if (change != null && change.by() != null && !names.contains(change.by())) {
      problems.add("%s: yearChange counts by %s, no field".formatted(contract.id(), change.by()));
    }
    for (Field field : contract.fields()) {
      String codes = field.codes();
      if (codes != null && files.under(referencePath("reference." + listOf(codes)), "").isEmpty()) {
        problems.add("%s.%s: no list %s".formatted(contract.id(), field.name(), codes));
      }
    }
  }

  private static String listOf(String codes) {
    return codes.substring(0, Math.max(0, codes.indexOf('.')));
  }

  private static void relationsOf(
      Contract contract, Map<String, Contract> byId, List<String> problems) {
    for (Column column : contract.columns()) {
      String to = column.refersTo();
      if (to != null && target(to, byId) == null) {
        problems.add(
            "%s.%s refers to %s, which is no column".formatted(contract.id(), column.name(), to));
      }
    }
  }

  private static @Nullable Contract target(String to, Map<String, Contract> byId) {
    String table = to.substring(0, to.indexOf('.'));
    String column = to.substring(to.indexOf('.') + 1);
    return byId.values().stream()
        .filter(contract -> contract.table().equals(table))
        .filter(contract -> contract.columnNames().contains(column))
        .findFirst()
        .orElse(null);
  }
}
