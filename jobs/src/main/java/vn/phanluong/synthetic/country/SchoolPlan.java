package vn.phanluong.synthetic.country;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.phanluong.region.Region;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** Founds the schools: how many of each kind in a province, where, how large. */
final class SchoolPlan {
  private static final List<String> KINDS = List.of("THCS", "LC", "THPT", "GDNN_GDTX", "GDTX");

  private final Parameters parameters;
  private final Draws draws;
  private final Ground ground;
  private final List<Province> provinces;
  private final double scale;

  /** A school before its pupils are shared out. */
  private record Draft(
      int number, int origin, String kind, String ownership, Spot spot, double luck, double size) {}

  /** Sizes by level, or sums of them. */
  private record Sizes(double thcs, double thpt, double gdtx) {
    Sizes plus(Sizes other) {
      return new Sizes(thcs + other.thcs, thpt + other.thpt, gdtx + other.gdtx);
    }
  }

  SchoolPlan(
      Parameters parameters, Draws draws, Ground ground, List<Province> provinces, double scale) {
    this.parameters = parameters;
    this.draws = draws;
    this.ground = ground;
    this.provinces = provinces;
    this.scale = scale;
  }

  /** All schools with their lives, by number. */
  List<School> schools() {
    List<int[]> counts = counts();
    List<School.Facts> facts = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    for (Province province : provinces) {
      List<Draft> drafts = drafts(province, counts, facts.size());
      facts.addAll(shareOut(province, drafts));
      drafts.forEach(draft -> spots.add(draft.spot()));
    }
    SchoolNames names =
        new SchoolNames(ground, provinces, parameters.of("school_named_after_person_share"));
    return new SchoolFates(parameters, draws, ground, names).schools(centred(facts), spots);
  }

  /** Of each kind the number in each province; schools of several levels count in both. */
  private List<int[]> counts() {
    List<Double> weights = provinces.stream().map(Province::weight).toList();
    int[] thcs = Apportionment.of(scaled("thcs_schools"), weights, 1);
    int[] thpt = Apportionment.of(scaled("thpt_schools"), weights, 1);
    int[] both = Apportionment.of(scaled("several_level_schools"), weights, 0);
    for (int i = 0; i < both.length; i++) {
      both[i] = Math.min(both[i], Math.min(thcs[i], thpt[i]) - 1);
      thcs[i] -= both[i];
      thpt[i] -= both[i];
    }
    int[] joint = Apportionment.of(scaled("gdnn_gdtx_centres"), weights, 1);
    int[] centres = Apportionment.of(scaled("gdtx_centres"), weights, 0);
    return List.of(thcs, both, thpt, joint, centres);
  }

  private long scaled(String name) {
    return Math.round(parameters.of(name) * scale);
  }

  private List<Draft> drafts(Province province, List<int[]> counts, int first) {
    List<Draft> drafts = new ArrayList<>();
    for (int kind = 0; kind < KINDS.size(); kind++) {
      for (int i = 0; i < counts.get(kind)[province.origin()]; i++) {
        drafts.add(draft(province.origin(), KINDS.get(kind), i, first + drafts.size()));
      }
    }
    return drafts;
  }

  private Draft draft(int origin, String kind, int place, int number) {
    List<Region> districts = ground.districts(origin);
    // Each district has a centre before any has two.
    Spot spot =
        kind.equals("GDNN_GDTX")
            ? ground.in(districts.get(place % districts.size()), origin, "school", number)
            : ground.in(origin, "school", number);
    boolean isPrivate =
        draws.share("country.private", number) < parameters.of("private_school_share", kind);
    SplittableRandom luck = draws.of("country.size", number);
    double normal = luck.nextGaussian();
    double size =
        StrictMath.exp(normal * parameters.of("school_size_spread"))
            * (ground.isUrban(spot) ? parameters.of("school_size_urban") : 1)
            * (isPrivate ? parameters.of("school_size_private") : 1);
    return new Draft(number, origin, kind, isPrivate ? "private" : "public", spot, normal, size);
  }

  private List<School.Facts> shareOut(Province province, List<Draft> drafts) {
    double grade6 = parameters.of("grade6_entrants") * scale * province.weight();
    double completers = grade6 * parameters.of("thcs_completion_share");
    Sizes sum = new Sizes(0, 0, 0);
    for (Draft draft : drafts) {
      sum = sum.plus(sizes(draft));
    }
    List<School.Facts> facts = new ArrayList<>();
    for (Draft draft : drafts) {
      Sizes own = sizes(draft);
      facts.add(
          new School.Facts(
              draft.number(),
              draft.origin(),
              draft.kind(),
              draft.ownership(),
              grade6 * own.thcs() / sum.thcs(),
              completers * parameters.of("grade10_quota_share") * own.thpt() / sum.thpt(),
              completers * parameters.of("gdtx_grade10_share") * own.gdtx() / sum.gdtx(),
              lean(draft)));
    }
    return facts;
  }

  private Sizes sizes(Draft draft) {
    double size = draft.size();
    return switch (draft.kind()) {
      case "THCS" -> new Sizes(size, 0, 0);
      case "THPT" -> new Sizes(0, size, 0);
      case "LC" -> {
        double part = size * parameters.of("several_level_school_size");
        yield new Sizes(part, part, 0);
      }
      default -> new Sizes(0, 0, size);
    };
  }

  /** Opposite in the parts of a divided commune: who takes them for alike gets both wrong. */
  private double lean(Draft draft) {
    return parameters.of("school_lean_spread")
            * draws.of("country.lean", draft.number()).nextGaussian()
        + parameters.of("school_lean_of_size") * draft.luck()
        + parameters.of("school_lean_of_divided") * draft.spot().side();
  }

  /** Leans less their mean over the pupils. */
  private static List<School.Facts> centred(List<School.Facts> all) {
    double pupils = all.stream().mapToDouble(School.Facts::pupils).sum();
    double mean = all.stream().mapToDouble(each -> each.pupils() * each.lean()).sum() / pupils;
    return all.stream().map(each -> each.leaningLess(mean)).toList();
  }
}
