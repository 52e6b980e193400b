package vn.phanluong.linking;

import java.util.Objects;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/**
 * Compares two identities: one character a comparison, its level from 0 or a hyphen for unknown.
 */
record Agreement(double similarLeast) {
  static final char UNKNOWN = '-';

  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  /** The levels of all comparisons, in their order. */
  String pattern(Identity destination, Identity graduate) {
    StringBuilder pattern = new StringBuilder(Comparison.ALL.size());
    for (Comparison each : Comparison.ALL) {
      String level = level(each, destination, graduate);
      pattern.append(level == null ? UNKNOWN : (char) ('0' + each.level(level)));
    }
    return pattern.toString();
  }

  private @Nullable String level(Comparison which, Identity destination, Identity graduate) {
    return switch (which) {
      case NAME -> name(destination, graduate);
      case BIRTH ->
          destination.birth() == null || graduate.birth() == null
              ? null
              : destination.birth().against(graduate.birth());
      case SEX -> same(destination.sex(), graduate.sex());
      case HOME ->
          destination.home() == null || graduate.home() == null
              ? null
              : destination.home().against(graduate.home());
      case COMPLETION -> same(destination.completion(), graduate.completion());
      case SCHOOL -> same(destination.school(), graduate.school());
      case CODE -> code(destination, graduate);
    };
  }

  /** Similar is a slip in family or middle name: another given name is a sibling, or a twin. */
  private @Nullable String name(Identity one, Identity other) {
    if (one.name().isEmpty() || other.name().isEmpty()) {
      return null;
    }
    if (Spelling.loose(one.name()).equals(Spelling.loose(other.name()))) {
      return "exact";
    }
    String bare = one.bareName();
    String otherBare = other.bareName();
    if (bare.equals(otherBare)) {
      return "bare";
    }
    boolean isSimilar =
        one.givenName().equals(other.givenName())
            && SIMILARITY.apply(bare, otherBare) >= similarLeast;
    return isSimilar ? "similar" : "different";
  }

  private static @Nullable String same(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return null;
    }
    return one.equals(other) ? "same" : "different";
  }

  private static String code(Identity one, Identity other) {
    if (differ(one.identityKey(), other.identityKey())) {
      return "number";
    }
    return differ(one.learnerKey(), other.learnerKey()) ? "learner" : "none";
  }

  private static boolean differ(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !Objects.equals(one, other);
  }
}
