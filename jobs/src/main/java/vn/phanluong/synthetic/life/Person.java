package vn.phanluong.synthetic.life;

import java.time.LocalDate;

/**
 * Who somebody is, for life.
 *
 * @param number unique in the country, the same at every run of a seed
 * @param origin number of the province the person grows up in
 * @param ethnicity code of {@code ethnicity_group}
 * @param policyGroup code of {@code policy_group}
 * @param home number of the school by whose spot the person lives
 * @param ability standard normal: it drives marks, and with them the way taken
 * @param twinOf number of the twin whose birth date, family name and home are shared; else -1
 */
public record Person(
    long number,
    int origin,
    boolean isFemale,
    LocalDate birth,
    String ethnicity,
    String policyGroup,
    int home,
    double ability,
    long twinOf) {}
