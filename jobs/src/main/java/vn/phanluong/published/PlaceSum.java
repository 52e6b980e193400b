package vn.phanluong.published;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A place as the sum of others.
 *
 * @param shares of each place that lies in it, what part of it does
 */
record PlaceSum(int cohort, String total, Map<String, BigDecimal> shares) implements Serializable {}
