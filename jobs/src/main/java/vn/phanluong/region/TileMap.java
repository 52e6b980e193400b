package vn.phanluong.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/**
 * A map of the provinces of a day as tiles of one size, so that Ho Chi Minh City is no smaller than
 * Nghệ An. The grid is our own drawing of who lies beside whom; no border is taken from anywhere.
 */
public final class TileMap {
  private static final int TILE = 74;
  private static final int GAP = 4;
  private static final int MARGIN = 16;
  private static final int TITLE = 44;

  /** What a tile shows: a fill and a line under the name. */
  public record Look(String fill, String text) {
    /** A tile without a figure. */
    public static final Look PLAIN = new Look("#dbe7f0", "");
  }

  private TileMap() {}

  /**
   * The map as SVG.
   *
   * @param day the boundary; the country of 63 provinces before 1 July 2025 and of 34 since
   * @param look what to show of a unit
   * @throws IllegalArgumentException if no grid has a tile for every province of the day
   */
  public static String svg(LocalDate day, String title, Function<Region, Look> look) {
    List<Region> provinces =
        RegionHistory.bundled()
            .standingOn(day)
            .filter(unit -> unit.level().equals(Places.PROVINCE))
            .toList();
    List<Map<String, String>> tiles =
        grid(Reference.rows(SchemaFiles.bundled(), "region_tile"), provinces);
    int width = 2 * MARGIN + most(tiles, "grid_column") * (TILE + GAP) - GAP;
    int height = 2 * MARGIN + TITLE + most(tiles, "grid_row") * (TILE + GAP) - GAP;
    StringBuilder svg = new StringBuilder();
    svg.append(opening(width, height, title));
    for (Region province : provinces) {
      tile(svg, province, place(tiles, province), look.apply(province));
    }
    return svg.append("</svg>\n").toString();
  }

  /**
   * The grid drawn for so many provinces, else the smallest with a tile for each of them: where
   * provinces merge and keep one of their codes, the grid before the merger still serves.
   */
  static List<Map<String, String>> grid(List<Map<String, String>> tiles, List<Region> provinces) {
    TreeMap<Integer, List<Map<String, String>>> grids =
        tiles.stream()
            .collect(
                Collectors.groupingBy(
                    tile -> number(tile, "provinces"), TreeMap::new, Collectors.toList()));
    String missing = "";
    for (List<Map<String, String>> grid : grids.tailMap(provinces.size()).values()) {
      missing =
          provinces.stream()
              .filter(unit -> grid.stream().noneMatch(tile -> isOf(tile, unit)))
              .map(unit -> unit.code() + " " + unit.name())
              .collect(Collectors.joining(", "));
      if (missing.isEmpty()) {
        return grid;
      }
    }
    throw new IllegalArgumentException(
        "%d: %s".formatted(provinces.size(), missing.isEmpty() ? "-" : missing));
  }

  private static boolean isOf(Map<String, String> tile, Region province) {
    return text(tile, "code").equals(province.code());
  }

  /** What every map begins with: its size, a ground, its title. */
  static String opening(long width, long height, String title) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
    role="img" aria-label="%s" font-family="system-ui, sans-serif">
    <rect width="100%%" height="100%%" fill="#ffffff"/>
    <text x="%d" y="%d" font-size="18" font-weight="600" fill="#1b2733">%s</text>
    """
        .formatted(width, height, width, height, escape(title), MARGIN, MARGIN + 18, escape(title));
  }

  private static Map<String, String> place(List<Map<String, String>> tiles, Region province) {
    return tiles.stream().filter(tile -> isOf(tile, province)).findFirst().orElseThrow();
  }

  private static void tile(
      StringBuilder svg, Region province, Map<String, String> place, Look look) {
    int x = MARGIN + (number(place, "grid_column") - 1) * (TILE + GAP);
    int y = MARGIN + TITLE + (number(place, "grid_row") - 1) * (TILE + GAP);
    svg.append(
        """
        <g><title>%s (%s) %s</title>
        <rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="%s"/>
        <text x="%d" y="%d" font-size="10" fill="#1b2733" opacity="0.6">%s</text>
        """
            .formatted(
                escape(province.name()),
                province.code(),
                escape(look.text()),
                x,
                y,
                TILE,
                TILE,
                look.fill(),
                x + 6,
                y + 15,
                province.code()));
    int line = y + 34;
    for (String words : lines(province.shortName())) {
      text(svg, x, line, 11, words);
      line += 14;
    }
    if (!look.text().isEmpty()) {
      text(svg, x, y + TILE - 7, 11, look.text());
    }
    svg.append("</g>\n");
  }

  private static void text(StringBuilder svg, int x, int y, int size, String words) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" font-size=\"%d\" text-anchor=\"middle\" fill=\"#1b2733\">%s</text>\n"
            .formatted(x + TILE / 2, y, size, escape(words)));
  }

  /** A long name on two lines: «Bà Rịa - Vũng Tàu», «Hồ Chí Minh». */
  private static List<String> lines(String name) {
    int half = name.indexOf(' ', name.length() / 2 - 1);
    return name.length() <= 10 || half < 0
        ? List.of(name)
        : List.of(name.substring(0, half), name.substring(half + 1));
  }

  private static int most(List<Map<String, String>> tiles, String column) {
    return tiles.stream().mapToInt(tile -> number(tile, column)).max().orElseThrow();
  }

  private static int number(Map<String, String> row, String column) {
    return Integer.parseInt(text(row, column));
  }

  private static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
