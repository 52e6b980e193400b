package vn.phanluong.synthetic.country;

import org.jspecify.annotations.Nullable;

/**
 * Where a school or a person is on a day, in the units of that day.
 *
 * @param origin number of the province of 2017 the spot lies in, 0 to 62: it never changes
 * @param districtKey null since districts ended
 * @param communeKey the smallest unit
 */
public record Place(
    int origin,
    String provinceKey,
    String province,
    @Nullable String districtKey,
    @Nullable String district,
    String communeKey,
    String commune) {}
