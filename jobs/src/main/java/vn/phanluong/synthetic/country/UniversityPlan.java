package vn.phanluong.synthetic.country;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** Founds the universities: most of them in a few cities. Their names are made up. */
final class UniversityPlan {
  private static final List<String> FIELDS =
      List.of("Bách khoa", "Kinh tế", "Sư phạm", "Y Dược", "Nông Lâm", "Công nghệ", "Luật");

  private final Parameters parameters;
  private final Draws draws;
  private final Ground ground;
  private final List<Province> provinces;
  private final double scale;
  private final Set<String> names = new HashSet<>();

  UniversityPlan(
      Parameters parameters, Draws draws, Ground ground, List<Province> provinces, double scale) {
    this.parameters = parameters;
    this.draws = draws;
    this.ground = ground;
    this.provinces = provinces;
    this.scale = scale;
  }

  /** All universities by number. */
  List<University> universities() {
    long total =
        Math.max(
            Math.round(parameters.of("fewest_universities")),
            Math.round(parameters.of("universities") * scale));
    int[] counts = Apportionment.of(total, weights(), 0);
    List<Integer> origins = new ArrayList<>();
    for (int origin = 0; origin < counts.length; origin++) {
      for (int i = 0; i < counts[origin]; i++) {
        origins.add(origin);
      }
    }
    List<Double> sizes = new ArrayList<>();
    for (int number = 0; number < origins.size(); number++) {
      sizes.add(
          StrictMath.exp(
              parameters.of("university_size_spread")
                  * draws.of("country.university.size", number).nextGaussian()));
    }
    double sum = sizes.stream().mapToDouble(Double::doubleValue).sum();
    List<University> universities = new ArrayList<>();
    for (int number = 0; number < origins.size(); number++) {
      universities.add(university(number, origins.get(number), sizes.get(number) / sum));
    }
    return List.copyOf(universities);
  }

  /** Cities named in the parameters have their share; the others by their pupils. */
  private List<Double> weights() {
    Map<String, Double> named = parameters.table("university_share");
    double left = 1 - named.values().stream().mapToDouble(Double::doubleValue).sum();
    double others =
        provinces.stream()
            .filter(each -> !named.containsKey(each.code()))
            .mapToDouble(Province::weight)
            .sum();
    return provinces.stream()
        .map(each -> named.getOrDefault(each.code(), left * each.weight() / others))
        .toList();
  }

  private University university(int number, int origin, double weight) {
    SplittableRandom luck = draws.of("country.university", number);
    University.Facts facts =
        new University.Facts(number, origin, code(number), name(origin, luck), weight);
    return new University(facts, majors(luck), ground.in(origin, "university", number));
  }

  /** Three letters, as the ministry gives them. */
  private static String code(int number) {
    return "U" + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
  }

  private String name(int origin, SplittableRandom luck) {
    String place = provinces.get(origin).name().replaceFirst("^(Tỉnh|Thành phố) ", "");
    for (int i = 1; ; i++) {
      String name =
          "Trường Đại học "
              + (luck.nextBoolean() || i > 20
                  ? Persons.any(luck)
                  : FIELDS.get(luck.nextInt(FIELDS.size())) + " " + place);
      if (names.add(name)) {
        return name;
      }
    }
  }

  private List<University.Major> majors(SplittableRandom luck) {
    int count = 4 + luck.nextInt(9);
    Set<Integer> chosen = new TreeSet<>();
    while (chosen.size() < count) {
      chosen.add(luck.nextInt(Occupations.HIGHER.size()));
    }
    double[] sizes = luck.doubles(count, 0.2, 1).toArray();
    double sum = 0;
    for (double size : sizes) {
      sum += size;
    }
    List<University.Major> majors = new ArrayList<>();
    for (int index : chosen) {
      Occupations.Entry entry = Occupations.HIGHER.get(index);
      majors.add(new University.Major(entry.code('7'), entry.name(), sizes[majors.size()] / sum));
    }
    return majors;
  }
}
