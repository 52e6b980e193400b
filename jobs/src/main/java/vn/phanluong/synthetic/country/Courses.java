package vn.phanluong.synthetic.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** Shares out the nation's vocational places over institutions, levels and occupations. */
final class Courses {
  private final Parameters parameters;
  private final Draws draws;
  private final List<Province> provinces;
  private final double scale;
  private final Map<Integer, List<Offer>> offers = new HashMap<>();
  private final Map<String, Double> sums = new HashMap<>();

  /** A course before the number of its places is known. */
  private record Offer(
      int origin, String type, String level, Occupations.Entry occupation, double size) {}

  Courses(Parameters parameters, Draws draws, List<Province> provinces, double scale) {
    this.parameters = parameters;
    this.draws = draws;
    this.provinces = provinces;
    this.scale = scale;
  }

  /** Lets an institution offer what one of its type does. */
  void offer(int number, int origin, String type) {
    SplittableRandom luck = draws.of("country.courses", number);
    List<String> levels =
        switch (type) {
          case "college" -> List.of("CD", "TC", "SC");
          case "intermediate" -> List.of("TC", "SC");
          default -> List.of("SC");
        };
    double size = StrictMath.exp(parameters.of("institution_size_spread") * luck.nextGaussian());
    int most = type.equals("college") ? 7 : 4;
    List<Offer> own = new ArrayList<>();
    for (String level : levels) {
      Set<Integer> chosen = new TreeSet<>();
      int count = 2 + luck.nextInt(most);
      while (chosen.size() < count) {
        chosen.add(luck.nextInt(Occupations.VOCATIONAL.size()));
      }
      for (int index : chosen) {
        double part = size * (0.5 + luck.nextDouble());
        own.add(new Offer(origin, type, level, Occupations.VOCATIONAL.get(index), part));
        sums.merge(area(origin, level), part, Double::sum);
      }
    }
    offers.put(number, own);
  }

  /** Colleges draw from the whole nation; the other levels serve their province. */
  private static String area(int origin, String level) {
    return level.equals("CD") ? level : level + origin;
  }

  /**
   * The courses of an institution. In intermediate schools a part of the intermediate level becomes
   * vocational upper secondary (THN) with the law of 2025.
   */
  List<Institution.Course> of(int number) {
    SplittableRandom luck = draws.of("country.quota", number);
    double margin = parameters.of("vocational_capacity_margin");
    List<Institution.Course> courses = new ArrayList<>();
    for (Offer offer : offers.getOrDefault(number, List.of())) {
      double weight = offer.level().equals("CD") ? 1 : provinces.get(offer.origin()).weight();
      double places =
          parameters.of("vocational_intake", offer.level())
              * scale
              * weight
              * offer.size()
              / sums.getOrDefault(area(offer.origin(), offer.level()), offer.size());
      int capacity = rounded(places * margin);
      double share = 0.7 + 0.3 * luck.nextDouble();
      courses.addAll(courses(offer, capacity, share));
    }
    return courses;
  }

  private List<Institution.Course> courses(Offer offer, int capacity, double share) {
    if (!offer.level().equals("TC") || !offer.type().equals("intermediate")) {
      return List.of(course(offer, offer.level(), capacity, share, share));
    }
    double replaced = parameters.of("thn_share_of_tc");
    return List.of(
        course(offer, "TC", capacity, share, share * (1 - replaced)),
        course(offer, "THN", capacity, 0, share * replaced));
  }

  private static Institution.Course course(
      Offer offer, String level, int capacity, double share, double shareSince2026) {
    char first =
        switch (level) {
          case "CD" -> '6';
          case "SC" -> '4';
          default -> '5';
        };
    return new Institution.Course(
        offer.occupation().code(first),
        offer.occupation().name(),
        level,
        capacity,
        share,
        shareSince2026);
  }

  /** Licences speak of fives; small countries have small courses. */
  private static int rounded(double places) {
    return (int) (places < 20 ? Math.max(1, Math.ceil(places)) : 5 * Math.round(places / 5));
  }
}
