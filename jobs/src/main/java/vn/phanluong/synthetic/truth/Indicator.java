package vn.phanluong.synthetic.truth;

import static vn.phanluong.synthetic.truth.Fact.APPLIED;
import static vn.phanluong.synthetic.truth.Fact.BEGAN_THCS;
import static vn.phanluong.synthetic.truth.Fact.BEGAN_UPPER;
import static vn.phanluong.synthetic.truth.Fact.COMPLETED_CD;
import static vn.phanluong.synthetic.truth.Fact.COMPLETED_GDTX;
import static vn.phanluong.synthetic.truth.Fact.COMPLETED_SC;
import static vn.phanluong.synthetic.truth.Fact.COMPLETED_TC;
import static vn.phanluong.synthetic.truth.Fact.COMPLETED_THCS;
import static vn.phanluong.synthetic.truth.Fact.COMPLETED_THN;
import static vn.phanluong.synthetic.truth.Fact.COMPLETED_THPT;
import static vn.phanluong.synthetic.truth.Fact.DONE_ON_TIME;
import static vn.phanluong.synthetic.truth.Fact.DROPPED_OUT;
import static vn.phanluong.synthetic.truth.Fact.EMPLOYED;
import static vn.phanluong.synthetic.truth.Fact.ENROLLED_THCS;
import static vn.phanluong.synthetic.truth.Fact.ENROLLED_UPPER;
import static vn.phanluong.synthetic.truth.Fact.ENTERED_CD;
import static vn.phanluong.synthetic.truth.Fact.ENTERED_SC;
import static vn.phanluong.synthetic.truth.Fact.ENTERED_TC;
import static vn.phanluong.synthetic.truth.Fact.ENTERED_THN;
import static vn.phanluong.synthetic.truth.Fact.FOLLOWED_A_YEAR;
import static vn.phanluong.synthetic.truth.Fact.FOLLOWED_THCS;
import static vn.phanluong.synthetic.truth.Fact.FOLLOWED_THCS_YEAR;
import static vn.phanluong.synthetic.truth.Fact.FOLLOWED_THPT;
import static vn.phanluong.synthetic.truth.Fact.FOLLOWED_UPPER_YEAR;
import static vn.phanluong.synthetic.truth.Fact.GENERAL_GDTX;
import static vn.phanluong.synthetic.truth.Fact.GENERAL_THPT;
import static vn.phanluong.synthetic.truth.Fact.IN_GRADE_9_AT_END;
import static vn.phanluong.synthetic.truth.Fact.IS_DUAL;
import static vn.phanluong.synthetic.truth.Fact.LOST_IN_FIRST_YEAR;
import static vn.phanluong.synthetic.truth.Fact.MOVED_ON;
import static vn.phanluong.synthetic.truth.Fact.NOT_ADMITTED;
import static vn.phanluong.synthetic.truth.Fact.NOT_APPLIED;
import static vn.phanluong.synthetic.truth.Fact.NO_STUDY;
import static vn.phanluong.synthetic.truth.Fact.PASSED;
import static vn.phanluong.synthetic.truth.Fact.RECOGNISED_THCS;
import static vn.phanluong.synthetic.truth.Fact.REGISTERED;
import static vn.phanluong.synthetic.truth.Fact.REGISTERED_IN_GRADE_9;
import static vn.phanluong.synthetic.truth.Fact.REPEATS;
import static vn.phanluong.synthetic.truth.Fact.SAT_EXAM;
import static vn.phanluong.synthetic.truth.Fact.SUSTAINED;
import static vn.phanluong.synthetic.truth.Fact.TC_AFTER_THCS;
import static vn.phanluong.synthetic.truth.Fact.TIME_IS_UP;
import static vn.phanluong.synthetic.truth.Fact.UPPER_LEARNER;
import static vn.phanluong.synthetic.truth.Fact.VOCATIONAL_CD;
import static vn.phanluong.synthetic.truth.Fact.VOCATIONAL_LEARNER;
import static vn.phanluong.synthetic.truth.Fact.VOCATIONAL_SC;
import static vn.phanluong.synthetic.truth.Fact.VOCATIONAL_TC;
import static vn.phanluong.synthetic.truth.Fact.VOCATIONAL_THN;
import static vn.phanluong.synthetic.truth.Fact.WENT_UNKNOWN;
import static vn.phanluong.synthetic.truth.Fact.any;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An indicator of the catalogue as two questions about a person, of whom the second is asked only
 * of those whom the first lets in. Written from the catalogue's words, apart from the warehouse's
 * definitions.
 *
 * @param id of the catalogue; a part of a distribution, a level or a grade after a colon
 * @param of facts one of which puts a person into the denominator
 * @param counts facts one of which puts a person of the denominator into the numerator
 */
record Indicator(String id, long of, long counts) {
  private static final long TRAINING =
      any(VOCATIONAL_SC, VOCATIONAL_THN, VOCATIONAL_TC, VOCATIONAL_CD);

  static final List<Indicator> ALL = all();

  boolean isAsked(long facts) {
    return (facts & of) != 0;
  }

  boolean isCounted(long facts) {
    return (facts & counts) != 0;
  }

