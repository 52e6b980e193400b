package vn.phanluong.synthetic.country;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** How career guidance spreads over the schools, as Decision 522/QĐ-TTg of 2018 wants it. */
final class CareerGuidance {
  private final Draws draws;
  private final NavigableMap<Integer, Double> withProgramme;
  private final NavigableMap<Integer, Double> withCounsellors;
  private final NavigableMap<Integer, Double> qualified;
  private final double trained;
  private final double pupilsOfOne;

  CareerGuidance(Parameters parameters, Draws draws) {
    this.draws = draws;
    withProgramme = byYear(parameters.table("career_programme_share"));
    withCounsellors = byYear(parameters.table("counsellor_share"));
    qualified = byYear(parameters.table("counsellor_qualified_share"));
    trained = parameters.of("counsellor_trained_share");
    pupilsOfOne = parameters.of("pupils_of_one_counsellor");
  }

  boolean hasProgramme(int school, int schoolYear) {
    return draws.share("country.programme", school) < share(withProgramme, schoolYear);
  }

  int counsellors(int school, int schoolYear, double pupils) {
    return draws.share("country.counselling", school) < share(withCounsellors, schoolYear)
        ? (int) Math.ceil(pupils / pupilsOfOne)
        : 0;
  }

  int qualified(int school, int schoolYear, int counsellors) {
    double luck = draws.share("country.qualified", school);
    return (int) Math.min(counsellors, counsellors * share(qualified, schoolYear) + luck);
  }

  int trained(int school, int schoolYear, int counsellors) {
    double luck = draws.share("country.trained", school, schoolYear);
    return (int) Math.min(counsellors, counsellors * trained + luck);
  }

  private static NavigableMap<Integer, Double> byYear(Map<String, Double> table) {
    NavigableMap<Integer, Double> shares = new TreeMap<>();
    table.forEach((year, share) -> shares.put(Integer.valueOf(year), share));
    return shares;
  }

  /**
   * On the straight line between the years that are given; flat before the first, after the last.
   */
  private static double share(NavigableMap<Integer, Double> shares, int year) {
    Map.Entry<Integer, Double> before = shares.floorEntry(year);
    Map.Entry<Integer, Double> after = shares.ceilingEntry(year);
    if (before == null) {
      return shares.firstEntry().getValue();
    }
    if (after == null || after.getKey().equals(before.getKey())) {
      return before.getValue();
    }
    double way = (year - before.getKey()) / (double) (after.getKey() - before.getKey());
    return before.getValue() + way * (after.getValue() - before.getValue());
  }
}
