package vn.phanluong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.definition.CountryTime;
import vn.phanluong.region.GeoMap;
import vn.phanluong.region.Life;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.TileMap;
import vn.phanluong.runtime.Problem;

/** {@code region}. */
@Command(
    name = "region",
    mixinStandardHelpOptions = true,
    description =
        "Đời của một đơn vị hành chính, hoặc bản đồ ô các tỉnh vào một ngày.%n"
            + "The life of a unit of administration, or a tile map of the provinces of a day.")
final class RegionCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Parameters(
      arity = "0..1",
      paramLabel = "PLACE",
      description = "Long-An, \"Thạnh Hóa\", P80@2025-07-01. Tên hoặc khóa. Name or key.")
  @Nullable String place;

  @Option(
      names = "--on",
      converter = Boundary.DayConverter.class,
      description = "Ngày của tên hoặc bản đồ. Day of the name, or of the map. Default: today.")
  @Nullable LocalDate on;

  @Option(names = "--map", description = "Ghi bản đồ SVG. Write the map as SVG to this file.")
  @Nullable Path map;

  @Option(
      names = "--geojson",
      description = "Hình của các tỉnh, do người dùng có. Your own geometry for the map.")
  @Nullable Path geojson;

  @Override
  public Integer call() throws IOException {
    LocalDate day = on == null ? CountryTime.today() : on;
    if (place == null && map == null) {
      throw new Problem(
          Problem.Kind.USE,
          "Ghi tên một đơn vị, hoặc --map FILE.",
          "Name a place, or give --map FILE.");
    }
    if (place != null) {
      Life life = new Life(RegionHistory.bundled(), CountryTime.today());
      life.of(on == null ? PlaceName.ever(place, day) : PlaceName.on(place, day))
          .forEach(System.out::println);
    }
    if (map != null) {
      String title = "Việt Nam, " + day;
      Files.writeString(map, svg(day, title));
    }
    return 0;
  }

  private String svg(LocalDate day, String title) {
    if (geojson == null) {
      return tiles(day, title);
    }
    try {
      return GeoMap.svg(geojson, day, title, unit -> TileMap.Look.PLAIN);
    } catch (IOException e) {
      throw new Problem(
          Problem.Kind.USE,
          "Không đọc được GeoJSON %s: %s".formatted(geojson, e.getMessage()),
          "Cannot read the GeoJSON %s: %s".formatted(geojson, e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new Problem(
          Problem.Kind.USE,
          "Tệp không có hình của: %s. Ghi mã hoặc tên tỉnh vào thuộc tính."
              .formatted(e.getMessage()),
          "No shape in the file for: %s. Give features the province's code or name."
              .formatted(e.getMessage()));
    }
  }

  private static String tiles(LocalDate day, String title) {
    try {
      return TileMap.svg(day, title, unit -> TileMap.Look.PLAIN);
    } catch (IllegalArgumentException e) {
      throw new Problem(
          Problem.Kind.USE,
          "Ngày %s không có lưới ô cho mọi tỉnh (%s). Thêm dòng vào region_tile.csv."
              .formatted(day, e.getMessage()),
          "No grid has a tile for every province of %s (%s). Add rows to region_tile.csv."
              .formatted(day, e.getMessage()));
    }
  }
}
