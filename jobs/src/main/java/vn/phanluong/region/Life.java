package vn.phanluong.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A unit's life as a small tree: what it came from, what it was on each day, what it became. */
public final class Life {
  /** Units named one by one; of more, the number. */
  private static final int NAMED = 20;

  private final RegionHistory history;
  private final LocalDate today;

  /**
   * Lives as they stand.
   *
   * @param today what lies in a unit is told of this day, or of the unit's first or last
   */
  public Life(RegionHistory history, LocalDate today) {
    this.history = history;
    this.today = today;
  }

  /** The lines of the tree, in Vietnamese with the English words beside it. */
  public List<String> of(Region unit) {
    List<String> lines = new ArrayList<>();
    lines.add(title(unit));
    List<String> facts = new ArrayList<>();
    facts.add("nằm trong (in): " + above(unit));
    children(unit).forEach((level, names) -> facts.add("%s: %s".formatted(level, names)));
    branch(lines, "", facts, !before(unit).isEmpty() || !after(unit).isEmpty());
    origins(lines, unit, "");
    outcomes(lines, unit, "");
    return lines;
  }

  private static void branch(
      List<String> lines, String indent, List<String> facts, boolean goesOn) {
    for (int i = 0; i < facts.size(); i++) {
      boolean isLast = !goesOn && i == facts.size() - 1;
      lines.add(indent + (isLast ? "└─ " : "├─ ") + facts.get(i));
    }
  }

  private void origins(List<String> lines, Region unit, String indent) {
    List<Succession> events = before(unit);
    boolean hasOutcomes = indent.isEmpty() && !after(unit).isEmpty();
    for (int i = 0; i < events.size(); i++) {
      Succession line = events.get(i);
      boolean isLast = !hasOutcomes && i == events.size() - 1;
      String member = line.predecessor();
      Region from = member == null ? null : history.find(member);
      lines.add(
          "%s%s từ (from) %s%s  %s%s"
              .formatted(
                  indent,
                  isLast ? "└─" : "├─",
                  from == null ? "?" : title(from),
                  share(line),
                  kind(line),
                  at(line)));
      if (from != null && !from.equals(unit)) {
        origins(lines, from, indent + (isLast ? "   " : "│  "));
      }
    }
  }

  private void outcomes(List<String> lines, Region unit, String indent) {
    List<Succession> events = after(unit);
    for (int i = 0; i < events.size(); i++) {
      Succession line = events.get(i);
      boolean isLast = i == events.size() - 1;
      String heir = line.successor();
      Region to = heir == null ? null : history.find(heir);
      lines.add(
          "%s%s thành (became) %s%s  %s%s"
              .formatted(
                  indent,
                  isLast ? "└─" : "├─",
                  to == null ? "không còn (none)" : title(to),
                  share(line),
                  kind(line),
                  at(line)));
      if (to == null) {
        List<Region> heirs = heirs(unit, line.day());
        lines.add(indent + "   └─ nay (today) %d: %s".formatted(heirs.size(), named(heirs)));
      } else if (!to.equals(unit)) {
        outcomes(lines, to, indent + (isLast ? "   " : "│  "));
      }
    }
  }

  private List<Succession> before(Region unit) {
    return history.before(unit.regionKey());
  }

  private List<Succession> after(Region unit) {
    return history.after(unit.regionKey());
  }

  private static String title(Region unit) {
    LocalDate last = unit.validTo();
    return "%s  mã (code) %s  %s → %s  [%s]"
        .formatted(
            unit.name(),
            unit.code(),
            unit.validFrom(),
            last == null ? "nay" : last,
            unit.regionKey());
  }

  private static String share(Succession line) {
    BigDecimal share = line.share();
    if (share == null) {
      return line.successor() == null ? "" : "  một phần chưa rõ (a part, unknown)";
    }
    return line.isWhole()
        ? ""
        : "  %s %%".formatted(share.movePointRight(2).stripTrailingZeros().toPlainString());
  }

  private static String at(Succession line) {
    return "  " + line.day();
  }

  private static String kind(Succession line) {
    return switch (line.kind()) {
      case "merge" -> "sáp nhập (merge)";
      case "split" -> "chia tách (split)";
      case "rename" -> "đổi tên (rename)";
      case "recode" -> "đổi mã (recode)";
      case "abolish" -> "bãi bỏ (abolish)";
      case "create" -> "thành lập (create)";
      case "transfer" -> "điều chuyển (transfer)";
      default -> "đổi loại (change of status)";
    };
  }

  private String above(Region unit) {
    return history.lineageOn(unit, day(unit)).stream()
        .skip(1)
        .map(Region::name)
        .collect(Collectors.joining(" < "));
  }

  /** The day nearest to today on which the unit stands. */
  private LocalDate day(Region unit) {
    LocalDate last = unit.validTo();
    if (unit.validFrom().isAfter(today)) {
      return unit.validFrom();
    }
    return last == null || last.isAfter(today) ? today : last;
  }

  /**
   * What lies in it, or lay on its last day, by level: names if they are few, else their number.
   */
  private Map<String, String> children(Region unit) {
    LocalDate day = day(unit);
    Map<String, List<Region>> byLevel =
        history
            .standingOn(day)
            .filter(each -> !each.equals(unit))
            .filter(each -> unit.equals(history.parentOn(each, day)))
            .collect(Collectors.groupingBy(Region::level));
    Map<String, String> named = new TreeMap<>();
    byLevel.forEach(
        (level, units) -> named.put("%d %s".formatted(units.size(), inWords(level)), named(units)));
    return named;
  }

  private static String inWords(String level) {
    return switch (level) {
      case Places.COMMUNE -> "xã (communes)";
      case Places.DISTRICT -> "huyện (districts)";
      case Places.PROVINCE -> "tỉnh (provinces)";
      default -> "vùng (regions)";
    };
  }

  /** Where the parts of a unit are now that ended without a successor of its own. */
  private List<Region> heirs(Region unit, LocalDate day) {
    LocalDate eve = day.minusDays(1);
    LocalDate until = day.isAfter(today) ? day : today;
    Crosswalk walk = new Crosswalk(history, eve, until, eve.getYear(), Crosswalk.Weights.NONE);
    Set<String> heirs = new TreeSet<>();
    history
        .standingOn(eve)
        .filter(each -> unit.equals(history.parentOn(each, eve)))
        .forEach(each -> heirs.addAll(walk.of(each.regionKey()).units()));
    return heirs.stream().map(history::find).filter(Objects::nonNull).toList();
  }

  private static String named(List<Region> units) {
    return units.size() > NAMED
        ? "mã (codes) %s … %s"
            .formatted(
                code(units, Comparator.naturalOrder()), code(units, Comparator.reverseOrder()))
        : units.stream().map(Region::name).collect(Collectors.joining(", "));
  }

  private static @Nullable String code(List<Region> units, Comparator<String> order) {
    return units.stream().map(Region::code).min(order).map(Objects::requireNonNull).orElse(null);
  }
}
