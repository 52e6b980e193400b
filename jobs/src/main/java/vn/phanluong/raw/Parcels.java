package vn.phanluong.raw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Files of different sizes as parcels of work, of which none is much longer than it must be. */
final class Parcels {
  /** Bytes of several files in one parcel, at most. */
  private static final long MOST = 1 << 20;

  private Parcels() {}

  /**
   * All files by parcel, largest first, so that nobody is left alone with the longest at the end.
   *
   * @param shares into which the whole should be divided at least, if files are small enough
   */
  static <T> List<List<T>> of(List<T> files, ToLongFunction<T> size, int shares) {
    long most = Math.min(MOST, files.stream().mapToLong(size).sum() / shares);
    List<List<T>> parcels = new ArrayList<>();
    long bytes = Long.MAX_VALUE;
    for (T each : files.stream().sorted(Comparator.comparingLong(size).reversed()).toList()) {
      if (bytes > most - size.applyAsLong(each)) {
        parcels.add(new ArrayList<>());
        bytes = 0;
      }
      parcels.get(parcels.size() - 1).add(each);
      bytes += size.applyAsLong(each);
    }
    return parcels;
  }
}
