package vn.phanluong.synthetic.country;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** The communes of 2017 in which schools may stand, more of them where more people live. */
final class Ground {
  private final RegionHistory history;
  private final Spots spots;
  private final Draws draws;
  private final List<Area> provinces = new ArrayList<>();
  private final List<List<Region>> districts = new ArrayList<>();
  private final Map<String, Area> byDistrict = new HashMap<>();

  /** Communes to choose from, with the sum of their weights up to each. */
  private static final class Area {
    private final List<Region> communes = new ArrayList<>();
    private final List<Double> sums = new ArrayList<>();

    void add(Region commune, double weight) {
      communes.add(commune);
      sums.add(weight + (sums.isEmpty() ? 0 : sums.get(sums.size() - 1)));
    }

    Region choose(double share) {
      double wanted = share * sums.get(sums.size() - 1);
      int low = 0;
      int high = sums.size() - 1;
      while (low < high) {
        int middle = (low + high) / 2;
        if (sums.get(middle) > wanted) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return communes.get(low);
    }
  }

  Ground(RegionHistory history, List<Province> of, Parameters parameters, Draws draws) {
    this.history = history;
    this.spots = new Spots(history);
    this.draws = draws;
    Map<String, Integer> origins = new HashMap<>();
    for (Province province : of) {
      origins.put(province.key(), province.origin());
      provinces.add(new Area());
      districts.add(new ArrayList<>());
    }
    history
        .standingOn(Spots.START)
        .filter(unit -> unit.level().equals(Places.COMMUNE))
        .sorted(Comparator.comparing(Region::code))
        .forEach(
            commune -> {
              int forks = spots.forks(commune.regionKey());
              if (forks >= 0) {
                add(commune, origins, weight(commune, forks, parameters));
              }
            });
  }

  private void add(Region commune, Map<String, Integer> origins, double weight) {
    Region district = district(commune);
    Region province = Objects.requireNonNull(history.parentOn(district, Spots.START));
    int origin = Objects.requireNonNull(origins.get(province.regionKey()));
    provinces.get(origin).add(commune, weight);
    byDistrict
        .computeIfAbsent(
            district.regionKey(),
            any -> {
              districts.get(origin).add(district);
              return new Area();
            })
        .add(commune, weight);
  }

  private double weight(Region commune, int forks, Parameters parameters) {
    SplittableRandom luck = draws.of("country.commune", Long.parseLong(commune.code()));
    return StrictMath.exp(parameters.of("commune_weight_spread") * luck.nextGaussian())
        * (isUrban(commune) ? parameters.of("commune_weight_urban") : 1)
        * (forks > 0 ? parameters.of("commune_weight_divided") : 1);
  }

  private static boolean isUrban(Region commune) {
    return !commune.unitType().equals("xã");
  }

  private Region district(Region commune) {
    return Objects.requireNonNull(history.parentOn(commune, Spots.START), commune.regionKey());
  }

  /** Districts of 2017 of a province, by the code of their first commune. */
  List<Region> districts(int origin) {
    return districts.get(origin);
  }

  /** A spot somewhere in a province, the same for the same name and number. */
  Spot in(int origin, String what, long number) {
    return spot(provinces.get(origin), origin, what, number);
  }

  /** A spot somewhere in a district of 2017. */
  Spot in(Region district, int origin, String what, long number) {
    return spot(Objects.requireNonNull(byDistrict.get(district.regionKey())), origin, what, number);
  }

  private Spot spot(Area area, int origin, String what, long number) {
    Region home = area.choose(draws.share("country.home." + what, number));
    return spots.of(
        home.regionKey(),
        origin,
        division -> draws.share("country.part." + what, number, division));
  }

  /** The commune of 2017 a spot lies in. */
  Region commune(Spot spot) {
    return Objects.requireNonNull(history.find(spot.home()));
  }

  /** The district of 2017 a spot lies in. */
  Region district(Spot spot) {
    return district(commune(spot));
  }

  boolean isUrban(Spot spot) {
    return isUrban(commune(spot));
  }
}
