package vn.phanluong.definition;

import java.time.LocalDate;
import java.time.ZoneId;

/** The country's time, in which a new day begins seven hours before it does in Greenwich. */
public final class CountryTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private CountryTime() {}

  public static LocalDate today() {
    return LocalDate.now(ZONE);
  }
}
