package vn.phanluong.raw;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Archive;

/**
 * The note of what is on its way into {@code raw}. A load killed half way leaves it behind; the
 * next one takes those rows out again unless the ledger has them.
 *
 * <p>Only here has a submission the states {@code received} and {@code screened}: the ledger knows
 * none that did not end.
 */
final class PendingSubmissions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TableStore store;
  private final Contract ledger = Contracts.bundled().of("ops.submission");
  private @Nullable Note note;

  /**
   * What the note says.
   *
   * @param ledgerVersion version of the ledger before; one more when the run has been entered,
   *     which is one commit
   * @param tables tables and the submissions on their way into them
   * @param states received or screened, by submission
   */
  record Note(long ledgerVersion, Map<String, List<String>> tables, Map<String, String> states) {}

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
    Map<String, String> states = new TreeMap<>();
    ids(all).forEach(id -> states.put(id, "received"));
    write(new Note(store.version(ledger), ids, states));
  }

  /** Notes that the rows of submissions are judged and written. */
  void screened(List<Delivery> deliveries) {
    if (note != null) {
      Map<String, String> states = new TreeMap<>(note.states());
      ids(deliveries).forEach(id -> states.put(id, "screened"));
      write(new Note(note.ledgerVersion(), note.tables(), states));
    }
  }

  private void write(Note next) {
    note = next;
    Path draft = store.home().pending().resolveSibling(".pending.next");
    try {
      Files.writeString(draft, JSON.writeValueAsString(next));
      Files.move(
          draft,
          store.home().pending(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> ids(List<Delivery> deliveries) {
    return deliveries.stream().map(Delivery::submissionId).toList();
  }

  void clear() {
    note = null;
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
    Note left = read();
    if (store.version(ledger) == left.ledgerVersion()) {
      left.tables().forEach((table, ids) -> takeOut(Contracts.bundled().of(table), ids));
      archive.forget(left.tables().getOrDefault("vault.archive", List.of()));
    }
    clear();
  }

  /** Removes the rows of submissions that were not taken in. */
  void takeOut(Contract table, List<String> submissionIds) {
    if (!submissionIds.isEmpty() && store.exists(table)) {
      store.delete(table, functions.col("submission_id").isin(submissionIds.toArray()));
    }
  }

  private Note read() {
    try {
      return JSON.readValue(store.home().pending().toFile(), Note.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
