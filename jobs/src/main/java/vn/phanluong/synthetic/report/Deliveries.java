package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.country.InstitutionRows;
import vn.phanluong.synthetic.country.SchoolRows;
import vn.phanluong.synthetic.delivery.Delivery;

/** From an address to the delivery: the office that sends it, and when it was due and came. */
public final class Deliveries {
  private final RegionHistory history = RegionHistory.bundled();
  private final Draws draws;
  private final double late;

  public Deliveries(Draws draws, Parameters parameters) {
    this.draws = draws;
    late = parameters.of("late_deliveries");
  }

  /** The delivery of an address. */
  public Delivery of(Address address) {
    LocalDate due = due(address);
    return new Delivery(
        address.dataset().contract(),
        address.period(),
        address.reporterKey(),
        office(address, due),
        address.subperiod(),
        address.round(),
        address.coverage(),
        switch (address.dataset()) {
          case SCHOOL -> SchoolRows.FIELDS;
          case VOCATIONAL_INSTITUTION -> InstitutionRows.FIELDS;
          default -> address.dataset().fields();
        },
        due,
        due.plusDays(delay(address)));
  }

  /** Most come in time. All of one reporter and dataset keep their order. */
  private int delay(Address address) {
    long reporter = address.reporterKey().hashCode();
    long[] whom = {address.dataset().contract().hashCode(), address.year(), reporter};
    double drawn = draws.share("delay", whom);
    return draws.share("late", whom) < late ? 1 + (int) (drawn * 12) : -(int) (drawn * 12);
  }

  private static LocalDate due(Address address) {
    int year = address.year();
    String agency = address.agency();
    return switch (address.dataset()) {
      case SCHOOL -> LocalDate.of(year, address.subperiod().equals("S1") ? 10 : 6, 30);
      case VOCATIONAL_INSTITUTION -> LocalDate.of(year, 3, 31);
      case ENROLMENT -> LocalDate.of(year, agency.equals("end") ? 6 : 10, 30);
      case GRADUATE -> graduates(address);
      case GRADUATE_COUNT -> LocalDate.of(year, 10, 15);
      case DESTINATION_COUNT ->
          address.subperiod().equals("S1")
              ? LocalDate.of(year, 9, 15)
              : LocalDate.of(year + 1, 1, 31);
      case EXAM_RESULT -> LocalDate.of(year, 7, 20);
      case GRADE10_ADMISSION -> LocalDate.of(year, 8, 31);
      case VOCATIONAL_ENROLMENT ->
          switch (agency) {
            case "late" -> LocalDate.of(year + 1, 5, 31);
            case "other" -> LocalDate.of(year + 1, 3, 15);
            default ->
                address.subperiod().equals("S1")
                    ? LocalDate.of(year, 7, 31)
                    : LocalDate.of(year + 1, 1, 31);
          };
      case HIGHER_ENROLMENT -> LocalDate.of(year + 1, 1, 31);
    };
  }

  private static LocalDate graduates(Address address) {
    int year = address.year();
    if (address.round() == 2) {
      return LocalDate.of(year, 10, 15);
    }
    return switch (address.agency()) {
      case "late" -> LocalDate.of(year, 8, 20);
      case "THPT" -> LocalDate.of(year, 7, 25);
      case "remark" -> LocalDate.of(year, 9, 20);
      case "THPT late" -> LocalDate.of(year, 11, 20);
      default -> LocalDate.of(year, 6, 30);
    };
  }

  private String office(Address address, LocalDate due) {
    Region unit = Objects.requireNonNull(history.find(address.reporterKey()));
    String name = lowerFirst(unit.name());
    boolean byLabour =
        address.dataset().name().startsWith("VOCATIONAL")
            && !address.agency().equals("other")
            && due.isBefore(LocalDate.of(2025, 3, 1));
    return switch (unit.level()) {
      case "district" -> "Phòng Giáo dục và Đào tạo " + name;
      case "commune" -> "Ủy ban nhân dân " + name;
      default ->
          (byLabour ? "Sở Lao động - Thương binh và Xã hội " : "Sở Giáo dục và Đào tạo ") + name;
    };
  }

  private static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
