package vn.phanluong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.ops.Publish;
import vn.phanluong.ops.Release;
import vn.phanluong.raw.Load;
import vn.phanluong.raw.Receipt;
import vn.phanluong.reading.Declared;
import vn.phanluong.runtime.BuildLedger;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/** A warehouse as the commands drive it, in this process and without a word. */
record Warehouse(TableStore store) {

  List<Receipt> load(List<Path> files) {
    return load(files, Progress.silent());
  }

  List<Receipt> load(List<Path> files, Progress progress) {
    return new Load(store, progress).run(files, Declared.nothing());
  }

  List<Receipt> load(List<Path> files, Declared declared) {
    return new Load(store, Progress.silent()).run(files, declared);
  }

  /** A table and what it is made from, as far as due. */
  List<BuildLedger.Entry> build(String table) {
    return new BuildRun(store, Progress.silent()).run(List.of(table), false);
  }

  /** What is due. */
  List<BuildLedger.Entry> build() {
    return new BuildRun(store, Progress.silent()).run(List.of(), false);
  }

  /** What is due of a table and of what it is made from. */
  List<BuildLedger.Entry> build(Contract only) {
    return new BuildRun(store, Progress.silent()).run(List.of(only.id()), false);
  }

  Release publish() {
    return new Publish(store, Progress.silent()).run();
  }

  Path file(String name, String text) {
    try {
      Path file = store.home().root().resolve("files").resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows of a table as text, in one order, without some columns. */
  List<String> content(Contract contract, String... without) {
    Set<String> left = Set.of(without);
    String[] columns =
        contract.columnNames().stream().filter(it -> !left.contains(it)).toArray(String[]::new);
    if (columns.length == 0) {
      return List.of();
    }
    return store
        .read(contract)
        .select(columns[0], Arrays.copyOfRange(columns, 1, columns.length))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  /** The rows of every table that is built, by the table's id. */
  Map<String, List<String>> contents(String... without) {
    Map<String, List<String>> contents = new LinkedHashMap<>();
    built().forEach(contract -> contents.put(contract.id(), content(contract, without)));
    return contents;
  }

  /** Puts the same tables, and the keys they were filled with, into an empty warehouse. */
  void copyTo(Warehouse empty) {
    copy(store.home().root(), empty.store.home().root());
    copy(Path.of(store.home().keys()), Path.of(empty.store.home().keys()));
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copied = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(each, copied, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tables that building makes, in the order of the flow. */
  static List<Contract> built() {
    return Contracts.bundled().all().stream().filter(Contract::isBuilt).toList();
  }
}
