package vn.phanluong.synthetic.ministry;

import java.nio.file.Path;
import vn.phanluong.synthetic.Years;

/**
 * What is wanted.
 *
 * @param folder to be made, or of the same ministry with fewer years
 * @param scale 1 for the size of Việt Nam
 */
public record Order(Path folder, double scale, long seed, Years years) {}
