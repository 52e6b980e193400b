package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Region;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/**
 * What becomes of schools: some merge into another, close, come out of another, move or change
 * their names, on a 1 July. A school that took in another stands for good, so that nobody's school
 * is to be looked for over more than one step.
 */
final class SchoolFates {
  private static final int FIRST = 2018;
  private static final int LAST = 2030;
  private static final LocalDate LAST_OF_DISTRICTS = LocalDate.of(2025, Month.JUNE, 30);
  private static final List<String> ENDS = List.of("merged", "closed");
  private static final List<String> BEGINNINGS = List.of("founded", "split");

  private final Draws draws;
  private final Ground ground;
  private final SchoolNames names;
  private final Map<String, Double> rates;
  private final double recoded;
  private final CareerGuidance guidance;

  private final Map<Integer, Fate> fates = new LinkedHashMap<>();
  private final Map<Integer, List<School.Sign>> signs = new HashMap<>();
  private final Map<Integer, Map<Integer, SchoolEvent>> events = new HashMap<>();

  /** A beginning or an end of a school: its event, the first year of the new state, the other. */
  private record Fate(String event, int year, int other) {
    boolean isEnd() {
      return ENDS.contains(event);
    }
  }

  SchoolFates(Parameters parameters, Draws draws, Ground ground, SchoolNames names) {
    this.draws = draws;
    this.ground = ground;
    this.names = names;
    rates = parameters.table("school_event_rate");
    recoded = parameters.of("renamed_school_recoded_share");
    guidance = new CareerGuidance(parameters, draws);
  }

  /** The schools with their lives, by number. */
  List<School> schools(List<School.Facts> all, List<Spot> spots) {
    open(all, spots);
    Map<String, List<School.Facts>> alike = new LinkedHashMap<>();
    for (School.Facts facts : all) {
      if (facts.kind().startsWith("TH")) {
        alike.computeIfAbsent(facts.origin() + facts.kind(), any -> new ArrayList<>()).add(facts);
      }
    }
    alike.values().forEach(group -> settle(group, spots));
    fates.forEach(this::tellMerger);
    for (School.Facts facts : all) {
      if (!fates.containsKey(facts.number())) {
        change(facts, spots.get(facts.number()));
      }
    }
    fates.forEach(this::tell);
    Map<Integer, List<School.Guest>> guests = guests(all);
    return all.stream()
        .map(
            facts ->
                new School(
                    facts,
                    new School.Past(
                        life(facts.number()),
                        List.copyOf(signs(facts.number())),
                        List.copyOf(events(facts.number()).values()),
                        List.copyOf(guests.getOrDefault(facts.number(), List.of()))),
                    guidance))
        .toList();
  }

  private List<School.Sign> signs(int number) {
    return Objects.requireNonNull(signs.get(number));
  }

  private Map<Integer, SchoolEvent> events(int number) {
    return events.computeIfAbsent(number, any -> new TreeMap<>());
  }

