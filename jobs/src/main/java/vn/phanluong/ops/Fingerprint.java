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
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Every table of a night asks for these, and for much of the same code. */
  private static final byte[] FILES = files();

  private static final Map<String, Code> CODE = new ConcurrentHashMap<>();

  private static final Map<String, List<String>> DAYS = new ConcurrentHashMap<>();
  private static final Code NONE = new Code("", Set.of());

  /** A class file, a character for each of its bytes, and the classes it names. */
  private record Code(String text, Set<String> names) {}

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
    digest.update(FILES);
    String lastTurn = lastTurn(contract, SchemaFiles.bundled(), today.toString());
    digest.update(lastTurn.getBytes(StandardCharsets.UTF_8));
    classes(root).forEach((name, code) -> digest.update(code));
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static byte[] files() {
    MessageDigest digest = sha256();
    for (String folder : new String[] {"reference/", "indicator/", "raw/"}) {
      SchemaFiles.bundled()
          .under(folder, "")
          .forEach(
              (path, text) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
              });
    }
    return digest.digest();
  }

  /** The last day up to today that stands in a list the table reads; blank if there is none. */
  private static String lastTurn(Contract contract, SchemaFiles files, String today) {
    Stream<String> lists = contract.reads().stream().filter(read -> read.startsWith(LIST));
    return lists
        .flatMap(read -> DAYS.computeIfAbsent(read, it -> days(files, it)).stream())
        .filter(day -> day.compareTo(today) <= 0)
        .max(String::compareTo)
        .orElse("");
  }

  private static List<String> days(SchemaFiles files, String list) {
    String text = files.text("reference/%s.csv".formatted(list.substring(LIST.length())));
    return DAY.matcher(text).results().map(MatchResult::group).distinct().toList();
  }

  /** The code of a class and of all classes of this program that it names, they name, and so on. */
  static SortedMap<String, byte[]> classes(String root) {
    SortedMap<String, byte[]> found = new TreeMap<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(root.replace('.', '/')));
    while (!waiting.isEmpty()) {
      String name = waiting.pop();
      Code code = found.containsKey(name) ? NONE : CODE.computeIfAbsent(name, Fingerprint::code);
      if (!code.text().isEmpty()) {
        found.put(name, code.text().getBytes(StandardCharsets.ISO_8859_1));
        waiting.addAll(code.names());
      }
    }
    return found;
  }

  /** Of a class of this program; none of what only looks like the name of one. */
  private static Code code(String name) {
    try (InputStream file = Fingerprint.class.getResourceAsStream("/" + name + ".class")) {
      if (file == null) {
        return NONE;
      }
      String text = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
      // Names of classes stand in a class file's pool of constants as they are.
      Set<String> names =
          OURS.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
      return new Code(text, names);
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
