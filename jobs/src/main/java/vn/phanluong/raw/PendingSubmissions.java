package vn.phanluong.raw;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.functions;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Archive;

/**
 * The note of what is on its way into {@code raw}. A load killed half way leaves it behind; the
 * next one takes those rows out again unless the ledger has them.
 */
final class PendingSubmissions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TableStore store;

  PendingSubmissions(TableStore store) {
    this.store = store;
  }

  /**
   * Notes tables and the submission ids on their way into them, before the first row is written.
   */
  void note(Map<String, List<Delivery>> byTable, List<Delivery> all) {
    Map<String, List<String>> ids = new TreeMap<>();
    byTable.forEach((table, taken) -> ids.put(table, ids(taken)));
    ids.put("ops.finding", ids(all));
    ids.put("vault.archive", ids(all));
    ids.put("vault.identity", ids(all));
    try {
      Files.writeString(store.home().pending(), JSON.writeValueAsString(ids));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> ids(List<Delivery> deliveries) {
    return deliveries.stream().map(Delivery::submissionId).toList();
  }

  void clear() {
    try {
      Files.deleteIfExists(store.home().pending());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Undoes a load that did not reach the ledger. */
  void recover(Archive archive) {
    if (!Files.exists(store.home().pending())) {
      return;
    }
    List<String> entered =
        store
            .read(Contracts.bundled().of("ops.submission"))
            .select("submission_id")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    Map<String, List<String>> noted = read();
    noted.forEach(
        (table, ids) ->
            takeOut(
                Contracts.bundled().of(table),
                ids.stream().filter(id -> !entered.contains(id)).toList()));
    archive.forget(
        noted.getOrDefault("vault.archive", List.of()).stream()
            .filter(id -> !entered.contains(id))
            .toList());
    clear();
  }

  /** Removes the raw rows of submissions that were not taken in. */
  void takeOut(Contract table, List<String> submissionIds) {
    if (!submissionIds.isEmpty() && store.exists(table)) {
      store.delete(table, functions.col("submission_id").isin(submissionIds.toArray()));
    }
  }

  private Map<String, List<String>> read() {
    try {
      return JSON.readValue(
          store.home().pending().toFile(), new TypeReference<Map<String, List<String>>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
