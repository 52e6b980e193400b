package vn.phanluong.synthetic.truth;

/**
 * What can be true of a person for an indicator; a set of them is a number, so sets can be counted.
 */
public enum Fact {
  COMPLETED_THCS,
  COMPLETED_THPT,
  COMPLETED_GDTX,
  VOCATIONAL_SC,
  VOCATIONAL_THN,
  VOCATIONAL_TC,
  VOCATIONAL_CD,
  GENERAL_THPT,
  GENERAL_GDTX,
  GENERAL_DH,
  WENT_SC,
  WENT_THN,
  WENT_TC,
  WENT_CD,
  WENT_THPT,
  WENT_GDTX,
  WENT_DUAL,
  WENT_DH,
  WENT_WORK,
  WENT_MILITARY,
  WENT_ABROAD,
  WENT_LEFT,
  WENT_UNKNOWN,
  NO_STUDY,
  APPLIED,
  NOT_APPLIED,
  ADMITTED,
  NOT_ADMITTED,
  REGISTERED,
  FOLLOWED_THCS,
  FOLLOWED_THPT,
  SUSTAINED,
  IN_GRADE_9_AT_END,
  RECOGNISED_THCS,
  SAT_EXAM,
  PASSED,
  BEGAN_THCS,
  BEGAN_UPPER,
  DONE_ON_TIME,
  ENROLLED_THCS,
  ENROLLED_UPPER,
  FOLLOWED_THCS_YEAR,
  FOLLOWED_UPPER_YEAR,
  DROPPED_OUT,
  REPEATS,
  REGISTERED_IN_GRADE_9,
  ENTERED_SC,
  ENTERED_THN,
  ENTERED_TC,
  ENTERED_CD,
  TC_AFTER_THCS,
  IS_DUAL,
  COMPLETED_SC,
  COMPLETED_THN,
  COMPLETED_TC,
  COMPLETED_CD,
  MOVED_ON,
  FOLLOWED_A_YEAR,
  LOST_IN_FIRST_YEAR,
  TIME_IS_UP,
  EMPLOYED,
  UPPER_LEARNER,
  VOCATIONAL_LEARNER;

  /** Sets of facts are bits while they are counted; no bit is ever stored. */
  @SuppressWarnings("EnumOrdinal")
  long bit() {
    return 1L << ordinal();
  }

  static long any(Fact... facts) {
    long bits = 0;
    for (Fact fact : facts) {
      bits |= fact.bit();
    }
    return bits;
  }
}
