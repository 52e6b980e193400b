package vn.phanluong.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.CountryTime;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Builders;

/**
 * Tells one way of making a table from another: contract, indicator definitions, reference lists
 * and the code of the builder and of all it calls, and the last day on which a reference list it
 * reads changed anything. A table whose fingerprint changed is built anew as a whole.
 */
final class Fingerprint {
  private static final Pattern OURS = Pattern.compile("vn/phanluong/[\\w/$]+");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final String LIST = "reference.";

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
    return of(contract, root, CountryTime.today());
  }

  /**
   * Of a table made on a day: what stands today changes on the day of a reorganisation that its
   * rows announced long before, though no row changes then.
   */
  static String of(Contract contract, String root, LocalDate today) {
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
    digest.update(lastTurn(contract, files, today.toString()).getBytes(StandardCharsets.UTF_8));
    classes(root).forEach((name, code) -> digest.update(code));
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  /** The last day up to today that stands in a list the table reads; blank if there is none. */
  private static String lastTurn(Contract contract, SchemaFiles files, String today) {
    Stream<String> lists = contract.reads().stream().filter(read -> read.startsWith(LIST));
    return lists
        .map(read -> files.text("reference/%s.csv".formatted(read.substring(LIST.length()))))
        .flatMap(text -> DAY.matcher(text).results().map(MatchResult::group))
        .filter(day -> day.compareTo(today) <= 0)
        .max(String::compareTo)
        .orElse("");
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
