package vn.phanluong.synthetic.ministry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.phanluong.synthetic.report.Dataset;
import vn.phanluong.synthetic.report.Shown;

/**
 * The rows that no accepted file holds: few, since most files are sent again and most rows put
 * right. Kept as {@code truth/lost.csv}, so that years added later know those of earlier ones.
 */
final class LostRows implements Shown.Lost {
  private static final String HEADER = "dataset,person,record";

  private final Set<String> rows = ConcurrentHashMap.newKeySet();

  void add(Dataset dataset, long person, int record) {
    rows.add(key(dataset, person, record));
  }

  /** The row stands after all, in a later file. */
  void remove(Dataset dataset, long person, int record) {
    rows.remove(key(dataset, person, record));
  }

  @Override
  public boolean contains(Dataset dataset, long person, int record) {
    return !rows.isEmpty() && rows.contains(key(dataset, person, record));
  }

  private static String key(Dataset dataset, long person, int record) {
    return dataset.contract() + "," + person + "," + record;
  }

  void read(Path file) throws IOException {
    if (Files.exists(file)) {
      Files.readAllLines(file).stream().skip(1).forEach(rows::add);
    }
  }

  void write(Path file) throws IOException {
    String lines =
        new TreeSet<>(rows).stream().map(row -> row + "\n").collect(Collectors.joining());
    Files.writeString(file, HEADER + "\n" + lines);
  }
}
