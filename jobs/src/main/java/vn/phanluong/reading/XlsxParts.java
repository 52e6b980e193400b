package vn.phanluong.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of an xlsx: entries of a zip, of bounded size, checked to their last byte. */
final class XlsxParts implements AutoCloseable {
  private static final long MOST_BYTES = 4L << 30;

  /** Below this no ratio is suspicious; above, real sheets are some 10 to 50 times their zip. */
  private static final long HARMLESS_BYTES = 100L << 20;

  private static final long HIGHEST_RATIO = 200;
  private static final long MOST_SMALL_BYTES = 64L << 20;

  private final ZipFile zip;

  /** Names of parts know no case (ECMA-376 part 2, 6.2.2.3); some writers part by a backslash. */
  private final Map<String, ZipEntry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private XlsxParts(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens a zip.
   *
   * @throws UnreadableFile if its entries expand too far
   * @throws IOException if it is broken
   */
  static XlsxParts open(Path file) throws IOException {
    XlsxParts parts = new XlsxParts(new ZipFile(file.toFile()));
    try {
      long total = 0;
      for (var each = parts.zip.entries(); each.hasMoreElements(); ) {
        ZipEntry entry = each.nextElement();
        parts.entries.put(entry.getName().replace('\\', '/'), entry);
        total = Math.addExact(total, Math.max(entry.getSize(), 0));
      }
      checkSize(total, file.toFile().length());
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
    return parts;
  }

  private static void checkSize(long total, long packed) {
    if (total > MOST_BYTES) {
      throw WorkbookFault.tooMuch("giải nén ra hơn 4 GB", "it expands to more than 4 GB");
    }
    if (total > HARMLESS_BYTES && total / HIGHEST_RATIO > packed) {
      throw WorkbookFault.tooMuch("giải nén ra hơn 200 lần", "it expands more than 200-fold");
    }
  }

  long mostCharacters() {
    return Workbook.mostCharacters(Path.of(zip.getName()));
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** A part of any size, to be read as a stream; null if it is not there. */
  @Nullable InputStream stream(String name) throws IOException {
    ZipEntry entry = entries.get(name);
    return entry == null ? null : new Checked(zip.getInputStream(entry), entry);
  }

  /**
   * A part that is held in memory.
   *
   * @throws UnreadableFile if it is too large for that
   * @throws ZipException if it is not there
   */
  InputStream small(String name) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new ZipException("No part " + name);
    }
    if (entry.getSize() > MOST_SMALL_BYTES) {
      throw WorkbookFault.tooMuch(
          "phần %s hơn 64 MB".formatted(name), "part %s of more than 64 MB".formatted(name));
    }
    return new Checked(zip.getInputStream(entry), entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Holds a part to the size and the checksum the zip's directory states; the JDK does not. */
  private static final class Checked extends FilterInputStream {
    private final ZipEntry entry;
    private final CRC32 checksum = new CRC32();
    private long count;

    Checked(InputStream bytes, ZipEntry entry) {
      super(bytes);
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read > 0) {
        checksum.update(buffer, offset, read);
        count += read;
      }
      boolean isWrong =
          read < 0
              ? count != entry.getSize() || checksum.getValue() != entry.getCrc()
              : count > entry.getSize();
      if (isWrong) {
        throw new ZipException("Not as the zip's directory states: " + entry.getName());
      }
      return read;
    }
  }
}
