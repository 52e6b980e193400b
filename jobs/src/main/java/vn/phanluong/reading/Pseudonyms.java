package vn.phanluong.reading;

/** Gives an identity the name under which the warehouse knows it. */
@FunctionalInterface
public interface Pseudonyms {
  /**
   * A token that tells nothing, the same for the same field and value.
   *
   * @param field name of the identity's field; the same text is two identities in two kinds of them
   */
  String of(String field, String value);
}
