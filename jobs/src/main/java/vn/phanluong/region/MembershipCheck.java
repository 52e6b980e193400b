package vn.phanluong.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;

/** While it stands, each province is a member of one socio-economic region, and of one alone. */
final class MembershipCheck {
  private final RegionHistory history;
  private final List<Flaw> flaws = new ArrayList<>();

  private MembershipCheck(RegionHistory history) {
    this.history = history;
  }

  /** All flaws; none of a history that knows no such regions. */
  static List<Flaw> of(RegionHistory history) {
    MembershipCheck check = new MembershipCheck(history);
    history.memberships().forEach(check::ofUnits);
    if (history.memberships().findAny().isPresent()) {
      history.regions().filter(unit -> unit.level().equals(Places.PROVINCE)).forEach(check::always);
    }
    return check.flaws;
  }

  private void ofUnits(Membership each) {
    LocalDate day = each.validFrom();
    if (!isOf(each.province(), Places.PROVINCE, day)) {
      flaw(each, "không có tỉnh %s vào ngày %s", "no province %s stands on %s", each.province());
    }
    if (!isOf(each.socioEconomicRegion(), Places.SOCIO_ECONOMIC_REGION, day)) {
      flaw(
          each,
          "không có vùng %s vào ngày %s",
          "no socio-economic region %s stands on %s",
          each.socioEconomicRegion());
    }
  }

  private boolean isOf(String key, String level, LocalDate day) {
    Region unit = history.find(key);
    return unit != null && unit.level().equals(level) && unit.isValidOn(day);
  }

  private void flaw(Membership each, String vi, String en, String key) {
    flaws.add(
        new Flaw(
            "%s ∈ %s".formatted(each.province(), each.socioEconomicRegion()),
            vi.formatted(key, each.validFrom()),
            en.formatted(key, each.validFrom())));
  }

  /** On the first day of each turn of the country that the province lived through. */
  private void always(Region province) {
    List<Membership> own =
        history
            .memberships()
            .filter(each -> each.province().equals(province.regionKey()))
            .sorted(Comparator.comparing(Membership::validFrom))
            .toList();
    NavigableSet<LocalDate> days = history.changes().tailSet(province.validFrom(), true);
    for (LocalDate day : days) {
      long held = own.stream().filter(each -> each.holdsOn(day)).count();
      if (province.isValidOn(day) && held != 1) {
        flaws.add(
            new Flaw(
                province.regionKey(),
                "ngày %s thuộc %d vùng kinh tế - xã hội, phải là 1".formatted(day, held),
                "on %s it is in %d socio-economic regions, not in 1".formatted(day, held)));
        return;
      }
    }
  }
}
