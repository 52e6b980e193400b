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
import vn.phanluong.synthetic.report.Shown;

/**
 * The rows that no accepted file holds: few, since most files are sent again and most rows put
 * right. Kept as {@code truth/lost.csv}, so that years added later know those of earlier ones.
 */
final class LostRows implements Shown.Lost {
  private static final String HEADER = "dataset,person,record\n";

  /**
   * Of one dataset by number of the person and of the record below 4096, or of the record alone.
   */
  private final Map<Dataset, Set<Long>> rows = new EnumMap<>(Dataset.class);

  LostRows() {
    for (Dataset dataset : Dataset.values()) {
      rows.put(dataset, ConcurrentHashMap.newKeySet());
    }
  }

  void add(Dataset dataset, long person, int record) {
    of(dataset).add(key(person, record));
  }

  @Override
  public boolean contains(Dataset dataset, long person, int record) {
    Set<Long> lost = of(dataset);
    return !lost.isEmpty() && lost.contains(key(person, record));
  }

  private Set<Long> of(Dataset dataset) {
    return Objects.requireNonNull(rows.get(dataset));
  }

  private static long key(long person, int record) {
    return person < 0 ? -record - 1L : person << 12 | record;
  }

  void read(Path file) throws IOException {
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      String[] cells = line.split(",", -1);
      if (!cells[0].equals("dataset")) {
        Dataset dataset = Dataset.valueOf(cells[0].toUpperCase(Locale.ROOT));
        add(dataset, Long.parseLong(cells[1]), Integer.parseInt(cells[2]));
      }
    }
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (Dataset dataset : Dataset.values()) {
      for (long key : new TreeSet<>(of(dataset))) {
        long person = key < 0 ? -1 : key >> 12;
        long record = key < 0 ? -key - 1 : key & 0xFFF;
        text.append(dataset.contract()).append(',').append(person).append(',').append(record);
        text.append('\n');
      }
    }
    Files.writeString(file, text);
  }
}
