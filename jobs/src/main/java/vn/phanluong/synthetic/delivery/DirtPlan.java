package vn.phanluong.synthetic.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/**
 * Which delivery of a year carries which dirt. Rows are struck by rate; beside that each kind is
 * given to the deliveries of smallest draw among those of the year that may carry it, so that a
 * year knows every kind and nothing of other years.
 */
public final class DirtPlan {
  /** More than one, since a report may turn out to have no row to show it. */
  private static final int SURE_FILES = 2;

  private final Map<Long, List<DirtKind>> ofFile = new HashMap<>();
  private final Map<Long, List<DirtKind>> sure = new HashMap<>();
  private final boolean isClean;
  private final boolean isSilentMade;

  private DirtPlan(boolean isClean, boolean isSilentMade) {
    this.isClean = isClean;
    this.isSilentMade = isSilentMade;
  }

  /** No dirt at all but what the form of a file brings along. */
  public static DirtPlan clean() {
    return new DirtPlan(true, false);
  }

  /**
   * Draws the plan of one year of reporting.
   *
   * @param deliveries all of the period year; their order does not matter
   */
  public static DirtPlan of(
      Draws draws, Parameters parameters, int year, List<Delivery> deliveries) {
    DirtPlan plan = new DirtPlan(false, parameters.of("delivery_dirt_silent") > 0);
    int tries = (int) parameters.of("delivery_dirt_sure_tries");
    Set<Long> refused = new HashSet<>();
    for (DirtKind kind : DirtKind.all()) {
      if (kind.strength() == DirtKind.Strength.SILENT && !plan.isSilentMade) {
        continue;
      }
      List<Delivery> able =
          deliveries.stream()
              .filter(delivery -> kind.isOf(delivery.dataset()))
              .filter(delivery -> Refused.isOpenTo(kind, delivery))
              .sorted(Comparator.comparingDouble(each -> draw(draws, kind, year, each)))
              .toList();
      if (kind.isOfFile()) {
        plan.files(draws, kind, able, refused);
      } else {
        able.stream()
            .filter(delivery -> !refused.contains(Keys.of(delivery)))
            .limit(tries)
            .forEach(delivery -> add(plan.sure, delivery, kind));
      }
    }
    return plan;
  }

  private static double draw(Draws draws, DirtKind kind, int year, Delivery delivery) {
    return draws.share("dirt/sure", Keys.of(kind.name()), year, Keys.of(delivery));
  }

  /** A file is refused for one reason; those of smallest draw for sure, others by rate. */
  private void files(Draws draws, DirtKind kind, List<Delivery> able, Set<Long> refused) {
    boolean isRefusal = kind.strength() == DirtKind.Strength.REJECT_FILE;
    int left = kind.rate() == 0 ? 0 : SURE_FILES;
    for (Delivery delivery : able) {
      long key = Keys.of(delivery);
      boolean isStruck = draws.share("dirt/file", Keys.of(kind.name()), key) < kind.rate();
      if ((isStruck || left > 0) && (!isRefusal || refused.add(key))) {
        add(ofFile, delivery, kind);
        left--;
      }
    }
  }

  private static void add(Map<Long, List<DirtKind>> to, Delivery delivery, DirtKind kind) {
    to.computeIfAbsent(Keys.of(delivery), key -> new ArrayList<>()).add(kind);
  }

  /** Whether rows may be struck by what no reader can see. */
  boolean isSilentMade() {
    return isSilentMade;
  }

  boolean isClean() {
    return isClean;
  }

  /** Kinds that must strike a row of a delivery. */
  List<DirtKind> sure(Delivery delivery) {
    return sure.getOrDefault(Keys.of(delivery), List.of());
  }

  /** Why a delivery's file is refused; null if it is not. */
  @Nullable DirtKind refusal(Delivery delivery) {
    return ofFile.getOrDefault(Keys.of(delivery), List.of()).stream()
        .filter(kind -> kind.strength() == DirtKind.Strength.REJECT_FILE)
        .findFirst()
        .orElse(null);
  }

  /** Dirt of a delivery's file that does not refuse it. */
  List<DirtKind> warnings(Delivery delivery) {
    return ofFile.getOrDefault(Keys.of(delivery), List.of()).stream()
        .filter(kind -> kind.strength() != DirtKind.Strength.REJECT_FILE)
        .toList();
  }
}
