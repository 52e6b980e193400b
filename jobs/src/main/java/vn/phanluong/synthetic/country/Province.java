package vn.phanluong.synthetic.country;

/**
 * A province of 2017.
 *
 * @param origin its number, 0 to 62, by code
 * @param key of the region reference on 1 January 2017
 * @param weight share of the nation's lower secondary pupils
 * @param minority share of its pupils of ethnic minorities
 * @param difficulty 0 for the easiest conditions of life to 1 for the hardest
 */
public record Province(
    int origin,
    String key,
    String code,
    String name,
    double weight,
    double minority,
    double difficulty) {}
