package vn.phanluong.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Builders;

/**
 * Tells one way of making a table from another: contract, indicator definitions, reference lists
 * and the code of the builder and of all it calls. A table whose fingerprint changed is built anew
 * as a whole.
 */
final class Fingerprint {
  private static final Pattern OURS = Pattern.compile("vn/phanluong/[\\w/$]+");

  private Fingerprint() {}

  /** Of a table that its builder makes. */
  static String of(Contract contract) {
    return of(contract, Builders.className(contract));
  }

  /**
   * Of a table.
   *
   * @param root name of the class that makes it
   */
  static String of(Contract contract, String root) {
    MessageDigest digest = sha256();
    digest.update(contract.text().getBytes(StandardCharsets.UTF_8));
    SchemaFiles files = SchemaFiles.bundled();
    for (String folder : new String[] {"reference/", "indicator/", "raw/"}) {
      files
          .under(folder, "")
          .forEach(
              (path, text) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
              });
    }
    classes(root).forEach((name, code) -> digest.update(code));
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  /** The code of a class and of all classes of this program that it names, they name, and so on. */
  static SortedMap<String, byte[]> classes(String root) {
    SortedMap<String, byte[]> found = new TreeMap<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(root.replace('.', '/')));
    while (!waiting.isEmpty()) {
      String name = waiting.pop();
      byte[] code = found.containsKey(name) ? null : code(name);
      if (code != null) {
        found.put(name, code);
        // Names of classes stand in a class file's pool of constants as they are.
        OURS.matcher(new String(code, StandardCharsets.ISO_8859_1))
            .results()
            .forEach(each -> waiting.add(each.group()));
      }
    }
    return found;
  }

  private static byte @Nullable [] code(String name) {
    try (InputStream code = Fingerprint.class.getResourceAsStream("/" + name + ".class")) {
      return code == null ? null : code.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
