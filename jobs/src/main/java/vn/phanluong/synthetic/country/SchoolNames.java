package vn.phanluong.synthetic.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import vn.phanluong.region.Region;

/** Names and codes of schools: no name twice in a province among schools of one kind, ever. */
final class SchoolNames {
  private static final Map<String, String> PREFIX =
      Map.of(
          "THCS", "Trường THCS ",
          "THPT", "Trường THPT ",
          "LC", "Trường THCS và THPT ",
          "GDTX", "Trung tâm GDTX ",
          "GDNN_GDTX", "Trung tâm GDNN-GDTX ");

  private final Ground ground;
  private final List<Province> provinces;
  private final double afterPerson;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> serials = new HashMap<>();

  /**
   * No names given yet.
   *
   * @param afterPerson share of schools that bear the name of a person of history
   */
  SchoolNames(Ground ground, List<Province> provinces, double afterPerson) {
    this.ground = ground;
    this.provinces = provinces;
    this.afterPerson = afterPerson;
  }

  /** A name nobody in the province has had yet. */
  String name(String kind, int origin, Spot spot, SplittableRandom luck) {
    List<String> bases = bases(kind, origin, spot, luck);
    for (String base : bases) {
      if (take(kind, origin, base)) {
        return PREFIX.get(kind) + base;
      }
    }
    String last = bases.get(bases.size() - 1);
    for (int number = 2; ; number++) {
      if (take(kind, origin, last + " " + number)) {
        return PREFIX.get(kind) + last + " " + number;
      }
    }
  }

  /** The name of a province's school for the gifted. */
  String nameOfGifted(int origin, SplittableRandom luck) {
    String base = "chuyên " + Persons.any(luck);
    take("THPT", origin, base);
    return PREFIX.get("THPT") + base;
  }

  private boolean take(String kind, int origin, String base) {
    return taken.add(origin + kind + base);
  }

  private List<String> bases(String kind, int origin, Spot spot, SplittableRandom luck) {
    Region district = ground.district(spot);
    List<String> bases = new ArrayList<>();
    if (kind.startsWith("GD")) {
      if (kind.equals("GDTX")) {
        bases.add(uncapitalized(provinces.get(origin).name()));
      }
      bases.add(uncapitalized(district.name()));
      bases.add(ground.commune(spot).shortName());
      return bases;
    }
    if (luck.nextDouble() < afterPerson) {
      bases.add(Persons.any(luck));
      bases.add(Persons.any(luck));
    }
    if (!kind.equals("THCS")) {
      bases.add(district.shortName());
    }
    bases.add(ground.commune(spot).shortName());
    return bases;
  }

  /** «Huyện Bến Lức» within a name: «huyện Bến Lức». */
  private static String uncapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** Two digits of the province, three of the district of 2017, three that count. */
  String code(int origin, Spot spot) {
    String district = provinces.get(origin).code() + ground.district(spot).code();
    return "%s%03d".formatted(district, serials.merge(district, 1, Integer::sum));
  }
}
