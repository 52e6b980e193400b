package vn.phanluong.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Problem;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/** Audits what changed and, if all holds, makes a release of it. */
public final class Publish {
  /** What readers see is audited; {@code raw} and {@code clean} are looked at where rows enter. */
  private static final List<String> RELEASED = List.of("star", "indicator", "published");

  private final TableStore store;
  private final Progress progress;
  private final Releases releases;

  public Publish(TableStore store, Progress progress) {
    this.store = store;
    this.progress = progress;
    this.releases = new Releases(store.home());
  }

  /**
   * Makes the next release.
   *
   * @throws Problem if an audit fails, with all that failed; nothing is released then
   */
  public Release run() {
    Map<String, Long> versions = versions();
    requireBuilt(versions);
    audit(changed(versions, releases.current()));
    String name = releases.nextName();
    Release release =
        new Release(
            name,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            versions,
            copy(name, versions),
            store.read(Contracts.bundled().of("ops.submission")).count());
    releases.add(release);
    return release;
  }

  private Map<String, Long> versions() {
    Map<String, Long> versions = new TreeMap<>();
    for (Contract contract : Contracts.bundled().all()) {
      if (store.exists(contract)) {
        versions.put(contract.id(), store.version(contract));
      }
    }
    return versions;
  }

  private static void requireBuilt(Map<String, Long> versions) {
    for (Contract contract : Contracts.bundled().ofStage("published")) {
      if (!versions.containsKey(contract.id())) {
        throw new Problem(
            Problem.Kind.USE,
            "Bảng %s chưa được dựng. Chạy `./phanluong build` trước.".formatted(contract.id()),
            "Table %s is not built. Run `./phanluong build` first.".formatted(contract.id()));
      }
    }
  }

  /** A version that an earlier release holds was audited then. */
  private static List<Contract> changed(Map<String, Long> versions, @Nullable Release before) {
    Map<String, Long> audited = before == null ? Map.of() : before.tables();
    return Contracts.bundled().all().stream()
        .filter(contract -> RELEASED.contains(contract.stage()))
        .filter(contract -> versions.containsKey(contract.id()))
        .filter(
            contract -> !Objects.equals(versions.get(contract.id()), audited.get(contract.id())))
        .toList();
  }

  private void audit(List<Contract> changed) {
    List<Audit.Result> failed = new ArrayList<>();
    List<Audit.Result> warnings = new ArrayList<>();
    Audit audit = new Audit(store);
    for (Contract contract : changed) {
      progress.step("Kiểm tra", "Auditing", contract.id());
      List<Audit.Result> results = audit.of(contract);
      progress.rows(results.size());
      results.stream().filter(Audit.Result::isFailed).forEach(failed::add);
      results.stream().filter(Audit.Result::isWarning).forEach(warnings::add);
    }
    warnings.forEach(it -> progress.say("  Cần người xem: " + it, "  To be looked at: " + it));
    if (!failed.isEmpty()) {
      String list = failed.stream().map(it -> "  - " + it).collect(Collectors.joining("\n"));
      throw new Problem(
          Problem.Kind.DATA,
          "Không phát hành: %d kiểm tra không đạt. Sửa dữ liệu, dựng lại rồi phát hành.\n%s"
              .formatted(failed.size(), list),
          "Nothing is published: %d audits failed. Mend the data, build and publish again.\n%s"
              .formatted(failed.size(), list));
    }
  }

  /** Citing a figure in five years rests on a copy, not on a version that may be cleaned up. */
  private Map<String, String> copy(String name, Map<String, Long> versions) {
    Path draft = releases.draft(name);
    empty(draft);
    Map<String, String> copies = new TreeMap<>();
    for (Contract contract : Contracts.bundled().ofStage("published")) {
      progress.step("Chép", "Copying", contract.id());
      Path target = draft.resolve("published").resolve(contract.table());
      long version = versions.getOrDefault(contract.id(), 0L);
      store.copy(contract, told(contract, store.read(contract, version)), target);
      copies.put(contract.id(), "releases/%s/published/%s".formatted(name, contract.table()));
      progress.rows(1);
    }
    return copies;
  }

  /** The table as readers see it: what differs from the last release is marked. */
  private Dataset<Row> told(Contract contract, Dataset<Row> rows) {
    List<Release> all = releases.all();
    String last = all.isEmpty() ? null : all.get(all.size() - 1).published().get(contract.id());
    if (last == null || !Revised.isAskedOf(contract)) {
      return rows;
    }
    String copy = store.home().root().resolve(last).toString();
    return Revised.marked(contract, rows, store.spark().read().format("delta").load(copy));
  }

  private static void empty(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> left = Files.walk(folder)) {
          for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
