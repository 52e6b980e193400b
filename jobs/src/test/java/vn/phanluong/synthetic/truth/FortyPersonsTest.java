package vn.phanluong.synthetic.truth;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phanluong.Checkout;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.FileReport;
import vn.phanluong.reading.Finding;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.synthetic.life.Life;

/** Forty persons worked out by hand: what the truth says of them must be what the table says. */
class FortyPersonsTest {
  /** All that the forty do is over by then. */
  private static final int LAST = 2031;

  private static final Set<String> INDICATORS =
      Set.of(
          "PL-THCS-SCTC",
          "PL-THPT-CD",
          "PL-THPT-TCCD",
          "PL-GDTX-CD",
          "TS-KDT",
          "TS-KTT",
          "BH-SAU",
          "CC-95",
          "NN-VHN");

  @Test
  void the_ways_are_those_of_the_table() throws IOException {
    List<String> ways = new ArrayList<>();
    for (Map.Entry<Integer, Life> each : FortyPersons.lives().entrySet()) {
      for (Life.Completion completion : each.getValue().completions()) {
        if (completion.isDone()) {
          Way way = Way.of(each.getValue(), completion.level(), completion.cohort());
          ways.add(
              String.join(
                  ",",
                  each.getKey().toString(),
                  completion.level().name(),
                  Integer.toString(completion.cohort()),
                  way.vocational(),
                  way.general(),
                  way.destination(),
                  way.statusVocational(),
                  way.statusGeneral()));
        }
      }
    }
    List<String> expected =
        FortyPersons.rows("expected").stream()
            .map(row -> String.join(",", row.getFields().subList(0, 8)))
            .toList();
    assertThat(expected).hasSize(38);
    assertThat(ways).containsExactlyElementsOf(expected);
  }

  @Test
  void each_person_counts_where_the_table_says() throws IOException {
    Set<String> counts = new TreeSet<>();
    for (Map.Entry<Integer, Life> each : FortyPersons.lives().entrySet()) {
      new Facts(LAST)
          .read(
              each.getValue(),
              (basis, year, place, facts) -> {
                if (basis != Facts.Basis.RESIDENCE) {
                  Indicator.ALL.stream()
                      .filter(it -> INDICATORS.contains(it.id()) && it.isAsked(facts))
                      .map(it -> line(each.getKey(), it.id(), year, it.isCounted(facts)))
                      .forEach(line -> assertThat(counts.add(line)).as(line).isTrue());
                }
              });
    }
    Set<String> expected = new TreeSet<>();
    FortyPersons.rows("counts").forEach(row -> expected.add(String.join(",", row.getFields())));
    assertThat(counts).isEqualTo(expected);
  }

  private static String line(int person, String indicator, int year, boolean isCounted) {
    return "%d,%s,%d,%d".formatted(person, indicator, year, isCounted ? 1 : 0);
  }

