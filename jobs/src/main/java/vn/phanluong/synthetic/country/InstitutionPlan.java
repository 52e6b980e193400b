package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Region;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** Founds the vocational institutions; the GDNN-GDTX centres among the schools are some of them. */
final class InstitutionPlan {
  private final Parameters parameters;
  private final Draws draws;
  private final Ground ground;
  private final List<Province> provinces;
  private final double scale;
  private final List<Draft> drafts = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Integer> serials = new HashMap<>();

  /** An institution before its courses. */
  private record Draft(int number, int origin, String type, @Nullable School school) {}

  InstitutionPlan(
      Parameters parameters, Draws draws, Ground ground, List<Province> provinces, double scale) {
    this.parameters = parameters;
    this.draws = draws;
    this.ground = ground;
    this.provinces = provinces;
    this.scale = scale;
  }

  /** All vocational institutions by number. */
  List<Institution> institutions(List<School> schools) {
    List<Double> weights = provinces.stream().map(Province::weight).toList();
    long colleges =
        Math.max(
            Math.round(parameters.of("fewest_colleges")),
            Math.round(parameters.of("colleges") * scale));
    add("college", Apportionment.of(colleges, weights, 0));
    add("intermediate", Apportionment.of(scaled("intermediate_schools"), weights, 1));
    add("centre", Apportionment.of(scaled("vocational_centres"), weights, 0));
    for (School school : schools) {
      if (school.kind().equals("GDNN_GDTX")) {
        drafts.add(new Draft(drafts.size(), school.origin(), "gdnn_gdtx", school));
      }
    }
    Courses courses = new Courses(parameters, draws, provinces, scale);
    drafts.forEach(draft -> courses.offer(draft.number(), draft.origin(), draft.type()));
    return drafts.stream().map(draft -> institution(draft, courses.of(draft.number()))).toList();
  }

  private long scaled(String name) {
    return Math.round(parameters.of(name) * scale);
  }

  private void add(String type, int[] counts) {
    for (int origin = 0; origin < counts.length; origin++) {
      for (int i = 0; i < counts[origin]; i++) {
        drafts.add(new Draft(drafts.size(), origin, type, null));
      }
    }
  }

  private Institution institution(Draft draft, List<Institution.Course> courses) {
    int number = draft.number();
    School school = draft.school();
    Spot spot = school == null ? ground.in(draft.origin(), "institution", number) : null;
    Spot standing = spot == null ? Objects.requireNonNull(school).spot(Spots.START) : spot;
    SplittableRandom luck = draws.of("country.institution", number);
    boolean isPrivate =
        luck.nextDouble() < parameters.of("private_institution_share", draft.type());
    String name = school == null ? name(draft, standing, luck) : school.name(Spots.START.getYear());
    String province = provinces.get(draft.origin()).code();
    int serial = serials.merge(province + draft.type(), 1, Integer::sum);
    int place = serials.merge(province, 1, Integer::sum);
    return new Institution(
        new Institution.Facts(
            number,
            draft.origin(),
            draft.type(),
            isPrivate ? "private" : "public",
            name,
            "%s%s%03d".formatted(letters(draft.type()), province, serial),
            // No district has a code from 990 on: these are no school's.
            "%s99%04d".formatted(province, place),
            StrictMath.exp(parameters.of("institution_draw_spread") * luck.nextGaussian()),
            parameters.of("institution_loss_spread") * luck.nextGaussian(),
            licence(number, isPrivate, luck)),
        courses,
        standing,
        school);
  }

  private static String letters(String type) {
    return switch (type) {
      case "college" -> "CDD";
      case "intermediate" -> "TCD";
      case "centre" -> "TTD";
      default -> "TTX";
    };
  }

  private static Institution.Licence licence(int number, boolean isPrivate, SplittableRandom luck) {
    LocalDate date = LocalDate.of(2015, 7, 1).plusDays(luck.nextInt(530));
    return new Institution.Licence(
        "%d/%d/GCNĐKHĐ-SLĐTBXH".formatted(number + 1, date.getYear()),
        date,
        isPrivate ? date.plusYears(20).minusDays(1) : null);
  }

  private String name(Draft draft, Spot spot, SplittableRandom luck) {
    String prefix =
        switch (draft.type()) {
          case "college" -> "Trường Cao đẳng ";
          case "intermediate" -> "Trường Trung cấp ";
          default -> "Trung tâm Giáo dục nghề nghiệp ";
        };
    Region district = ground.district(spot);
    String province = provinces.get(draft.origin()).name().replaceFirst("^(Tỉnh|Thành phố) ", "");
    List<String> bases =
        List.of(
            draft.type().equals("centre") ? district.shortName() : province,
            "Kinh tế - Kỹ thuật " + province,
            Persons.any(luck),
            "Nghề " + district.shortName());
    for (String base : bases) {
      if (names.add(draft.origin() + prefix + base)) {
        return prefix + base;
      }
    }
    for (int i = 2; ; i++) {
      String base = bases.get(3) + " số " + i;
      if (names.add(draft.origin() + prefix + base)) {
        return prefix + base;
      }
    }
  }
}