  /** Places from 1 in the list of those that ask for a set of facts; below 0 where not counted. */
  static int[] asked(long facts) {
    return IntStream.range(0, ALL.size())
        .filter(i -> ALL.get(i).isAsked(facts))
        .map(i -> ALL.get(i).isCounted(facts) ? i + 1 : -i - 1)
        .toArray();
  }

  private static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>();
    all.addAll(streaming());
    all.addAll(distributions());
    all.addAll(admission());
    all.addAll(schooling());
    all.addAll(training());
    return List.copyOf(all);
  }

  private static Indicator rate(String id, long of, long counts) {
    return new Indicator(id, of, counts);
  }

  private static List<Indicator> streaming() {
    long thcs = COMPLETED_THCS.bit();
    long thpt = COMPLETED_THPT.bit();
    return List.of(
        rate("PL-THCS-SCTC", thcs, any(VOCATIONAL_SC, VOCATIONAL_TC)),
        rate("PL-THPT-CD", thpt, VOCATIONAL_CD.bit()),
        rate("PL-THPT-TCCD", thpt, any(VOCATIONAL_TC, VOCATIONAL_CD)),
        rate("PL-GDTX-CD", COMPLETED_GDTX.bit(), VOCATIONAL_CD.bit()),
        rate("PL-1506", thcs | thpt, TRAINING),
        rate("PL-KB:THCS", thcs, WENT_UNKNOWN.bit()),
        rate("PL-KB:THPT", thpt, WENT_UNKNOWN.bit()),
        rate("BH-SAU", thcs, NO_STUDY.bit()),
        rate("CC-95", thcs, any(GENERAL_THPT, GENERAL_GDTX) | TRAINING),
        rate("NN-DT:THCS", FOLLOWED_THCS.bit(), SUSTAINED.bit()),
        rate("NN-DT:THPT", FOLLOWED_THPT.bit(), SUSTAINED.bit()));
  }

  private static List<Indicator> distributions() {
    List<Indicator> parts = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      if (fact.name().startsWith("WENT_")) {
        String way = fact.name().substring("WENT_".length());
        parts.add(rate("PL-THCS-PB:" + way, COMPLETED_THCS.bit(), fact.bit()));
        parts.add(rate("PL-THPT-PB:" + way, COMPLETED_THPT.bit(), fact.bit()));
        parts.add(rate("PL-GDTX-PB:" + way, COMPLETED_GDTX.bit(), fact.bit()));
      }
    }
    return parts;
  }

  private static List<Indicator> admission() {
    return List.of(
        rate("TS-KDT", COMPLETED_THCS.bit(), NOT_APPLIED.bit()),
        rate("TS-KTT", APPLIED.bit(), NOT_ADMITTED.bit()),
        rate("TS-KTT-NGHE", any(NOT_APPLIED, NOT_ADMITTED), TRAINING),
        rate("DK-NGHE", IN_GRADE_9_AT_END.bit(), REGISTERED_IN_GRADE_9.bit()),
        rate("DK-THUC", REGISTERED.bit(), TRAINING));
  }

  private static List<Indicator> schooling() {
    return List.of(
        rate("TN-THCS", IN_GRADE_9_AT_END.bit(), RECOGNISED_THCS.bit()),
        rate("TN-THPT", SAT_EXAM.bit(), PASSED.bit()),
        rate("HT-TC:THCS", BEGAN_THCS.bit(), DONE_ON_TIME.bit()),
        rate("HT-TC:THPT", BEGAN_UPPER.bit(), DONE_ON_TIME.bit()),
        rate("BH-L:THCS", FOLLOWED_THCS_YEAR.bit(), DROPPED_OUT.bit()),
        rate("BH-L:THPT", FOLLOWED_UPPER_YEAR.bit(), DROPPED_OUT.bit()),
        rate("LB-L:THCS", ENROLLED_THCS.bit(), REPEATS.bit()),
        rate("LB-L:THPT", ENROLLED_UPPER.bit(), REPEATS.bit()),
        rate("QT-NGHE", UPPER_LEARNER.bit(), VOCATIONAL_LEARNER.bit()));
  }

  private static List<Indicator> training() {
    return List.of(
        rate("NN-TS:SC", ENTERED_SC.bit(), ENTERED_SC.bit()),
        rate("NN-TS:THN", ENTERED_THN.bit(), ENTERED_THN.bit()),
        rate("NN-TS:TC", ENTERED_TC.bit(), ENTERED_TC.bit()),
        rate("NN-TS:CD", ENTERED_CD.bit(), ENTERED_CD.bit()),
        rate("NN-VHN", TC_AFTER_THCS.bit(), IS_DUAL.bit()),
        rate("NN-LT:SC", COMPLETED_SC.bit(), MOVED_ON.bit()),
        rate("NN-LT:THN", COMPLETED_THN.bit(), MOVED_ON.bit()),
        rate("NN-LT:TC", COMPLETED_TC.bit(), MOVED_ON.bit()),
        rate("NN-BO1", FOLLOWED_A_YEAR.bit(), LOST_IN_FIRST_YEAR.bit()),
        rate("NN-HT", TIME_IS_UP.bit(), DONE_ON_TIME.bit()),
        rate(
            "NN-VL", any(COMPLETED_SC, COMPLETED_THN, COMPLETED_TC, COMPLETED_CD), EMPLOYED.bit()));
  }
}
