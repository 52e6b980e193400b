package vn.phanluong.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * The collected results by year and council, read without the code under test: plain commas, no
 * quotes.
 */
final class CollectedExams {
  static final List<String> SCORES =
      List.of(
          "toan",
          "ngu_van",
          "ngoai_ngu",
          "vat_li",
          "hoa_hoc",
          "sinh_hoc",
          "lich_su",
          "dia_li",
          "gdcd",
          "khtn",
          "khxh");

  /** The councils of which files were delivered; a nation's results would fill the memory. */
  private static final Set<String> COUNCILS = Set.of("07", "11", "43", "49", "56", "58", "64");

  private final Map<Short, Map<String, Map<String, Map<String, Object>>>> byYear = new HashMap<>();
  private final Path folder;

  CollectedExams(Path folder) {
    this.folder = folder;
  }

  /** Candidates on one side only, then cells by field and kind of difference. */
  String difference(short year, String council, Map<String, Map<String, Object>> delivered) {
    Map<String, Map<String, Object>> collected =
        byYear.computeIfAbsent(year, this::collected).getOrDefault(council, Map.of());
    Map<String, Integer> differences = new TreeMap<>();
    delivered.forEach(
        (number, scores) -> {
          Map<String, Object> other = collected.get(number);
          if (other == null) {
            differences.merge("only delivered " + number, 1, Integer::sum);
            return;
          }
          for (String field : SCORES) {
            if (!Objects.equals(scores.get(field), other.get(field))) {
              String kind =
                  scores.get(field) == null
                      ? " not delivered"
                      : other.get(field) == null ? " only delivered" : " differs";
              differences.merge(field + kind, 1, Integer::sum);
            }
          }
        });
    Set<String> collectedOnly = new TreeSet<>(collected.keySet());
    collectedOnly.removeAll(delivered.keySet());
    if (!collectedOnly.isEmpty()) {
      differences.put("only collected", collectedOnly.size());
    }
    return differences.isEmpty() ? "same" : differences.toString();
  }

  private Map<String, Map<String, Map<String, Object>>> collected(short year) {
    Path path = folder.resolve("exam_%d.csv.gz".formatted(year));
    Map<String, Map<String, Map<String, Object>>> byCouncil = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      List<String> header = Arrays.asList(lines.readLine().split(",", -1));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!COUNCILS.contains(line.substring(5, 7))) {
          continue;
        }
        String[] cells = line.split(",", -1);
        Map<String, Object> scores = new HashMap<>();
        for (String field : SCORES) {
          String cell = cells[header.indexOf(field)];
          if (!cell.isEmpty()) {
            scores.put(field, new BigDecimal(cell).movePointRight(2).shortValueExact());
          }
        }
        byCouncil
            .computeIfAbsent(cells[header.indexOf("council_code")], code -> new HashMap<>())
            .put(cells[header.indexOf("sbd")], scores);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byCouncil;
  }
}
