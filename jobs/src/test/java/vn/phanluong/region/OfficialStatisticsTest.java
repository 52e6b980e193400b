package vn.phanluong.region;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phanluong.RealData;
import vn.phanluong.text.Spelling;

/**
 * The statistics office's own tables on both boundaries: provinces add up to its regions and its
 * nation, before and after they are counted in units of another day.
 */
class OfficialStatisticsTest {
  private static final String PUPILS =
      "edu_stats/gso_pxweb/Number of pupils of general education as of 30 September by"
          + " province.csv";
  private static final LocalDate OLD = LocalDate.of(2024, 5, 31);
  private static final LocalDate NEW = LocalDate.of(2026, 5, 31);
  private static final String WHOLE_COUNTRY = "wholecountry";

  private static final Map<String, String> REGIONS =
      Map.of(
          "redriverdelta", "R2@2017-01-01",
          "northernmidlandsandmountainareas", "R1@2017-01-01",
          "northerncentralareaandcentralcoastalarea", "R3@2017-01-01",
          "centralhighlands", "R4@2017-01-01",
          "southeast", "R5@2017-01-01",
          "mekongriverdelta", "R6@2017-01-01");

  /** Figures of a column by bare name of the row: provinces, regions, the nation. */
  private record Column(String name, Map<String, BigDecimal> figures) {
    BigDecimal of(String row) {
      return Objects.requireNonNull(figures.get(row), row);
    }
  }

  private static List<Column> columns() {
    Path file = RealData.folder().resolve(PUPILS);
    try (Stream<CsvRecord> lines =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .fieldSeparator(';')
            .ofCsvRecord(file)
            .stream()) {
      List<CsvRecord> records = lines.filter(it -> it.getFieldCount() > 2).toList();
      List<Column> columns = new ArrayList<>();
      for (int i = 1; i < records.get(0).getFieldCount(); i++) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (CsvRecord row : records.subList(1, records.size())) {
          String text = row.getField(i);
          if (text.matches("\\d+")) {
            figures.put(
                Spelling.bare(row.getField(0)).replaceFirst("city$", ""), new BigDecimal(text));
          }
        }
        columns.add(new Column(records.get(0).getField(i), figures));
      }
      return columns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Region> provinces() {
    return RegionHistory.bundled()
        .standingOn(OLD)
        .filter(unit -> unit.level().equals(Places.PROVINCE))
        .toList();
  }

  private static Crosswalk walk() {
    return new Crosswalk(RegionHistory.bundled(), OLD, NEW, 2024, Crosswalk.Weights.NONE);
  }

  private static Map<String, BigDecimal> summed(Column column, Crosswalk walk, String level) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Region province : provinces()) {
      BigDecimal figure = column.figures().get(Spelling.bare(province.shortName()));
      if (figure != null) {
        walk.of(province.regionKey(), level)
            .settled()
            .forEach((key, share) -> sums.merge(key, figure.multiply(share), BigDecimal::add));
      }
    }
    return sums;
  }

  private static boolean isOf63(Column column) {
    return !column.figures().containsKey("hatay") && column.figures().size() >= 70;
  }

  @Test
  void provinces_of_today_add_up_to_the_nation_as_the_office_prints_it() {
    List<Column> columns = columns().stream().filter(OfficialStatisticsTest::isOf63).toList();
    assertThat(columns).hasSizeGreaterThan(30);
    for (Column column : columns) {
      Map<String, BigDecimal> today = summed(column, walk(), Places.PROVINCE);
      assertThat(today).hasSize(34);
      assertThat(Spread.Sum.of(today.values()))
          .as(column.name())
          .isEqualByComparingTo(Spread.Sum.of(summed(column, stay(), Places.PROVINCE).values()));
      assertThat(Spread.Sum.of(today.values()))
          .as(column.name())
          .isEqualByComparingTo(nation(column));
    }
  }

  private static Crosswalk stay() {
    return new Crosswalk(RegionHistory.bundled(), OLD, OLD, 2024, Crosswalk.Weights.NONE);
  }

  private static BigDecimal nation(Column column) {
    return column.figures().getOrDefault(WHOLE_COUNTRY, BigDecimal.ZERO);
  }

  @Test
  void provinces_add_up_to_the_regions_the_office_prints() {
    for (Column column : columns().stream().filter(OfficialStatisticsTest::isOf63).toList()) {
      Map<String, BigDecimal> sums = summed(column, stay(), Places.SOCIO_ECONOMIC_REGION);
      REGIONS.forEach(
          (name, key) ->
              assertThat(sums.get(key))
                  .as("%s %s", column.name(), name)
                  .isEqualByComparingTo(column.of(name)));
    }
  }

  @Test
  void the_regions_of_today_hold_the_same_pupils() {
    Column column =
        columns().stream()
            .filter(it -> it.name().equals("2016 Lower secondary"))
            .findFirst()
            .orElseThrow();
    Map<String, BigDecimal> sums = summed(column, walk(), Places.SOCIO_ECONOMIC_REGION);
    assertThat(sums).hasSize(6);
    assertThat(Spread.Sum.of(sums.values())).isEqualByComparingTo(nation(column));
    // Long An and Tây Ninh, Bình Phước, Bình Dương and Bà Rịa - Vũng Tàu, by hand from the table.
    assertThat(summed(column, walk(), Places.PROVINCE).get("P80@2025-07-01"))
        .isEqualByComparingTo(column.of("longan").add(column.of("tayninh")));
  }

  @Test
  void ha_tay_is_in_ha_noi_since_august_2008() {
    LocalDate day = LocalDate.of(2008, 8, 1);
    LocalDate start = LocalDate.of(2000, 1, 1);
    Region haTay =
        RandomHistory.unit("P28@2000-01-01", Places.PROVINCE, "VN", start, day.minusDays(1));
    Region haNoi = RandomHistory.unit("P01@2000-01-01", Places.PROVINCE, "VN", start, null);
    RegionHistory history =
        new RegionHistory(
            List.of(RandomHistory.unit("VN", Places.NATION, null, start, null), haTay, haNoi),
            List.of(
                new Succession(
                    "NQ15/2008/QH12",
                    day,
                    "merge",
                    haTay.regionKey(),
                    haNoi.regionKey(),
                    BigDecimal.ONE,
                    "whole",
                    Cohorts.ALL)));
    assertThat(HistoryCheck.of(history)).isEmpty();
    Crosswalk walk =
        new Crosswalk(history, LocalDate.of(2007, 9, 30), day, 2007, Crosswalk.Weights.NONE);
    Column column =
        columns().stream()
            .filter(it -> it.name().equals("2007 Lower secondary"))
            .findFirst()
            .orElseThrow();
    Map<String, BigDecimal> sums = new TreeMap<>();
    Map.of("P28@2000-01-01", "hatay", "P01@2000-01-01", "hanoi")
        .forEach(
            (key, name) ->
                walk.of(key)
                    .settled()
                    .forEach(
                        (to, share) ->
                            sums.merge(to, column.of(name).multiply(share), BigDecimal::add)));
    assertThat(sums).containsOnlyKeys("P01@2000-01-01");
    assertThat(sums.get("P01@2000-01-01"))
        .isEqualByComparingTo(column.of("hatay").add(column.of("hanoi")));
    // Backwards a merged province is not taken apart without a size to do it by.
    Spread back =
        new Crosswalk(history, day, LocalDate.of(2007, 9, 30), 2008, Crosswalk.Weights.NONE)
            .of("P01@2000-01-01");
    assertThat(back.isWhole()).isFalse();
    assertThat(back.settled()).isEmpty();
  }
}
