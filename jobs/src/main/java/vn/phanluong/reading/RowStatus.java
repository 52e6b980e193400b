package vn.phanluong.reading;

import java.util.Locale;

/** What became of a record; {@code rows read = accepted + rejected}, context is no row of data. */
public enum RowStatus {
  ACCEPTED,
  REJECTED,
  /** A title, a header, a total or a blank line. */
  CONTEXT;

  /** As {@code raw} stores it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