  @Test
  void the_totals_of_the_document_are_the_sums_of_its_persons() throws IOException {
    Map<String, int[]> sums = new TreeMap<>();
    for (NamedCsvRecord row : FortyPersons.rows("counts")) {
      String cell = row.getField("indicator") + " " + row.getField("year");
      int[] sum = sums.computeIfAbsent(cell, any -> new int[2]);
      sum[0] += Integer.parseInt(row.getField("numerator"));
      sum[1]++;
    }
    List<String> expected = new ArrayList<>();
    sums.forEach((cell, sum) -> expected.add("%s %d %d".formatted(cell, sum[0], sum[1])));
    List<String> stated =
        table("## Tổng").stream().map(cells -> String.join(" ", cells.subList(0, 4))).toList();
    assertThat(stated).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void document_and_tables_agree() throws IOException {
    Map<String, String> counts = new HashMap<>();
    for (NamedCsvRecord row : FortyPersons.rows("counts")) {
      boolean isGdtx = row.getField("indicator").equals("PL-GDTX-CD");
      counts.merge(
          row.getField("number") + (isGdtx ? " GDTX" : ""),
          "%s %s: %s/1".formatted(row.getFields().subList(1, 4).toArray()),
          (a, b) -> a + "; " + b);
    }
    List<List<String>> expected = new ArrayList<>();
    for (NamedCsvRecord row : FortyPersons.rows("expected")) {
      List<String> cells = row.getFields();
      String key = cells.get(0) + (cells.get(1).equals("GDTX") ? " GDTX" : "");
      expected.add(
          List.of(
              cells.get(0),
              cells.get(1) + " " + cells.get(2),
              cells.get(8) + " → " + cells.get(9),
              dash(cells.get(3)),
              dash(cells.get(4)),
              cells.get(5),
              dash(cells.get(6)) + " / " + dash(cells.get(7)),
              Objects.requireNonNull(counts.get(key))));
    }
    List<List<String>> stated = new ArrayList<>();
    Set<String> numbers = new TreeSet<>();
    for (List<String> cells : table("## Bảng")) {
      numbers.add(cells.get(0));
      if (!cells.get(3).equals("–")) {
        List<String> row = new ArrayList<>(cells.subList(3, 10));
        row.add(0, cells.get(0));
        stated.add(row);
      }
    }
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).toList());
    assertThat(stated).isEqualTo(expected);
  }

  private static String dash(String text) {
    return text.isEmpty() ? "–" : text;
  }

  /** Cells of the rows of the table under a heading of the document. */
  private static List<List<String>> table(String heading) {
    String text = Checkout.text("docs/forty_persons.md");
    return text.substring(text.indexOf(heading))
        .lines()
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(
            line -> line.startsWith("| ") && !line.startsWith("| №") && !line.contains("(year)"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(1, cells.size() - 1))
        .toList();
  }

  /** The place of each cohort's school on 31 May of its year, and today. */
  @Test
  void places_lie_where_the_table_says() throws IOException {
    Map<String, NamedCsvRecord> places = new HashMap<>();
    FortyPersons.rows("places").forEach(row -> places.put(row.getField("number"), row));
    Map<Integer, Life> lives = FortyPersons.lives();
    for (NamedCsvRecord row : FortyPersons.rows("expected")) {
      int cohort = Integer.parseInt(row.getField("cohort"));
      Life life = Objects.requireNonNull(lives.get(Integer.valueOf(row.getField("number"))));
      int school =
          life.completions().stream()
              .filter(each -> each.isDone() && each.cohort() == cohort)
              .findFirst()
              .orElseThrow()
              .school();
      NamedCsvRecord place = Objects.requireNonNull(places.get(Integer.toString(school)));
      boolean isAfterReform = cohort > 2025;
      String then = place.getField(isAfterReform ? "commune_today" : "commune_then");
      assertThat(row.getField("place_then"))
          .as(row.toString())
          .isEqualTo(name(then, LocalDate.of(cohort, 5, 31)));
      assertThat(row.getField("place_today"))
          .as(row.toString())
          .isEqualTo(name(place.getField("commune_today"), Way.TODAY));
    }
  }

  /** District, or commune where there is none, and province. */
  private static String name(String commune, LocalDate day) {
    RegionHistory history = RegionHistory.bundled();
    Region unit = Objects.requireNonNull(history.find(commune), commune);
    Map<String, String> names = new HashMap<>();
    history.lineageOn(unit, day).forEach(each -> names.put(each.level(), each.shortName()));
    String smallest = names.getOrDefault("district", unit.shortName());
    return smallest + ", " + names.get("province");
  }

  @Test
  void the_delivered_files_are_accepted() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(FortyPersons.FOLDER.resolve("files"))) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSize(36);
    for (Path file : files) {
      FileReport report = FileReport.of(file, Declared.nothing(), 100);
      String name = String.valueOf(file.getFileName());
      int rows = Files.readAllLines(file).size();
      if (report.isRejected()
          || report.rejected() > 0
          || report.accepted() + 3 > rows
          || !name.startsWith(report.dataset())
          || !codes(report).equals(expected(name))
          || !report.scope().part().coverage().name().equals(coverage(name))) {
        wrong.add(
            "%s %s %s %d/%d %s"
                .formatted(
                    name,
                    report.dataset(),
                    report.scope(),
                    report.accepted(),
                    report.rejected(),
                    report.findings().stream().map(Finding::en).toList()));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Set<String> codes(FileReport report) {
    Set<String> codes = new TreeSet<>();
    report.findings().forEach(finding -> codes.add(finding.code()));
    return codes;
  }

  /** Person 38 is reported with a birth year alone. */
  private static Set<String> expected(String name) {
    boolean isHers = name.equals("vocational_enrolment_binh_phuoc_2023.csv");
    return isHers ? Set.of("cell.birth-year-only") : Set.of();
  }

  /** Files that must not stand instead of another of their scope. */
  private static String coverage(String name) {
    if (name.endsWith("_dinh_chinh.csv")) {
      return "CORRECTION";
    }
    return name.endsWith("_bo_sung.csv") || name.endsWith("_lao_dong.csv") ? "ADDITION" : "FULL";
  }
}
