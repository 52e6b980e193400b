package vn.phanluong.synthetic.ministry;

import java.nio.file.Path;
import java.util.Map;
import vn.phanluong.synthetic.Years;

/**
 * What is wanted.
 *
 * @param folder to be made, or of the same ministry with fewer years
 * @param scale 1 for the size of Việt Nam
 * @param assumed parameters to take otherwise, as {@code name} or {@code name:key}
 */
public record Order(
    Path folder, double scale, long seed, Years years, Map<String, Double> assumed) {

  /** What is wanted with all parameters as they are. */
  public Order(Path folder, double scale, long seed, Years years) {
    this(folder, scale, seed, years, Map.of());
  }
}
