package vn.phanluong.vault;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.TableStore;

/** Delivered files as they came, encrypted, until their day of deletion. */
public final class Archive {
  /**
   * How long a delivered file and its identities are kept: time for two yearly corrections. The law
   * asks for a limit and names none for this purpose (Law 91/2025/QH15), so this is our own.
   */
  static final int MONTHS = 24;

  private static final Contract CONTRACT = Contracts.bundled().of("vault.archive");

  private final TableStore store;
  private final KeyRing keys;

  public Archive(TableStore store, KeyRing keys) {
    this.store = store;
    this.keys = keys;
  }

  /** Last day on which what arrives now may be kept. */
  public static LocalDate deleteAfter() {
    return LocalDate.now(ZoneOffset.UTC).plusMonths(MONTHS);
  }

  /** Keeps files by the id of their submission; all of them in one commit. */
  public void add(Map<String, Path> files) {
    List<Row> rows = new ArrayList<>();
    files.forEach(
        (id, file) -> {
          try (InputStream in = Files.newInputStream(file)) {
            seal(in, id);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          rows.add(
              RowFactory.create(
                  id,
                  String.valueOf(file.getFileName()),
                  keys.currentId(),
                  Instant.now(),
                  deleteAfter(),
                  null,
                  null));
        });
    StructType shape = StructType.fromDDL(CONTRACT.shapeDdl());
    store.append(CONTRACT, store.spark().createDataFrame(rows, shape).coalesce(1));
  }

  /** Keeps the file of one submission for another too, until the same day. */
  public void keepAlso(String id, String otherId) {
    Row kept = kept(id);
    try (InputStream in = open(id)) {
      if (kept == null || in == null) {
        throw new IllegalStateException("The file of %s is destroyed".formatted(id));
      }
      seal(in, otherId);
      Row row =
          RowFactory.create(
              otherId,
              kept.getAs("file_name"),
              keys.currentId(),
              kept.getAs("archived_at"),
              kept.getAs("delete_after"),
              null,
              null);
      StructType shape = StructType.fromDDL(CONTRACT.shapeDdl());
      store.append(CONTRACT, store.spark().createDataFrame(List.of(row), shape).coalesce(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Last day on which a kept file may be kept, or null once it is destroyed. */
  public @Nullable LocalDate lastDay(String id) {
    Row kept = kept(id);
    return kept == null ? null : kept.getAs("delete_after");
  }

  private void seal(InputStream in, String id) throws IOException {
    Path file = file(id, keys.currentId());
    Files.createDirectories(folder());
    Path draft = folder().resolve(id + ".new");
    try (OutputStream out = keys.sealing(Files.newOutputStream(draft), id)) {
      in.transferTo(out);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes out files of submissions that did not reach the ledger. */
  public void forget(Collection<String> ids) {
    for (String id : ids) {
      delete(id);
    }
    if (!ids.isEmpty() && store.exists(CONTRACT)) {
      store.delete(CONTRACT, col("submission_id").isin(ids.toArray()));
    }
  }

  /** The delivered bytes, or null once the file is destroyed. */
  public @Nullable InputStream open(String id) {
    Row kept = kept(id);
    try {
      return kept == null
          ? null
          : keys.opening(
              Files.newInputStream(file(id, kept.getAs("key_id"))), kept.getAs("key_id"), id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Name under which a kept file was delivered, or null once it is destroyed. */
  public @Nullable String fileName(String id) {
    Row kept = kept(id);
    return kept == null ? null : kept.getAs("file_name");
  }

  private @Nullable Row kept(String id) {
    List<Row> rows =
        store
            .read(CONTRACT)
            .where(col("submission_id").equalTo(id).and(col("destroyed_at").isNull()))
            .collectAsList();
    return rows.isEmpty() ? null : rows.get(0);
  }

  /** Ids of the files that are kept, with the key of each. */
  Map<String, String> keyIds() {
    Map<String, String> ids = new TreeMap<>();
    store
        .read(CONTRACT)
        .where(col("destroyed_at").isNull())
        .select("submission_id", "key_id")
        .collectAsList()
        .forEach(row -> ids.put(row.getString(0), row.getString(1)));
    return ids;
  }

  /** Ids of kept files whose day of deletion lies before a day. */
  List<String> due(LocalDate day) {
    return store
        .read(CONTRACT)
        .where(col("destroyed_at").isNull().and(col("delete_after").lt(functions.lit(day))))
        .select("submission_id")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** Destroys files for good; that they were there stays on record. */
  void destroy(Collection<String> ids, String reason) {
    if (ids.isEmpty()) {
      return;
    }
    ids.forEach(this::delete);
    store.update(
        CONTRACT,
        col("submission_id").isin(ids.toArray()).and(col("destroyed_at").isNull()),
        Map.of(
            "destroyed_at", functions.lit(Instant.now()),
            "destroyed_because", functions.lit(reason)));
  }

  /** Encrypts all kept files with the current key; what an earlier attempt did stands. */
  void reseal() {
    Set<String> ids = new TreeSet<>(keyIds().keySet());
    for (String id : ids) {
      try (InputStream in = open(id)) {
        if (in != null && !Files.exists(file(id, keys.currentId()))) {
          seal(in, id);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    store.update(
        CONTRACT, col("destroyed_at").isNull(), Map.of("key_id", functions.lit(keys.currentId())));
    for (Path each : all()) {
      String name = String.valueOf(each.getFileName());
      if (ids.stream().anyMatch(name::startsWith) && !name.endsWith("." + keys.currentId())) {
        remove(each);
      }
    }
  }

  private void delete(String id) {
    all().stream()
        .filter(file -> String.valueOf(file.getFileName()).startsWith(id + "."))
        .forEach(Archive::remove);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> all() {
    if (!Files.exists(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return store.home().vault().resolve("archive");
  }

  /** The key is part of the name, so that a rotation can be killed between file and table. */
  private Path file(String id, String keyId) {
    return folder().resolve(id + "." + keyId);
  }
}
