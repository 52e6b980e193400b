package vn.phanluong.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every contract under {@code schemas/}, in the order data flows. */
public final class Contracts {
  /** The stages in flow order; {@code ops} may read anything and comes last. */
  public static final List<String> STAGES =
      List.of("raw", "clean", "star", "indicator", "published", "vault", "ops");

  /** What every raw table has in common; no table of its own. */
  private static final String SHAPE = "raw.delivered_row";

  private static final Contracts BUNDLED = of(SchemaFiles.bundled());

  private final Map<String, Contract> byId;

  private Contracts(Map<String, Contract> byId) {
    this.byId = byId;
  }

  public static Contracts bundled() {
    return BUNDLED;
  }

  /**
   * Reads and checks all contracts.
   *
   * @throws DefinitionException with all problems at once
   */
  public static Contracts of(SchemaFiles files) {
    Map<String, Contract> byId = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (String stage : STAGES) {
      files
          .under(stage + "/", ".yml")
          .forEach(
              (path, text) -> {
                if (path.indexOf('/') == path.lastIndexOf('/')) {
                  Contract contract = ContractText.read(path, text, files, problems);
                  if (contract != null && !contract.id().equals(SHAPE)) {
                    byId.put(contract.id(), contract);
                  }
                }
              });
    }
    ContractProblems.find(byId, files, problems);
    if (!problems.isEmpty()) {
      throw new DefinitionException("schemas/", problems);
    }
    return new Contracts(byId);
  }

  public List<Contract> all() {
    return List.copyOf(byId.values());
  }

  public List<Contract> ofStage(String stage) {
    return byId.values().stream().filter(contract -> contract.stage().equals(stage)).toList();
  }

  /**
   * The contract of a table.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Contract of(String id) {
    Contract contract = find(id);
    if (contract == null) {
      throw new IllegalArgumentException("No table %s. Tables: %s".formatted(id, byId.keySet()));
    }
    return contract;
  }

  public @Nullable Contract find(String id) {
    return byId.get(id);
  }
}
