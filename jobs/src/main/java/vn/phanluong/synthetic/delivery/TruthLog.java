package vn.phanluong.synthetic.delivery;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lines about files, written as files are made and put in the order of their paths at the end. Only
 * the place of each file's lines is in memory.
 */
final class TruthLog implements Closeable {
  private final Path file;
  private final Path aside;
  private final RandomAccessFile lines;
  private final Map<String, long[]> places = new TreeMap<>();
  private final String header;

  TruthLog(Path file, String header) throws IOException {
    this.file = file;
    this.header = header;
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("No folder of " + file);
    }
    Files.createDirectories(folder);
    aside = folder.resolve("." + file.getFileName() + ".part");
    Files.deleteIfExists(aside);
    lines = new RandomAccessFile(aside.toFile(), "rw");
  }

  /** The path, or if it is taken that of the first number behind it that is free. */
  synchronized String free(String path) {
    int end = path.indexOf('.');
    String free = path;
    for (int number = 2; places.containsKey(free); number++) {
      free = path.substring(0, end) + '_' + number + path.substring(end);
    }
    return free;
  }

  /**
   * Takes in all lines about a file.
   *
   * @throws IllegalStateException if there are lines about a file of that path
   */
  synchronized void add(String path, CharSequence text) throws IOException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    long at = lines.length();
    if (places.put(path, new long[] {at, bytes.length}) != null) {
      throw new IllegalStateException("Two files of one path: " + path);
    }
    lines.seek(at);
    lines.write(bytes);
  }

  /** Puts the lines in order. */
  @Override
  public synchronized void close() throws IOException {
    try (lines;
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(header.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
      for (long[] place : places.values()) {
        byte[] bytes = new byte[(int) place[1]];
        lines.seek(place[0]);
        lines.readFully(bytes);
        out.write(bytes);
      }
    }
    Files.delete(aside);
  }

  /** A line of a CSV. */
  static void line(StringBuilder to, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      String text = cells[i].toString();
      boolean isQuoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n');
      to.append(i == 0 ? "" : ",");
      to.append(isQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    to.append('\n');
  }
}
