package vn.phanluong.synthetic.country;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.synthetic.Parameters;

/** The 63 provinces of 2017 with their sizes, and who lies beside whom. */
final class Provinces {
  private Provinces() {}

  static List<Province> of(RegionHistory history, Parameters parameters) {
    Map<String, Double> pupils = pupils();
    double all = pupils.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Region> units =
        history
            .standingOn(Spots.START)
            .filter(unit -> unit.level().equals(Places.PROVINCE))
            .sorted(Comparator.comparing(Region::code))
            .toList();
    List<Province> provinces = new ArrayList<>();
    for (Region unit : units) {
      double minority = parameters.of("minority_share", unit.code());
      double harder =
          parameters.of("difficulty_of_region", regionCode(history, unit))
              + minority * parameters.of("difficulty_of_minority_share");
      provinces.add(
          new Province(
              provinces.size(),
              unit.regionKey(),
              unit.code(),
              unit.name(),
              Objects.requireNonNull(pupils.get(unit.regionKey())) / all,
              minority,
              Math.min(1, harder)));
    }
    return List.copyOf(provinces);
  }

  /** For each province the others, nearest first, by the tiles of the map of provinces. */
  static List<List<Integer>> neighbours(List<Province> provinces) {
    Map<String, int[]> tiles = new HashMap<>();
    for (Map<String, String> row : Reference.rows(SchemaFiles.bundled(), "region_tile")) {
      if (text(row, "provinces").equals(String.valueOf(provinces.size()))) {
        tiles.put(
            text(row, "code"),
            new int[] {
              Integer.parseInt(text(row, "grid_row")), Integer.parseInt(text(row, "grid_column"))
            });
      }
    }
    List<int[]> places =
        provinces.stream().map(each -> Objects.requireNonNull(tiles.get(each.code()))).toList();
    return provinces.stream()
        .map(
            from ->
                provinces.stream()
                    .map(Province::origin)
                    .filter(to -> to != from.origin())
                    .sorted(
                        Comparator.<Integer>comparingInt(
                            to -> distance(places.get(from.origin()), places.get(to))))
                    .toList())
        .toList();
  }

  /** The square of the distance between two tiles. */
  private static int distance(int[] one, int[] other) {
    int rows = one[0] - other[0];
    int columns = one[1] - other[1];
    return rows * rows + columns * columns;
  }

  private static String regionCode(RegionHistory history, Region province) {
    return history.lineageOn(province, Spots.START).stream()
        .filter(unit -> unit.level().equals(Places.SOCIO_ECONOMIC_REGION))
        .map(Region::code)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Double> pupils() {
    Map<String, Double> pupils = new HashMap<>();
    for (Map<String, String> row : Reference.rows(SchemaFiles.bundled(), "region_weight")) {
      pupils.put(text(row, "region_key"), Double.valueOf(text(row, "persons")));
    }
    return pupils;
  }

  private static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
