package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.reading.Declared;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/** Which rows stand after any sequence of submissions, told again in plain Java. */
@ExtendWith(HomeExtension.class)
class StandingRowsLawTest {
  private static final Contract CLEAN = Contracts.bundled().of("clean.graduate_count");
  private static final Contract FACT = Contracts.bundled().of("star.fct_graduate_count");
  private static final Declared LONG_AN = new Declared(null, "P80@2017-01-01", null);

  private static final Map<String, String> TITLES =
      Map.of(
          "A1", "CẢ NĂM",
          "S1", "6 THÁNG ĐẦU NĂM",
          "S2", "6 THÁNG CUỐI NĂM",
          "Q1", "QUÝ I",
          "Q3", "QUÝ III",
          "Q4", "QUÝ IV");

  private static final Map<String, String> COVERAGES =
      Map.of("full", "", "addition", "BỔ SUNG", "correction", "ĐÍNH CHÍNH");

  /** District and school as delivered, and the key of the unit. */
  private record Unit(String district, String school, String regionKey) {}

  private static final List<Unit> UNITS =
      List.of(
          new Unit("", "", "P80@2017-01-01"),
          new Unit("Tân An", "", "D794@2017-01-01"),
          new Unit("Thạnh Hóa", "", "D800@2017-01-01"),
          new Unit("Thạnh Hóa", "THCS A", "D800@2017-01-01"),
          new Unit("Thạnh Hóa", "THCS B", "D800@2017-01-01"));

  private record Submission(
      String subperiod, int round, String coverage, boolean isCumulative, Map<Unit, Integer> rows) {

    String text() {
      StringBuilder text =
          new StringBuilder(
              "BÁO CÁO %s %s ĐỢT %d (%s)\n"
                  .formatted(
                      COVERAGES.get(coverage),
                      TITLES.get(subperiod),
                      round,
                      isCumulative ? "LŨY KẾ" : "KHÔNG LŨY KẾ"));
      text.append("Năm tốt nghiệp,Tỉnh,Huyện,Trường,Cấp học,Số tốt nghiệp,Cơ sở tính\n");
      rows.forEach(
          (unit, persons) ->
              text.append(
                  "2023,Long An,%s,%s,THCS,%d,trường\n"
                      .formatted(unit.district(), unit.school(), persons)));
      return text.toString();
    }
  }

  /** A row that stands. */
  private record Standing(
      Unit unit, String subperiod, int round, int persons, Set<Integer> months) {
    int last() {
      return Collections.max(months);
    }

    boolean sharesMonths(Standing other) {
      return !Collections.disjoint(months, other.months);
    }

    String told() {
      return "%s|%s|%s|%d|%d".formatted(unit.regionKey(), unit.school(), subperiod, round, persons);
    }
  }

