package vn.phanluong.synthetic.delivery;

import java.util.Locale;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.text.Spelling;

/** Numbers and file names out of texts, the same on every machine. */
final class Keys {
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Keys() {}

  /** FNV-1a of 64 bits: a number for {@link Draws}, which takes no texts. */
  static long of(String text) {
    long key = SEED;
    for (int i = 0; i < text.length(); i++) {
      key = (key ^ text.charAt(i)) * PRIME;
    }
    return key;
  }

  /** Dataset, period, part, round, coverage and reporter: a delivery has one of its own. */
  static long of(Delivery delivery) {
    return of(
        String.join(
            "|",
            delivery.dataset(),
            Integer.toString(delivery.period()),
            delivery.subperiod(),
            Integer.toString(delivery.round()),
            delivery.coverage().name(),
            delivery.reporterKey(),
            delivery.reporter()));
  }

  /** The office that reports, whatever of and when. */
  static long ofReporter(Delivery delivery) {
    return of(delivery.reporterKey() + "|" + delivery.reporter());
  }

  /** A text as part of a file name: «Sở Giáo dục tỉnh Long An» as «so_giao_duc_tinh_long_an». */
  static String slug(String text) {
    String slug = Spelling.strip(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return slug.replaceAll("^_|_$", "");
  }
}
