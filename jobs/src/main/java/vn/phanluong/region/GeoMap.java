package vn.phanluong.region;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/**
 * A map of the provinces of a day drawn from a user's own GeoJSON (RFC 7946, degrees). A feature is
 * of the province whose name stands among its properties, or else its code.
 */
public final class GeoMap {
  private static final double WIDTH = 600;
  private static final int MARGIN = 16;
  private static final int TITLE = 44;

  private final Map<Region, List<JsonNode>> shapes = new HashMap<>();
  private double west = Double.MAX_VALUE;
  private double east = -Double.MAX_VALUE;
  private double south = Double.MAX_VALUE;
  private double north = -Double.MAX_VALUE;

  private GeoMap() {}

  /**
   * The map as SVG.
   *
   * @throws IOException if the file cannot be read or is no JSON
   * @throws IllegalArgumentException if a province of the day has no feature; it names them
   */
  public static String svg(
      Path geojson, LocalDate day, String title, Function<Region, TileMap.Look> look)
      throws IOException {
    GeoMap map = new GeoMap();
    List<Region> provinces =
        RegionHistory.bundled()
            .standingOn(day)
            .filter(unit -> unit.level().equals(Places.PROVINCE))
            .toList();
    for (JsonNode feature : new ObjectMapper().readTree(geojson.toFile()).path("features")) {
      Region province = province(feature, provinces);
      if (province != null) {
        map.shapes
            .computeIfAbsent(province, any -> new ArrayList<>())
            .add(feature.path("geometry").path("coordinates"));
        map.reach(feature.path("geometry").path("coordinates"));
      }
    }
    List<String> missing =
        provinces.stream()
            .filter(province -> !map.shapes.containsKey(province))
            .map(province -> province.code() + " " + province.name())
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(String.join(", ", missing));
    }
    return map.drawn(title, look);
  }

  private static @Nullable Region province(JsonNode feature, List<Region> provinces) {
    List<String> values =
        StreamSupport.stream(feature.path("properties").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return Stream.<BiPredicate<Region, String>>of(
            (unit, value) -> bears(unit, value, Spelling::loose),
            (unit, value) -> bears(unit, value, Spelling::bare),
            (unit, value) -> value.equals(unit.code()))
        .flatMap(
            fits ->
                provinces.stream()
                    .filter(unit -> values.stream().anyMatch(value -> fits.test(unit, value))))
        .findFirst()
        .orElse(null);
  }

  private static boolean bears(Region unit, String value, UnaryOperator<String> form) {
    return unit.names().map(form).anyMatch(form.apply(value)::equals);
  }

  private void reach(JsonNode coordinates) {
    if (coordinates.path(0).isNumber()) {
      west = Math.min(west, coordinates.path(0).asDouble());
      east = Math.max(east, coordinates.path(0).asDouble());
      south = Math.min(south, coordinates.path(1).asDouble());
      north = Math.max(north, coordinates.path(1).asDouble());
    } else {
      coordinates.forEach(this::reach);
    }
  }

  private String drawn(String title, Function<Region, TileMap.Look> look) {
    StringBuilder svg = new StringBuilder();
    long height = Math.round(2.0 * MARGIN + TITLE + (north - south) * scale() / squeeze());
    svg.append(TileMap.opening(Math.round(WIDTH + 2.0 * MARGIN), height, title));
    shapes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey((one, other) -> one.code().compareTo(other.code())))
        .forEach(
            entry -> {
              TileMap.Look shown = look.apply(entry.getKey());
              svg.append(
                  "<path fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"0.5\" d=\""
                      .formatted(shown.fill()));
              entry.getValue().forEach(coordinates -> rings(coordinates, svg));
              svg.append(
                  "\"><title>%s (%s) %s</title></path>\n"
                      .formatted(
                          TileMap.escape(entry.getKey().name()),
                          entry.getKey().code(),
                          TileMap.escape(shown.text())));
            });
    return svg.append("</svg>\n").toString();
  }

  /** Every ring of a polygon, or of several. */
  private void rings(JsonNode coordinates, StringBuilder path) {
    if (!coordinates.path(0).path(0).isNumber()) {
      coordinates.forEach(part -> rings(part, path));
      return;
    }
    String step = "M";
    for (JsonNode point : coordinates) {
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1f",
              step,
              MARGIN + (point.path(0).asDouble() - west) * scale(),
              MARGIN + TITLE + (north - point.path(1).asDouble()) * scale() / squeeze()));
      step = "L";
    }
    path.append("Z");
  }

  private double scale() {
    return WIDTH / Math.max(east - west, 1e-9);
  }

  /** A degree of longitude is shorter than one of latitude, by the cosine of the middle. */
  private double squeeze() {
    return Math.cos(Math.toRadians((north + south) / 2));
  }
}
