package vn.phanluong.reading;

import java.io.Serializable;

/**
 * What a delivery is about: who answers for it and which year.
 *
 * @param period a year; 0 where the dataset has no period, or a file spans several
 */
public record Scope(
    String reporterCode, short period, KnownBy reporterKnownBy, KnownBy periodKnownBy)
    implements Serializable {

  /** The reporter of a national compilation. */
  public static final String NATION = "VN";

  /** How a part of the scope was known. */
  public enum KnownBy {
    DECLARED,
    CONTENT,
    FILE_NAME,
    FOLDER_NAME
  }

  /** The scope of rows already in raw. */
  public static Scope of(String reporterCode, short period) {
    return new Scope(reporterCode, period, KnownBy.DECLARED, KnownBy.DECLARED);
  }

  /** For reading a file of which nothing is known yet. */
  static Scope unknown() {
    return new Scope(NATION, (short) 0, KnownBy.CONTENT, KnownBy.CONTENT);
  }
}
