package vn.phanluong.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/** Maps show every province of their day once, and no two on one place. */
class MapTest {
  private static final LocalDate NEW = LocalDate.of(2026, 5, 31);

  private static List<String> found(String svg, String pattern) {
    return Pattern.compile(pattern).matcher(svg).results().map(MatchResult::group).toList();
  }

  private static void wellFormed(String svg) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({"2017-01-01, 63", "2025-06-30, 63", "2025-07-01, 34", "2026-11-21, 34"})
  void a_tile_a_province(LocalDate day, int provinces) throws Exception {
    String svg = TileMap.svg(day, "a < b & \"c\"", unit -> TileMap.Look.PLAIN);
    wellFormed(svg);
    List<String> tiles = found(svg, "<rect x=\"\\d+\" y=\"\\d+\"");
    assertThat(tiles).hasSize(provinces).doesNotHaveDuplicates();
    assertThat(found(svg, "<g><title>[^<]*")).doesNotHaveDuplicates().hasSize(provinces);
  }

  @Test
  void a_look_is_shown() {
    String svg =
        TileMap.svg(
            NEW,
            "",
            unit ->
                unit.code().equals("80")
                    ? new TileMap.Look("#123456", "28,4 %")
                    : TileMap.Look.PLAIN);
    assertThat(found(svg, "#123456")).hasSize(1);
    assertThat(svg).contains("<title>Tỉnh Tây Ninh (80) 28,4 %</title>");
  }

  @Test
  void a_geometry_of_ones_own_is_drawn(@TempDir Path folder) throws Exception {
    List<Region> provinces = provinces();
    Path file = folder.resolve("tinh.geojson");
    Files.writeString(file, geojson(provinces));
    String svg = GeoMap.svg(file, NEW, "x", unit -> TileMap.Look.PLAIN);
    wellFormed(svg);
    assertThat(found(svg, "<path ")).hasSize(34);
    // One degree square in the south-west corner, 34 degrees wide in all: 600 / 34 = 17.6 a degree.
    assertThat(svg).contains("M16.0 ").contains("L33.6 ");
  }

  @Test
  void a_province_without_a_shape_is_named(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tinh.geojson");
    Files.writeString(
        file, geojson(provinces().stream().filter(unit -> !unit.code().equals("80")).toList()));
    assertThatThrownBy(() -> GeoMap.svg(file, NEW, "x", unit -> TileMap.Look.PLAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("80 Tỉnh Tây Ninh");
  }

  /** Whose code falls away with a merger leaves its tile blank; a code of no grid is named. */
  @Test
  void the_grid_before_a_merger_serves_after_it() {
    List<Map<String, String>> tiles = Reference.rows(SchemaFiles.bundled(), "region_tile");
    List<Region> fewer = provinces().stream().filter(unit -> !unit.code().equals("91")).toList();
    assertThat(TileMap.grid(tiles, fewer)).hasSize(34);
    Region odd = RandomHistory.unit("97@2027-01-01", Places.PROVINCE, "VN", NEW, null);
    List<Region> more = Stream.concat(fewer.stream(), Stream.of(odd)).toList();
    assertThatThrownBy(() -> TileMap.grid(tiles, more)).hasMessageContaining("97");
  }

  /**
   * A number of the user's own, such as a place in a list, is no code where the name stands too.
   */
  @Test
  void a_name_counts_before_a_number_and_islands_are_drawn_too(@TempDir Path folder)
      throws IOException {
    List<Region> provinces = provinces();
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < provinces.size(); i++) {
      String other = provinces.get((i + 1) % provinces.size()).code();
      features.append(
          """
          {"type":"Feature","properties":{"id":"%s","ten":"%s"},"geometry":{"type":"Polygon",\
          "coordinates":[[[%d,10],[%d,10],[%d,11],[%d,10]]]}},
          """
              .formatted(other, provinces.get(i).shortName(), i, i + 1, i + 1, i));
    }
    features.append(
        """
        {"type":"Feature","properties":{"ten":"Khanh Hoa"},"geometry":{"type":"Polygon",\
        "coordinates":[[[40,8],[41,8],[41,9],[40,8]]]}}
        """);
    Path file = folder.resolve("tinh.geojson");
    Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    String svg = GeoMap.svg(file, NEW, "x", unit -> TileMap.Look.PLAIN);
    assertThat(found(svg, "<path ")).hasSize(34);
    String island = "[^>]*Z[^>]*Z\"><title>Tỉnh Khánh Ho";
    assertThat(found(svg, island)).hasSize(1);
  }

  private static List<Region> provinces() {
    return RegionHistory.bundled()
        .standingOn(NEW)
        .filter(unit -> unit.level().equals(Places.PROVINCE))
        .toList();
  }

  /** Squares in a row, half of the provinces known by code and half by name. */
  private static String geojson(List<Region> provinces) {
    return provinces.stream()
        .map(
            unit -> {
              int at = provinces.indexOf(unit);
              String property =
                  at % 2 == 0
                      ? "\"ma\":\"%s\"".formatted(unit.code())
                      : "\"ten\":\"%s\"".formatted(unit.name());
              String ring =
                  "[[%d,10],[%d,10],[%d,11],[%d,11],[%d,10]]".formatted(at, at + 1, at + 1, at, at);
              return """
              {"type":"Feature","properties":{%s},\
              "geometry":{"type":"Polygon","coordinates":[%s]}}\
              """
                  .formatted(property, ring);
            })
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }
}
