package vn.phanluong.region;

import java.util.List;

/** What a place's name stands for. */
public sealed interface PlaceResult {
  /**
   * One unit.
   *
   * @param guessed true if the name is not one of the unit's: a mark or the type of unit differs
   */
  record Found(Region unit, boolean guessed) implements PlaceResult {}

  /** Several units go by the name. */
  record Ambiguous(List<Region> candidates) implements PlaceResult {}

  /**
   * None does.
   *
   * @param nearest units of similar names, nearest first, three at most
   */
  record Unknown(List<Region> nearest) implements PlaceResult {}
}
