package vn.phanluong.synthetic.ministry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import vn.phanluong.synthetic.report.Dataset;
import vn.phanluong.synthetic.report.Listed;
import vn.phanluong.synthetic.report.Shown;

/**
 * The rows that no accepted file holds: few, since most files are sent again and most rows put
 * right. Kept as {@code truth/lost.csv}, so that years added later know those of earlier ones.
 */
final class LostRows implements Shown.Lost, Listed.Lost {
  private static final String HEADER = "dataset,person,record,period\n";

  /** A record of a person is one of 4096. */
  private static final int RECORD_BITS = 12;

  /** The period of a record that a person has once. */
  private static final int NO_PERIOD = 0;

  /**
   * Of one dataset by number of the person and of the record, or below 0 by period and record of
   * what is told of a place again in each period.
   */
  private final Map<Dataset, Set<Long>> rows = new EnumMap<>(Dataset.class);

  LostRows() {
    for (Dataset dataset : Dataset.values()) {
      rows.put(dataset, ConcurrentHashMap.newKeySet());
    }
  }

  /**
   * A row that nobody could take.
   *
   * @param person below 0 in a row about a place
   * @param period the year it is about
   */
  void add(Dataset dataset, long person, int record, int period) {
    of(dataset).add(person < 0 ? keyOfPlace(period, record) : keyOfPerson(person, record));
  }

  @Override
  public boolean contains(Dataset dataset, long person, int record) {
    Set<Long> lost = of(dataset);
    return !lost.isEmpty() && lost.contains(keyOfPerson(person, record));
  }

  @Override
  public boolean lacks(Dataset dataset, int period, int row) {
    Set<Long> lost = of(dataset);
    return !lost.isEmpty() && lost.contains(keyOfPlace(period, row));
  }

  private Set<Long> of(Dataset dataset) {
    return Objects.requireNonNull(rows.get(dataset));
  }

  private static long keyOfPerson(long person, int record) {
    return person << RECORD_BITS | record;
  }

  private static long keyOfPlace(int period, int record) {
    return -((long) period << Integer.SIZE | record) - 1;
  }

  void read(Path file) throws IOException {
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      String[] cells = line.split(",", -1);
      if (!cells[0].equals("dataset")) {
        Dataset dataset = Dataset.valueOf(cells[0].toUpperCase(Locale.ROOT));
        int period = cells[3].isEmpty() ? NO_PERIOD : Integer.parseInt(cells[3]);
        add(dataset, Long.parseLong(cells[1]), Integer.parseInt(cells[2]), period);
      }
    }
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (Dataset dataset : Dataset.values()) {
      for (long key : new TreeSet<>(of(dataset))) {
        long place = -key - 1;
        long person = key < 0 ? -1 : key >> RECORD_BITS;
        int record = key < 0 ? (int) place : (int) (key & (1 << RECORD_BITS) - 1);
        String period = key < 0 ? Long.toString(place >> Integer.SIZE) : "";
        text.append(dataset.contract()).append(',').append(person).append(',').append(record);
        text.append(',').append(period).append('\n');
      }
    }
    Files.writeString(file, text);
  }
}
