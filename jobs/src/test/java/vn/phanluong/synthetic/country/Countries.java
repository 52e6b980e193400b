package vn.phanluong.synthetic.country;

import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** Countries to test on. */
final class Countries {
  /** One of full size, made once. */
  static final Country WHOLE = of(1, 1);

  private Countries() {}

  static Country of(long seed, double scale) {
    return Country.of(Parameters.bundled(), new Draws(seed), scale);
  }
}
