package vn.phanluong.definition;

import java.util.regex.Pattern;

/** How a pseudonym is written: the key's id, a dot, 192 bits in URL-safe Base64. */
public final class Pseudonym {
  /** Holds the form also in the middle of a text. */
  public static final Pattern FORM = Pattern.compile("(k\\d+)\\.([A-Za-z0-9_-]{32})");

  private Pseudonym() {}
}
