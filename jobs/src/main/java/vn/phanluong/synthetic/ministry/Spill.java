package vn.phanluong.synthetic.ministry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.delivery.DeliveredRow;
import vn.phanluong.synthetic.report.Address;
import vn.phanluong.synthetic.report.Dataset;
import vn.phanluong.synthetic.report.Outbox;

/**
 * Rows between the lives they come from and the files they go to, on disk, since neither side can
 * be kept in memory. A file holds the rows of one dataset, year and lead province as blocks, each
 * of one province of origin; they are sorted by delivery, in the order of origins, whoever wrote
 * them first, when the first delivery of the file is read.
 */
final class Spill {
  private static final int BLOCK = 1 << 16;
  private static final int DECIMAL = 10;

  /** The rows that are made together. */
  record Group(Dataset dataset, int year, int lead) {}

  private record Block(int origin, int number, long at, int length) {}

  private record Part(long at, int length) {}

  private final Path folder;
  private final Years years;
  private final Map<Address, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Group, List<Block>> blocks = new ConcurrentHashMap<>();
  private final Map<Group, Map<Integer, List<Part>>> sorted = new ConcurrentHashMap<>();

  /** An empty one, for rows of the given years of reporting. */
  Spill(Path folder, Years years) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.years = years;
  }

  /** Where all rows come from that one thread makes of one province. Not for several threads. */
  Writer of(int origin) {
    return new Writer(origin);
  }

  /** Collects blocks of an origin. */
  final class Writer implements Outbox, AutoCloseable {
    private final int origin;
    private final Map<Group, ByteArrayOutputStream> open = new HashMap<>();
    private final Map<Group, Integer> written = new HashMap<>();
    private final StringBuilder line = new StringBuilder();

    private Writer(int origin) {
      this.origin = origin;
    }

    @Override
    public void put(Address address, long person, int record, List<String> values) {
      if (address.year() < years.from() || address.year() > years.to()) {
        return;
      }
      int number = numbers.computeIfAbsent(address, key -> next.getAndIncrement());
      line.setLength(0);
      line.append(number).append('\t').append(person).append('\t').append(record);
      for (String value : values) {
        line.append('\t').append(value);
      }
      line.append('\n');
      Group group = new Group(address.dataset(), address.year(), address.lead());
      ByteArrayOutputStream block =
          open.computeIfAbsent(group, key -> new ByteArrayOutputStream(BLOCK / 4));
      block.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
      if (block.size() >= BLOCK) {
        append(group, block);
      }
    }

    private void append(Group group, ByteArrayOutputStream block) {
      int number = written.merge(group, 1, Integer::sum);
      List<Block> known = blocks.computeIfAbsent(group, key -> new ArrayList<>());
      synchronized (known) {
        known.add(new Block(origin, number, appended(file(group), block), block.size()));
      }
      block.reset();
    }

    @Override
    public void close() {
      open.forEach(
          (group, block) -> {
            if (block.size() > 0) {
              append(group, block);
            }
          });
    }
  }

  private Path file(Group group) {
    return folder.resolve(
        "%s_%d_%d".formatted(group.dataset().contract(), group.year(), group.lead()));
  }

  /** All deliveries there are rows for. */
  List<Address> addresses() {
    return List.copyOf(numbers.keySet());
  }

  /** The rows of a delivery in their order. Not for several threads that read one group. */
  Iterator<DeliveredRow> rows(Address address) {
    Group group = new Group(address.dataset(), address.year(), address.lead());
    Map<Integer, List<Part>> parts = sorted.computeIfAbsent(group, this::sort);
    List<Part> own = parts.getOrDefault(numbers.get(address), List.of());
    return new Rows(sortedFile(group), own.iterator());
  }

  private Path sortedFile(Group group) {
    return folder.resolve(file(group).getFileName() + ".sorted");
  }

  /** Writes the rows of a group anew, each part those of one delivery. */
  private Map<Integer, List<Part>> sort(Group group) {
    List<Block> inOrder = new ArrayList<>(blocks.getOrDefault(group, List.of()));
    inOrder.sort(Comparator.comparing(Block::origin).thenComparing(Block::number));
    Map<Integer, List<Part>> parts = new TreeMap<>();
    Map<Integer, ByteArrayOutputStream> open = new TreeMap<>();
    for (Block block : inOrder) {
      byte[] lines = read(file(group), block.at(), block.length());
      int from = 0;
      while (from < lines.length) {
        int number = 0;
        int to = from;
        for (; lines[to] != '\t'; to++) {
          number = number * DECIMAL + lines[to] - '0';
        }
        while (lines[to] != '\n') {
          to++;
        }
        ByteArrayOutputStream part =
            open.computeIfAbsent(number, key -> new ByteArrayOutputStream());
        part.write(lines, from, to + 1 - from);
        if (part.size() >= BLOCK) {
          flush(group, number, part, parts);
        }
        from = to + 1;
      }
    }
    open.forEach((number, part) -> flush(group, number, part, parts));
    return parts;
  }

  private void flush(
      Group group, int number, ByteArrayOutputStream part, Map<Integer, List<Part>> parts) {
    if (part.size() > 0) {
      parts
          .computeIfAbsent(number, key -> new ArrayList<>())
          .add(new Part(appended(sortedFile(group), part), part.size()));
      part.reset();
    }
  }

  /** Forgets a group whose files are made. */
  void drop(Group group) throws IOException {
    blocks.remove(group);
    sorted.remove(group);
    Files.deleteIfExists(file(group));
    Files.deleteIfExists(sortedFile(group));
  }

  /** Where in the file the bytes stand. */
  private static long appended(Path path, ByteArrayOutputStream bytes) {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      long at = file.size();
      ByteBuffer left = ByteBuffer.wrap(bytes.toByteArray());
      while (left.hasRemaining()) {
        file.write(left);
      }
      return at;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path path, long at, int length) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate(length);
      while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {}
      return bytes.array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads part by part. */
  private static final class Rows implements Iterator<DeliveredRow> {
    private final Path file;
    private final Iterator<Part> left;
    private Iterator<String> lines = List.<String>of().iterator();

    Rows(Path file, Iterator<Part> left) {
      this.file = file;
      this.left = left;
    }

    private static DeliveredRow row(String line) {
      List<String> cells = new ArrayList<>(24);
      int from = 0;
      for (int to = line.indexOf('\t'); to >= 0; to = line.indexOf('\t', from)) {
        cells.add(line.substring(from, to));
        from = to + 1;
      }
      cells.add(line.substring(from));
      return new DeliveredRow(
          Long.parseLong(cells.get(1)),
          Integer.parseInt(cells.get(2)),
          cells.subList(3, cells.size()));
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext() || left.hasNext();
    }

    @Override
    public DeliveredRow next() {
      if (!lines.hasNext()) {
        Part part = left.next();
        String text = new String(read(file, part.at(), part.length()), StandardCharsets.UTF_8);
        lines = text.lines().iterator();
      }
      return row(lines.next());
    }
  }
}
