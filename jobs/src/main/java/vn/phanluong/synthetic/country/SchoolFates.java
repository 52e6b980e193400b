package vn.phanluong.synthetic.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.phanluong.region.Region;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/**
 * What becomes of schools: some merge into another, close, come out of another, move or change
 * their names, on a 1 July. A school that took in another stands for good, so that nobody's school
 * is to be looked for over more than one step.
 */
final class SchoolFates {
  private static final int YEARS = SchoolSigns.LAST_YEAR - SchoolSigns.FIRST_YEAR + 1;
  private static final List<String> ENDS = List.of("merged", "closed");
  private static final List<String> BEGINNINGS = List.of("founded", "split");

  private final Draws draws;
  private final Ground ground;
  private final SchoolSigns signs;
  private final Map<String, Double> rates;
  private final CareerGuidance guidance;

  private final Map<Integer, Fate> fates = new LinkedHashMap<>();

  /** A beginning or an end of a school: its event, the first year of the new state, the other. */
  private record Fate(String event, int year, int other) {
    boolean isEnd() {
      return ENDS.contains(event);
    }
  }

  SchoolFates(Parameters parameters, Draws draws, Ground ground, SchoolNames names) {
    this.draws = draws;
    this.ground = ground;
    signs = new SchoolSigns(parameters, draws, ground, names);
    rates = parameters.table("school_event_rate");
    guidance = new CareerGuidance(parameters, draws);
  }

  /** The schools with their lives, by number. */
  List<School> schools(List<School.Facts> all, List<Spot> spots) {
    signs.open(all, spots);
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
        signs.change(facts);
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
                        signs.of(facts.number()),
                        signs.events(facts.number()),
                        List.copyOf(guests.getOrDefault(facts.number(), List.of()))),
                    guidance))
        .toList();
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
          int year =
              SchoolSigns.FIRST_YEAR + (int) (draws.share("country.fateYear", number) * YEARS);
          fates.put(number, new Fate(event, year, neighbour(number, stable, spots)));
        });
  }

  /** The part of all schools that meet one of some events in all years. */
  private double rate(List<String> kinds) {
    return kinds.stream().mapToDouble(kind -> rate(kind)).sum();
  }

  private double rate(String kind) {
    return Objects.requireNonNull(rates.get(kind), kind) * YEARS;
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
      String gone = signs.code(number, fate.year());
      signs.tell(fate.other(), fate.year(), "merged", List.of(gone));
    }
  }

  /** Other beginnings and ends stand in the school's own row. */
  private void tell(int number, Fate fate) {
    switch (fate.event()) {
      case "split" ->
          signs.tell(
              number, fate.year(), "split", List.of(signs.code(fate.other(), fate.year() - 1)));
      case "founded", "closed" -> signs.tell(number, fate.year(), fate.event(), List.of());
      default -> {}
    }
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
