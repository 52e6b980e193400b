package vn.phanluong.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The laws a history of units obeys; one that breaks any is refused, with its rows named. */
public final class HistoryCheck {
  /** Units of two tiers, and lists that tell of each where it came from. */
  private static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);

  private final RegionHistory history;
  private final List<Flaw> flaws = new ArrayList<>();

  private HistoryCheck(RegionHistory history) {
    this.history = history;
  }

  /** All flaws, none if the history may be used. */
  public static List<Flaw> of(RegionHistory history) {
    HistoryCheck check = new HistoryCheck(history);
    check.units();
    check.codes();
    check.events();
    check.shares();
    check.flaws.addAll(MembershipCheck.of(history));
    return check.flaws;
  }

  private void units() {
    Set<String> seen = new HashSet<>();
    history
        .regions()
        .forEach(
            unit -> {
              String key = unit.regionKey();
              LocalDate last = unit.validTo();
              if (!seen.add(key)) {
                flaw(key, "khóa lặp lại", "the key is met twice");
              }
              if (last != null && last.isBefore(unit.validFrom())) {
                flaw(key, "ngày cuối trước ngày đầu", "the last day is before the first");
              }
              if (!unit.level().equals(Places.NATION)) {
                parent(unit);
              }
            });
  }

  /** Each unit lies in one that stands for as long as it does itself, and in no circle. */
  private void parent(Region unit) {
    String key = unit.regionKey();
    Region named = unit.parentKey() == null ? null : history.find(unit.parentKey());
    if (named == null || !named.isValidOn(unit.validFrom())) {
      flaw(
          key,
          "đơn vị cấp trên %s không có vào ngày %s".formatted(unit.parentKey(), unit.validFrom()),
          "its parent %s does not stand on %s".formatted(unit.parentKey(), unit.validFrom()));
      return;
    }
    if (Areas.LEVELS.indexOf(named.level()) <= Areas.LEVELS.indexOf(unit.level())) {
      flaw(
          key,
          "cấp %s không nằm trong cấp %s (%s)"
              .formatted(unit.level(), named.level(), named.regionKey()),
          "a %s does not lie in a %s (%s)"
              .formatted(unit.level(), named.level(), named.regionKey()));
    }
    LocalDate last = unit.validTo() == null ? latest() : unit.validTo();
    if (history.parentOn(unit, last) == null) {
      flaw(
          key,
          "ngày %s không còn đơn vị cấp trên".formatted(last),
          "it has no parent on %s any more".formatted(last));
    }
    Set<String> above = new HashSet<>();
    for (Region each = unit; each != null; each = parentNamed(each)) {
      if (!above.add(each.regionKey())) {
        flaw(key, "nằm trong chính nó", "it lies in itself");
        return;
      }
    }
  }

  private @Nullable Region parentNamed(Region unit) {
    return unit.parentKey() == null ? null : history.find(unit.parentKey());
  }

  private LocalDate latest() {
    return history.changes().last();
  }

  /** No code stands for two units of a level on one day. */
  private void codes() {
    Map<String, List<Region>> byCode =
        history.regions().collect(Collectors.groupingBy(it -> it.level() + " " + it.code()));
    for (List<Region> units : new TreeMap<>(byCode).values()) {
      List<Region> sorted = units.stream().sorted(Comparator.comparing(Region::validFrom)).toList();
      for (int i = 1; i < sorted.size(); i++) {
        LocalDate before = sorted.get(i - 1).validTo();
        if (before == null || !before.isBefore(sorted.get(i).validFrom())) {
          flaw(
              sorted.get(i - 1).regionKey() + ", " + sorted.get(i).regionKey(),
              "hai đơn vị một mã trong cùng ngày",
              "two units have one code on one day");
        }
      }
    }
  }

  private void events() {
    for (Succession line : history.successions()) {
      String rows = rows(line);
      if (!Succession.KINDS.contains(line.kind())) {
        flaw(rows, "loại sự kiện lạ " + line.kind(), "unknown kind of event " + line.kind());
      }
      if (line.successor() != null && !Succession.BASES.contains(line.basis())) {
        flaw(rows, "cơ sở tỷ phần lạ " + line.basis(), "unknown basis of a share " + line.basis());
      }
      String before = line.predecessor();
      String after = line.successor();
      LocalDate eve = line.day().minusDays(1);
      if (before != null && !stands(before, eve)) {
        flaw(
            rows,
            "đơn vị trước không có vào ngày " + eve,
            "the predecessor does not stand on " + eve);
      }
      if (after != null && !stands(after, line.day())) {
        flaw(
            rows,
            "đơn vị sau không có vào ngày " + line.day(),
            "the successor does not stand on " + line.day());
      }
    }
    history.regions().forEach(this::endsInAnEvent);
    history.regions().forEach(this::beginsInAnEvent);
  }

  /**
   * A unit that was not there from the beginning is made of others, or said to be of none. The
   * lists of communes until 2025 do not tell what some were made of.
   */
  private void beginsInAnEvent(Region unit) {
    LocalDate first = unit.validFrom();
    boolean mayBeUntold = unit.level().equals(Places.COMMUNE) && first.isBefore(TWO_TIERS);
    boolean isSubject = !unit.level().equals(Places.SOCIO_ECONOMIC_REGION) && !mayBeUntold;
    if (isSubject
        && first.isAfter(history.changes().first())
        && history.before(unit.regionKey()).stream().noneMatch(line -> line.day().equals(first))) {
      flaw(
          unit.regionKey(),
          "bắt đầu ngày %s mà không có sự kiện".formatted(first),
          "it begins on %s without an event".formatted(first));
    }
  }

  /** A unit that ends went somewhere, or ended in so many words: nothing vanishes. */
  private void endsInAnEvent(Region unit) {
    LocalDate last = unit.validTo();
    if (last != null
        && history.after(unit.regionKey()).stream()
            .noneMatch(line -> line.day().equals(last.plusDays(1)))) {
      flaw(
          unit.regionKey(),
          "hết hiệu lực ngày %s mà không có sự kiện".formatted(last),
          "it ends on %s without an event".formatted(last));
    }
  }

  private boolean stands(String key, LocalDate day) {
    Region unit = history.find(key);
    return unit != null && unit.isValidOn(day);
  }

  /** Of each unit and event the shares sum to 1 for every cohort, or none is known. */
  private void shares() {
    Map<String, List<Succession>> byUnit =
        history.successions().stream()
            .filter(line -> line.predecessor() != null)
            .collect(Collectors.groupingBy(line -> line.predecessor() + " " + line.day()));
    for (List<Succession> lines : new TreeMap<>(byUnit).values()) {
      leavesNobody(lines);
      Set<Integer> turns = new TreeSet<>(Set.of(Cohorts.ALL.first()));
      lines.forEach(line -> turns.addAll(line.cohorts().turns()));
      turns.forEach(cohort -> sumsToOne(lines, cohort));
    }
  }

  /** A unit that gave all of its people away has ended: they would stand in two units at once. */
  private void leavesNobody(List<Succession> lines) {
    Succession line = lines.get(0);
    String key = line.predecessor();
    boolean isKept = lines.stream().anyMatch(each -> Objects.equals(key, each.successor()));
    if (key != null && !isKept && line.successor() != null && stands(key, line.day())) {
      flaw(
          rows(line),
          "đơn vị trước đã giao hết mà ngày %s vẫn còn; ghi valid_to".formatted(line.day()),
          "the predecessor gave all away and still stands on %s; state its valid_to"
              .formatted(line.day()));
    }
  }

  private void sumsToOne(List<Succession> lines, int cohort) {
    List<Succession> held = lines.stream().filter(line -> line.cohorts().holds(cohort)).toList();
    String rows = lines.stream().map(HistoryCheck::rows).collect(Collectors.joining("; "));
    List<BigDecimal> known = new ArrayList<>();
    held.forEach(
        line -> {
          if (line.share() != null) {
            known.add(line.share());
          }
        });
    BigDecimal sum = Spread.Sum.of(known);
    boolean isAbolished = held.size() == 1 && held.get(0).successor() == null;
    if (held.isEmpty()) {
      flaw(
          rows,
          "khóa %d không có tỷ phần".formatted(cohort),
          "cohort %d has no share".formatted(cohort));
    } else if (known.stream().anyMatch(share -> share.signum() < 0)) {
      flaw(rows, "tỷ phần âm", "a share is negative");
    } else if (!isAbolished
        && !known.isEmpty()
        && (known.size() < held.size() || sum.compareTo(BigDecimal.ONE) != 0)) {
      flaw(
          rows,
          "tổng tỷ phần là %s, không phải 1".formatted(sum.toPlainString()),
          "the shares sum to %s, not to 1".formatted(sum.toPlainString()));
    }
  }

  private static String rows(Succession line) {
    return "%s (%s → %s)".formatted(line.eventId(), line.predecessor(), line.successor());
  }

  private void flaw(String rows, String vi, String en) {
    flaws.add(new Flaw(rows, vi, en));
  }
}
