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
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.delivery.DeliveredRow;
import vn.phanluong.synthetic.report.Address;
import vn.phanluong.synthetic.report.Dataset;
import vn.phanluong.synthetic.report.Outbox;

/**
 * Rows between the lives they come from and the files they go to, on disk, since neither side can
 * be kept in memory. A file holds the rows of one dataset, year and lead province as blocks, each
 * of one province of origin; blocks are read in the order of origins, whoever wrote them first.
 */
final class Spill {
  private static final int BLOCK = 1 << 16;

  /** The rows that are made together. */
  record Group(Dataset dataset, int year, int lead) {}

  private record Block(int origin, int number, long at, int length) {}

  private final Path folder;
  private final Years years;
  private final Map<Address, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Group, List<Block>> blocks = new ConcurrentHashMap<>();

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
        try (FileChannel file =
            FileChannel.open(file(group), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
          long at = file.size();
          ByteBuffer bytes = ByteBuffer.wrap(block.toByteArray());
          while (bytes.hasRemaining()) {
            file.write(bytes);
          }
          known.add(new Block(origin, number, at, block.size()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
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

  /** The rows of a delivery in their order. */
  Iterator<DeliveredRow> rows(Address address) {
    Group group = new Group(address.dataset(), address.year(), address.lead());
    List<Block> sorted = new ArrayList<>(blocks.getOrDefault(group, List.of()));
    sorted.sort(Comparator.comparing(Block::origin).thenComparing(Block::number));
    String mark = numbers.get(address) + "\t";
    return new Rows(file(group), sorted.iterator(), mark);
  }

  /** Forgets a group whose files are made. */
  void drop(Group group) throws IOException {
    blocks.remove(group);
    Files.deleteIfExists(file(group));
  }

  /** Reads block by block, and of a block the lines of one delivery. */
  private static final class Rows implements Iterator<DeliveredRow> {
    private final Path file;
    private final Iterator<Block> left;
    private final String mark;
    private Iterator<String> lines = List.<String>of().iterator();
    private @Nullable DeliveredRow ahead;

    Rows(Path file, Iterator<Block> left, String mark) {
      this.file = file;
      this.left = left;
      this.mark = mark;
      advance();
    }

    private void advance() {
      ahead = null;
      while (ahead == null) {
        while (ahead == null && lines.hasNext()) {
          String line = lines.next();
          ahead = line.startsWith(mark) ? row(line) : null;
        }
        if (ahead == null) {
          if (!left.hasNext()) {
            return;
          }
          lines = text(left.next()).lines().iterator();
        }
      }
    }

    private String text(Block block) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        ByteBuffer bytes = ByteBuffer.allocate(block.length());
        while (bytes.hasRemaining() && channel.read(bytes, block.at() + bytes.position()) >= 0) {}
        return new String(bytes.array(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
      return ahead != null;
    }

    @Override
    public DeliveredRow next() {
      DeliveredRow row = ahead;
      if (row == null) {
        throw new NoSuchElementException();
      }
      advance();
      return row;
    }
  }
}