  @Test
  void slice_by_slice_is_all_anew_is_the_fold_in_plain_java(TableStore store) {
    Random random = new Random(20231);
    Warehouse warehouse = new Warehouse(store);
    List<Submission> sent = new ArrayList<>();
    for (int batch = 0; batch < 3; batch++) {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Submission submission = submission(random);
        sent.add(submission);
        files.add(warehouse.file("%d/%d.csv".formatted(batch, i), submission.text()));
      }
      warehouse.load(files, LONG_AN);
      warehouse.build(FACT.id());
      assertHolds(warehouse, sent);
    }
    List<String> bySlice = warehouse.content(FACT);
    new BuildRun(store, Progress.silent()).run(List.of(FACT.id()), true);
    assertThat(warehouse.content(FACT)).isEqualTo(bySlice);
    assertHolds(warehouse, sent);
  }

  @Test
  void files_of_one_load_with_scopes_of_their_own_may_come_in_any_order(
      TableStore store, TableStore other) {
    Random random = new Random(4);
    Map<String, Submission> distinct = new LinkedHashMap<>();
    while (distinct.size() < 7) {
      Submission made = submission(random);
      distinct.put(made.subperiod() + made.round(), made);
    }
    List<Submission> sent = new ArrayList<>(distinct.values());
    List<List<String>> told = new ArrayList<>();
    for (TableStore each : List.of(store, other)) {
      Warehouse warehouse = new Warehouse(each);
      List<Path> files = new ArrayList<>();
      for (Submission submission : sent) {
        files.add(warehouse.file("%d.csv".formatted(files.size()), submission.text()));
      }
      warehouse.load(files, LONG_AN);
      warehouse.build(FACT.id());
      told.add(warehouse.content(FACT));
      Collections.shuffle(sent, random);
    }
    assertThat(told.get(1)).isEqualTo(told.get(0)).isNotEmpty();
  }

  private static void assertHolds(Warehouse warehouse, List<Submission> sent) {
    List<Standing> standing = fold(sent);
    assertThat(told(warehouse, CLEAN))
        .containsExactlyInAnyOrderElementsOf(standing.stream().map(Standing::told).toList());
    List<Standing> counted = counted(standing);
    assertThat(told(warehouse, FACT))
        .containsExactlyInAnyOrderElementsOf(counted.stream().map(Standing::told).toList());
    assertThat(additive(warehouse))
        .containsExactlyInAnyOrderElementsOf(
            counted.stream().filter(row -> isAdditive(row, counted)).map(Standing::told).toList());
  }

  private static Submission submission(Random random) {
    List<String> parts = List.of("A1", "S1", "S1", "S2", "S2", "Q1", "Q3", "Q4");
    String coverage = List.of("full", "full", "addition", "correction").get(random.nextInt(4));
    Map<Unit, Integer> rows = new LinkedHashMap<>();
    List<Unit> units = new ArrayList<>(UNITS);
    Collections.shuffle(units, random);
    units.subList(0, 1 + random.nextInt(4)).forEach(it -> rows.put(it, random.nextInt(1000)));
    return new Submission(
        parts.get(random.nextInt(parts.size())),
        1 + random.nextInt(2),
        coverage,
        random.nextBoolean(),
        rows);
  }

  /** Of each scope, what is left of its submissions one after the other. */
  private static List<Standing> fold(List<Submission> sent) {
    Map<String, Map<Unit, Standing>> scopes = new TreeMap<>();
    for (Submission submission : sent) {
      Map<Unit, Standing> rows =
          scopes.computeIfAbsent(
              submission.subperiod() + submission.round(), key -> new LinkedHashMap<>());
      if (submission.coverage().equals("full")) {
        rows.clear();
      }
      submission
          .rows()
          .forEach(
              (unit, persons) ->
                  rows.put(
                      unit,
                      new Standing(
                          unit,
                          submission.subperiod(),
                          submission.round(),
                          persons,
                          months(submission))));
    }
    return scopes.values().stream().flatMap(rows -> rows.values().stream()).toList();
  }

  private static Set<Integer> months(Submission submission) {
    int number = submission.subperiod().charAt(1) - '0';
    int length = Map.of('A', 12, 'S', 6, 'Q', 3).get(submission.subperiod().charAt(0));
    int first = submission.isCumulative() ? 1 : (number - 1) * length + 1;
    return IntStream.rangeClosed(first, number * length)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** From December backwards, the longest first, each month once. */
  private static List<Standing> counted(List<Standing> standing) {
    List<Standing> ordered = new ArrayList<>(standing);
    ordered.sort(
        java.util.Comparator.comparingInt((Standing row) -> -row.last())
            .thenComparingInt(row -> -row.months().size())
            .thenComparing(Standing::subperiod));
    Map<String, Set<Integer>> taken = new TreeMap<>();
    List<Standing> counted = new ArrayList<>();
    for (Standing row : ordered) {
      Set<Integer> months =
          taken.computeIfAbsent(row.unit() + "/" + row.round(), key -> new HashSet<>());
      if (Collections.disjoint(months, row.months())) {
        months.addAll(row.months());
        counted.add(row);
      }
    }
    return counted;
  }

  /** Schools before their district, districts before the province, unless the whole is later. */
  private static boolean isAdditive(Standing row, List<Standing> counted) {
    boolean isSchool = !row.unit().school().isEmpty();
    boolean isDistrict = row.unit().regionKey().startsWith("D");
    for (Standing other : counted) {
      if (other.round() != row.round() || !other.sharesMonths(row)) {
        continue;
      }
      boolean isSameUnit = other.unit().regionKey().equals(row.unit().regionKey());
      boolean isOtherSchool = !other.unit().school().isEmpty();
      boolean isOtherDistrict = other.unit().regionKey().startsWith("D");
      boolean isPartOfRow =
          isSameUnit ? isOtherSchool && !isSchool : isOtherDistrict && !isDistrict;
      boolean isWholeOfRow =
          isSameUnit ? isSchool && !isOtherSchool : isDistrict && !isOtherDistrict;
      if ((isPartOfRow && other.last() >= row.last())
          || (isWholeOfRow && other.last() > row.last())) {
        return false;
      }
    }
    return true;
  }

  private static List<String> told(Warehouse warehouse, Contract table) {
    return warehouse.store().read(table).collectAsList().stream()
        .map(StandingRowsLawTest::told)
        .toList();
  }

  private static List<String> additive(Warehouse warehouse) {
    return warehouse.store().read(FACT).where("is_additive").collectAsList().stream()
        .map(StandingRowsLawTest::told)
        .toList();
  }

  private static String told(Row row) {
    String school = row.getAs("school");
    return "%s|%s|%s|%d|%d"
        .formatted(
            row.<String>getAs("region_key"),
            school == null ? "" : school,
            row.<String>getAs("subperiod"),
            row.<Short>getAs("round"),
            row.<Integer>getAs("persons"));
  }
}
