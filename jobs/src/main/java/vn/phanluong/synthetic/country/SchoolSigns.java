package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** What stands on the schools' signs, where, and the events their rows tell, year by year. */
final class SchoolSigns {
  static final int FIRST_YEAR = 2018;
  static final int LAST_YEAR = 2030;
  private static final LocalDate LAST_OF_DISTRICTS = LocalDate.of(2025, Month.JUNE, 30);

  private final Draws draws;
  private final Ground ground;
  private final SchoolNames names;
  private final double moved;
  private final double renamed;
  private final double recoded;
  private final Map<Integer, List<School.Sign>> signs = new HashMap<>();
  private final Map<Integer, Map<Integer, SchoolEvent>> events = new HashMap<>();

  SchoolSigns(Parameters parameters, Draws draws, Ground ground, SchoolNames names) {
    this.draws = draws;
    this.ground = ground;
    this.names = names;
    moved = parameters.of("school_event_rate", "moved");
    renamed = parameters.of("school_event_rate", "renamed");
    recoded = parameters.of("renamed_school_recoded_share");
  }

  /** The first sign of each; the first upper secondary school of a province is for the gifted. */
  void open(List<School.Facts> all, List<Spot> spots) {
    int giftedOf = -1;
    for (School.Facts facts : all) {
      Spot spot = spots.get(facts.number());
      SplittableRandom luck = draws.of("country.name", facts.number());
      boolean isGifted = facts.kind().equals("THPT") && facts.origin() != giftedOf;
      giftedOf = isGifted ? facts.origin() : giftedOf;
      String name =
          isGifted
              ? names.nameOfGifted(facts.origin(), luck)
              : names.name(facts.kind(), facts.origin(), spot, luck);
      List<School.Sign> own = new ArrayList<>();
      own.add(new School.Sign(0, names.code(facts.origin(), spot), name, spot));
      signs.put(facts.number(), own);
    }
  }

  /** The signs of a school so far, earliest first. */
  List<School.Sign> of(int number) {
    return List.copyOf(signs(number));
  }

  private List<School.Sign> signs(int number) {
    return Objects.requireNonNull(signs.get(number));
  }

  /** The code on the sign of a school in a school year. */
  String code(int number, int schoolYear) {
    return signs(number).stream()
        .filter(sign -> sign.from() <= schoolYear)
        .reduce((one, later) -> later)
        .orElseThrow()
        .code();
  }

  /** The events of a school's rows so far, earliest first. */
  List<SchoolEvent> events(int number) {
    return List.copyOf(byYear(number).values());
  }

  private Map<Integer, SchoolEvent> byYear(int number) {
    return events.computeIfAbsent(number, any -> new TreeMap<>());
  }

  /** Moves and new names, in years in which the school's row tells of nothing else. */
  void change(School.Facts facts) {
    int number = facts.number();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      double share = draws.share("country.change", number, year);
      if (share >= moved + renamed || byYear(number).containsKey(year)) {
        continue;
      }
      School.Sign before = signs(number).get(signs(number).size() - 1);
      if (share < moved) {
        Spot next = elsewhere(facts, before.spot(), year);
        if (next != null) {
          signs(number).add(new School.Sign(year, before.code(), before.name(), next));
          tell(number, year, "moved", List.of());
        }
      } else {
        rename(facts, before, year);
      }
    }
  }

  /** Another commune of the same district, or null where there is none. */
  private @Nullable Spot elsewhere(School.Facts facts, Spot spot, int year) {
    LocalDate day = LocalDate.of(year, Month.JULY, 1);
    Spot next = ground.in(ground.district(spot), facts.origin(), "moved" + year, facts.number());
    LocalDate withDistricts = day.isAfter(LAST_OF_DISTRICTS) ? LAST_OF_DISTRICTS : day;
    Place here = spot.on(withDistricts);
    Place there = next.on(withDistricts);
    return Objects.equals(here.districtKey(), there.districtKey())
            && !spot.on(day).communeKey().equals(next.on(day).communeKey())
        ? next
        : null;
  }

  private void rename(School.Facts facts, School.Sign before, int year) {
    int number = facts.number();
    SplittableRandom luck = draws.of("country.rename", number, year);
    boolean isRecoded = luck.nextDouble() < recoded;
    String code = isRecoded ? names.code(facts.origin(), before.spot()) : before.code();
    String name = names.name(facts.kind(), facts.origin(), before.spot(), luck);
    signs(number).add(new School.Sign(year, code, name, before.spot()));
    tell(number, year, "renamed", isRecoded ? List.of(before.code()) : List.of());
  }

  /**
   * Lets a school's rows of a year tell of an event; of mergers in one year there may be several.
   *
   * @param codes of predecessors
   */
  void tell(int number, int year, String event, List<String> codes) {
    SchoolEvent told = byYear(number).get(year);
    List<String> all = new ArrayList<>(told == null ? List.of() : told.predecessorCodes());
    all.addAll(codes);
    byYear(number)
        .put(year, new SchoolEvent(event, LocalDate.of(year, Month.JULY, 1), List.copyOf(all)));
  }
}
