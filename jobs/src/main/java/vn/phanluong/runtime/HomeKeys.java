package vn.phanluong.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A home and its keys: which ones it was filled with, told by check values, so that a wrong or
 * missing key stops a run before anything is written.
 */
public final class HomeKeys {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Home home;
  private final KeyFile file;

  public HomeKeys(Home home) {
    this.home = home;
    this.file = new KeyFile(home.keys());
  }

  /** Makes keys for a home that has none yet; a second call changes nothing. */
  public void establish() {
    if (Files.exists(register())) {
      return;
    }
    String text = file.read();
    KeyRing ring = text == null ? KeyRing.fresh() : parsed(text);
    if (text == null) {
      file.write(ring.toJson());
    }
    register(ring);
  }

  /**
   * The keys the home was filled with.
   *
   * @throws Problem if they are missing, others, or a rotation was not ended
   */
  public KeyRing open() {
    KeyRing ring = held();
    if (!registered().equals(checkValues(ring))) {
      throw unfinished();
    }
    return ring;
  }

  /** The keys, also in the middle of a rotation: those of the home and perhaps one more. */
  public KeyRing held() {
    Map<String, String> known = registered();
    String text = file.read();
    if (text == null) {
      throw missing();
    }
    KeyRing ring = parsed(text);
    Map<String, String> held = checkValues(ring);
    if (!held.entrySet().containsAll(known.entrySet())) {
      throw wrong(String.join(", ", known.keySet()));
    }
    return ring;
  }

  /** True if a new key has not reached all of the home yet. */
  public boolean isRotating() {
    return held().keys().size() > registered().size();
  }

  /** True if no key opens what the home holds. */
  public boolean isLost() {
    try {
      held();
      return false;
    } catch (Problem e) {
      return true;
    }
  }

  /** Adds a key, to the key file only: the home follows when all of it has been re-keyed. */
  public KeyRing add(boolean isRoot) {
    KeyRing next = held().next(isRoot);
    file.write(next.toJson());
    return next;
  }

  /** A ring without the keys that are lost; what they sealed cannot be read any more. */
  public KeyRing replaceLost() {
    int lost =
        registered().keySet().stream()
            .mapToInt(id -> Integer.parseInt(id.substring(1)))
            .max()
            .orElse(0);
    KeyRing ring = KeyRing.after(lost);
    file.write(ring.toJson());
    register(ring);
    return ring;
  }

  /** Enters the keys as those the home is filled with. */
  public void register(KeyRing ring) {
    try {
      Files.createDirectories(home.vault());
      Path draft = home.vault().resolve("keys.new");
      Files.writeString(
          draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(checkValues(ring)));
      Files.move(draft, register(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path register() {
    return home.vault().resolve("keys.json");
  }

  private Map<String, String> registered() {
    if (!Files.exists(register())) {
      throw new Problem(
          Problem.Kind.USE,
          "Kho %s chưa có khóa. Chạy `./phanluong init` một lần.".formatted(home.root()),
          "The warehouse %s has no keys yet. Run `./phanluong init` once.".formatted(home.root()));
    }
    try {
      return JSON.readValue(
          Files.readString(register()), new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> checkValues(KeyRing ring) {
    List<Key> keys = ring.keys();
    return keys.stream()
        .collect(
            Collectors.toMap(Key::id, Key::checkValue, (one, other) -> one, LinkedHashMap::new));
  }

  private KeyRing parsed(String text) {
    try {
      return KeyRing.fromJson(text);
    } catch (JsonProcessingException e) {
      // The cause would quote the file, and with it a secret.
      throw wrong("?");
    }
  }

  private Problem missing() {
    return new Problem(
        Problem.Kind.ENVIRONMENT,
        "Không có khóa tại %s nên không ghi gì vào kho. Chỉ chỗ bằng --keys hoặc PHANLUONG_KEYS, lấy"
                .formatted(file.location())
            + " lại từ bản lưu, hoặc xem `./phanluong vault --help`.",
        "There are no keys at %s, so nothing is written. Say where with --keys or PHANLUONG_KEYS,"
                .formatted(file.location())
            + " take them from their copy, or see `./phanluong vault --help`.");
  }

  private Problem wrong(String ids) {
    return new Problem(
        Problem.Kind.ENVIRONMENT,
        "Khóa tại %s không phải khóa (%s) của kho này nên không ghi gì. Chỉ đúng tệp bằng --keys."
            .formatted(file.location(), ids),
        "The keys at %s are not those (%s) of this warehouse, so nothing is written. Say the right"
                .formatted(file.location(), ids)
            + " place with --keys.");
  }

  private static Problem unfinished() {
    return new Problem(
        Problem.Kind.ENVIRONMENT,
        "Việc đổi khóa chưa xong. Chạy lại `./phanluong vault rotate`.",
        "A rotation of keys has not ended. Run `./phanluong vault rotate` again.");
  }
}
