package vn.phanluong.published;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A small country of districts whose pupils went to four classes. Every figure is known as a sum of
 * atoms, the persons of one district, class and sex; that is all that the independent check uses.
 */
final class RandomCountry {
  private static final List<String> CLASSES = List.of("A", "B", "C", "UNKNOWN");
  private static final List<String> SEXES = List.of("female", "male");
  private static final BigDecimal TEN = BigDecimal.TEN;

  /** What a cell would tell: coefficients over atoms of its numerator, and of its unknown. */
  static final class Told {
    private final BigFraction[] numerator;
    private final BigFraction[] unknown;

    Told(BigFraction[] numerator, BigFraction[] unknown) {
      this.numerator = numerator;
      this.unknown = unknown;
    }

    BigFraction[] numerator() {
      return numerator;
    }

    BigFraction[] unknown() {
      return unknown;
    }
  }

  final Map<Cell, Told> cells = new LinkedHashMap<>();
  final List<PlaceSum> sums = new ArrayList<>();

  /** Who completed: always told. */
  final List<BigFraction[]> wholes = new ArrayList<>();

  private final int[] atoms;
  private final int districts;
  private final Map<String, BigFraction[]> places = new TreeMap<>();

  RandomCountry(long seed) {
    Random random = new Random(seed);
    int provinces = 2 + random.nextInt(4);
    List<Integer> provinceOf = new ArrayList<>();
    for (int province = 0; province < provinces; province++) {
      int parts = 1 + random.nextInt(3);
      for (int part = 0; part < parts; part++) {
        provinceOf.add(province);
      }
    }
    districts = provinceOf.size();
    atoms = new int[districts * CLASSES.size() * SEXES.size()];
    for (int i = 0; i < atoms.length; i++) {
      atoms[i] = random.nextInt(4) == 0 ? random.nextInt(6) : 5 + random.nextInt(40);
    }
    int[] merged = random.ints(provinces, 0, 2).toArray();
    int[] regions = random.ints(provinces, 0, 2).toArray();
    for (String boundary : List.of("as_was", "today")) {
      place(boundary + " nation", any -> true);
    }
    for (int i = 0; i < districts; i++) {
      int own = i;
      place("as_was district" + i, it -> it == own);
    }
    for (int i = 0; i < provinces; i++) {
      int own = i;
      place("as_was province" + i, it -> provinceOf.get(it) == own);
    }
    for (int i = 0; i < 2; i++) {
      int own = i;
      place("as_was region" + i, it -> regions[provinceOf.get(it)] == own);
      place("today province" + i, it -> merged[provinceOf.get(it)] == own);
    }
    shared(random.nextInt(districts));
    sums(provinceOf, merged, regions);
    places.forEach(this::cells);
  }

  /** A commune of today that has three tenths of a district. */
  private void shared(int district) {
    BigFraction[] weights = weights(it -> it == district);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weights[i].multiply(new BigFraction(3, 10));
    }
    places.put("today commune", weights);
    sums.add(
        new PlaceSum(
            2023, "today commune", Map.of("as_was district" + district, new BigDecimal("0.3"))));
  }

  private void sums(List<Integer> provinceOf, int[] merged, int[] regions) {
    Map<String, Map<String, BigDecimal>> parts = new TreeMap<>();
    for (int i = 0; i < districts; i++) {
      add(parts, "as_was province" + provinceOf.get(i), "as_was district" + i);
    }
    for (int i = 0; i < merged.length; i++) {
      add(parts, "as_was region" + regions[i], "as_was province" + i);
      add(parts, "today province" + merged[i], "as_was province" + i);
      add(parts, "as_was nation", "as_was province" + i);
      add(parts, "today nation", "as_was province" + i);
    }
    parts.forEach((total, terms) -> sums.add(new PlaceSum(2023, total, terms)));
  }

  private static void add(Map<String, Map<String, BigDecimal>> parts, String total, String term) {
    parts.computeIfAbsent(total, it -> new TreeMap<>()).put(term, BigDecimal.ONE);
  }

  private void place(String name, IntPredicate holds) {
    BigFraction[] weights = weights(holds);
    for (BigFraction weight : weights) {
      if (!weight.equals(BigFraction.ZERO)) {
        places.put(name, weights);
      }
    }
  }

  private BigFraction[] weights(IntPredicate holds) {
    BigFraction[] weights = new BigFraction[districts];
    for (int i = 0; i < districts; i++) {
      weights[i] = holds.test(i) ? BigFraction.ONE : BigFraction.ZERO;
    }
    return weights;
  }

  /** Classes, and a rate of two of them, for everybody and by sex. */
  private void cells(String place, BigFraction[] weights) {
    for (int sex = -1; sex < SEXES.size(); sex++) {
      BigFraction[] whole = atoms(weights, sex, 0, 1, 2, 3);
      wholes.add(whole);
      String group = sex < 0 ? "" : "sex " + SEXES.get(sex);
      for (int kind = 0; kind < CLASSES.size(); kind++) {
        BigFraction[] counted = atoms(weights, sex, kind);
        Told told = new Told(counted, counted);
        cells.put(cell("PB:" + CLASSES.get(kind), place + "|" + group, told, whole), told);
      }
      Told told = new Told(atoms(weights, sex, 0, 1), atoms(weights, sex, 3));
      cells.put(cell("RATE:", place + "|" + group, told, whole), told);
    }
  }

  private Cell cell(String series, String whom, Told told, BigFraction[] whole) {
    String place = whom.substring(0, whom.indexOf('|'));
    String group = whom.substring(whom.indexOf('|') + 1);
    BigDecimal n = value(told.numerator());
    BigDecimal d = value(whole);
    BigDecimal u = series.equals("RATE:") ? value(told.unknown()) : null;
    boolean isSmall =
        d.compareTo(TEN) < 0
            || isSmall(n)
            || isSmall(d.subtract(n))
            || (u != null && (isSmall(u) || isSmall(d.subtract(n).subtract(u))));
    return new Cell(
        series.substring(0, series.indexOf(':')),
        series.substring(series.indexOf(':') + 1),
        place,
        group.isEmpty() ? "" : "sex",
        group,
        n,
        d,
        u,
        isSmall && !place.endsWith("commune"));
  }

  private static boolean isSmall(BigDecimal persons) {
    return persons.compareTo(BigDecimal.ONE) >= 0 && persons.compareTo(new BigDecimal(4)) <= 0;
  }

  private BigFraction[] atoms(BigFraction[] weights, int sex, int... kinds) {
    BigFraction[] row = new BigFraction[atoms.length];
    Arrays.fill(row, BigFraction.ZERO);
    for (int district = 0; district < districts; district++) {
      for (int kind : kinds) {
        for (int each = 0; each < SEXES.size(); each++) {
          if (sex < 0 || sex == each) {
            row[(district * CLASSES.size() + kind) * SEXES.size() + each] = weights[district];
          }
        }
      }
    }
    return row;
  }

  private BigDecimal value(BigFraction[] row) {
    BigFraction sum = BigFraction.ZERO;
    for (int i = 0; i < row.length; i++) {
      sum = sum.add(row[i].multiply(BigInteger.valueOf(atoms[i])));
    }
    return new BigDecimal(sum.getNumerator())
        .divide(new BigDecimal(sum.getDenominator()), 12, RoundingMode.HALF_UP);
  }
}
