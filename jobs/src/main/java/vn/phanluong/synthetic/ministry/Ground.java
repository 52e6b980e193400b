package vn.phanluong.synthetic.ministry;

import java.util.function.Consumer;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.life.Life;
import vn.phanluong.synthetic.life.Lives;
import vn.phanluong.synthetic.report.Adoption;
import vn.phanluong.synthetic.report.Census;
import vn.phanluong.synthetic.report.Reports;

/** All that follows from an order before anything is written. */
record Ground(
    Parameters parameters,
    Draws draws,
    Country country,
    Lives lives,
    Adoption adoption,
    Reports reports,
    Census census,
    Years years) {
  /** Pupils of the first year reported entered grade 6 as many years before, at most. */
  private static final int SCHOOL_YEARS = 10;

  static Ground of(Order order) {
    Parameters parameters = parameters(order);
    Draws draws = new Draws(order.seed());
    Country country = Country.of(parameters, draws, order.scale());
    Adoption adoption = new Adoption(country, draws, parameters);
    Years years = order.years();
    return new Ground(
        parameters,
        draws,
        country,
        new Lives(country, draws, parameters, order.scale()),
        adoption,
        new Reports(country, draws, parameters, adoption, years),
        new Census(country.schools().size(), years.from() - 1, years.to()),
        years);
  }

  private static Parameters parameters(Order order) {
    try {
      return Parameters.bundled().assuming(order.assumed());
    } catch (IllegalArgumentException e) {
      throw new OrderRefused(
          "--assume: không có giả định như vậy trong schemas/reference/synthetic_parameter.csv (%s)."
              .formatted(e.getMessage()),
          "--assume: no such assumption in schemas/reference/synthetic_parameter.csv (%s)."
              .formatted(e.getMessage()));
    }
  }

  /** Every life of a province that the years of the order may hear of, in a fixed order. */
  void each(int origin, Consumer<Life> life) {
    lives.pupils(origin, years.from() - SCHOOL_YEARS, years.to(), life);
    lives.adults(origin, years.from() - 1, years.to(), life);
    lives.returners(origin, years.from() - 3, years.to(), life);
  }
}
