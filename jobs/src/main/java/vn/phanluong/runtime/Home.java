package vn.phanluong.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Every path of a warehouse.
 *
 * <pre>
 * home/
 * ├─ .lock                      held by the one writing process
 * ├─ .pending.json              submissions on their way into raw; gone when the ledger has them
 * ├─ tables/STAGE/TABLE/        Delta tables
 * ├─ vault/
 * │  ├─ keys.json               check values of the keys; the keys lie elsewhere
 * │  └─ archive/                delivered files, encrypted
 * └─ releases/
 *    ├─ CURRENT                 name of the release that readers see
 *    └─ R0001/                  release.json and published/TABLE/, copied, never changed
 * </pre>
 *
 * @param keys where its keys lie: a file, or the address of a Hadoop credential provider
 */
public record Home(Path root, String keys) {

  /** A home whose keys lie beside it, in a file of its name. */
  public Home(Path root) {
    this(root, root.toAbsolutePath().normalize() + ".keys.json");
  }

  /**
   * The home at a place that {@code init} has made.
   *
   * @throws Problem if there is none
   */
  public static Home existing(Path root, @Nullable String keys) {
    Path place = root.toAbsolutePath().normalize();
    Home home = keys == null ? new Home(place) : new Home(place, keys);
    if (!Files.isDirectory(home.tables())) {
      throw new Problem(
          Problem.Kind.USE,
          "Không có kho dữ liệu tại %s. Chạy `./phanluong --home %s init` trước."
              .formatted(home.root, root),
          "There is no warehouse at %s. Run `./phanluong --home %s init` first."
              .formatted(home.root, root));
    }
    return home;
  }

  public Path tables() {
    return root.resolve("tables");
  }

  /** Where the Delta table {@code stage.table} lies. */
  public Path table(String id) {
    return tables().resolve(id.replace('.', '/'));
  }

  public Path vault() {
    return root.resolve("vault");
  }

  public Path releases() {
    return root.resolve("releases");
  }

  public Path lock() {
    return root.resolve(".lock");
  }

  public Path pending() {
    return root.resolve(".pending.json");
  }
}