  /** The first sign of each; the first upper secondary school of a province is for the gifted. */
  private void open(List<School.Facts> all, List<Spot> spots) {
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

  /** Draws beginnings and ends of the schools of a kind in a province, where any school is left. */
  private void settle(List<School.Facts> group, List<Spot> spots) {
    List<Integer> stable = new ArrayList<>();
    Map<Integer, Double> draw = new LinkedHashMap<>();
    double most = rate(ENDS) + rate(BEGINNINGS);
    for (School.Facts facts : group) {
      double share = draws.share("country.fate", facts.number());
      if (share < most) {
        draw.put(facts.number(), share);
      } else {
        stable.add(facts.number());
      }
    }
    if (stable.isEmpty()) {
      return;
    }
    draw.forEach(
        (number, share) -> {
          String event = eventAt(share);
          int year = FIRST + (int) (draws.share("country.fateYear", number) * (LAST - FIRST + 1));
          fates.put(number, new Fate(event, year, neighbour(number, stable, spots)));
        });
  }

  /** The part of all schools that meet one of some events in all years. */
  private double rate(List<String> kinds) {
    return kinds.stream().mapToDouble(kind -> rate(kind)).sum();
  }

  private double rate(String kind) {
    return Objects.requireNonNull(rates.get(kind), kind) * (LAST - FIRST + 1);
  }

  private String eventAt(double share) {
    double sum = 0;
    for (String event : ENDS) {
      sum += rate(event);
      if (share < sum) {
        return event;
      }
    }
    return share < sum + rate(BEGINNINGS.get(0)) ? BEGINNINGS.get(0) : BEGINNINGS.get(1);
  }

  private int neighbour(int number, List<Integer> stable, List<Spot> spots) {
    Region district = ground.district(spots.get(number));
    List<Integer> near =
        stable.stream().filter(each -> ground.district(spots.get(each)).equals(district)).toList();
    List<Integer> choice = near.isEmpty() ? stable : near;
    return choice.get((int) (draws.share("country.neighbour", number) * choice.size()));
  }

  /** A merger stands in the row of the school that took the other over. */
  private void tellMerger(int number, Fate fate) {
    if (fate.event().equals("merged")) {
      List<String> codes = new ArrayList<>();
      SchoolEvent told = events(fate.other()).get(fate.year());
      if (told != null) {
        codes.addAll(told.predecessorCodes());
      }
      codes.add(signs(number).get(0).code());
      tell(fate.other(), fate.year(), "merged", codes);
    }
  }

  /** Other beginnings and ends stand in the school's own row. */
  private void tell(int number, Fate fate) {
    switch (fate.event()) {
      case "split" -> tell(number, fate.year(), "split", List.of(codeBefore(fate)));
      case "founded", "closed" -> tell(number, fate.year(), fate.event(), List.of());
      default -> {}
    }
  }

  private String codeBefore(Fate fate) {
    return signs(fate.other()).stream()
        .filter(sign -> sign.from() < fate.year())
        .reduce((one, later) -> later)
        .orElseThrow()
        .code();
  }

  private void tell(int number, int year, String event, List<String> codes) {
    events(number)
        .put(year, new SchoolEvent(event, LocalDate.of(year, Month.JULY, 1), List.copyOf(codes)));
  }

  /** Moves and new names, in years in which the school's row tells of nothing else. */
  private void change(School.Facts facts, Spot first) {
    int number = facts.number();
    Spot spot = first;
    for (int year = FIRST; year <= LAST; year++) {
      double share = draws.share("country.change", number, year);
      double moved = Objects.requireNonNull(rates.get("moved"));
      double renamed = Objects.requireNonNull(rates.get("renamed"));
      if (share >= moved + renamed || events(number).containsKey(year)) {
        continue;
      }
      School.Sign before = signs(number).get(signs(number).size() - 1);
      if (share < moved) {
        Spot next = elsewhere(facts, spot, year);
        if (next != null) {
          spot = next;
          signs(number).add(new School.Sign(year, before.code(), before.name(), spot));
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

  private School.Life life(int number) {
    Fate fate = fates.get(number);
    School.Life always = School.Life.always(number);
    if (fate == null) {
      return always;
    }
    return fate.isEnd()
        ? new School.Life(always.from(), number, fate.year(), fate.other())
        : new School.Life(fate.year(), fate.other(), always.until(), number);
  }

  private Map<Integer, List<School.Guest>> guests(List<School.Facts> all) {
    Map<Integer, List<School.Guest>> guests = new HashMap<>();
    fates.forEach(
        (number, fate) ->
            guests
                .computeIfAbsent(fate.other(), any -> new ArrayList<>())
                .add(
                    fate.isEnd()
                        ? new School.Guest(fate.year(), Integer.MAX_VALUE, all.get(number))
                        : new School.Guest(Integer.MIN_VALUE, fate.year(), all.get(number))));
    return guests;
  }
}
