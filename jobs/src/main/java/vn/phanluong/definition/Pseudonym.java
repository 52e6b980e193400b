package vn.phanluong.definition;

import java.util.regex.Pattern;

/** How a pseudonym is written: the key's id, a dot, 192 bits in URL-safe Base64. */
public final class Pseudonym {
  /** Holds the form also in the middle of a text. */
  public static final Pattern FORM = Pattern.compile("(k\\d+)\\.([A-Za-z0-9_-]{32})");

  private static final Pattern NATIONAL_NUMBER = Pattern.compile("\\d{12}");

  private Pseudonym() {}

  /**
   * The kind of an identity, within which equal values are one person. Since 2026 a learner's code
   * is the national number, which other registers have in a field of its own; it is one identity
   * wherever it stands (Nghị định 88/2026/NĐ-CP).
   *
   * @param field name of the identity's field
   */
  public static String kind(String field, String value) {
    return field.equals("learner_code") && NATIONAL_NUMBER.matcher(value).matches()
        ? "identity_number"
        : field;
  }
}
