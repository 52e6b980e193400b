package vn.phanluong.reading;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The parts of an xlsx: entries of a zip, of bounded size, checked to their last byte. */
final class XlsxParts implements AutoCloseable {
  private static final long MOST_BYTES = 4L << 30;

  /** Below this no ratio is suspicious; above, real sheets are some 10 to 50 times their zip. */
  private static final long HARMLESS_BYTES = 100L << 20;

  private static final long HIGHEST_RATIO = 200;
  private static final long MOST_SMALL_BYTES = 64L << 20;

  /** Of a workbook in an archive the texts of all parts are held at once. */
  static final long MOST_HELD_BYTES = 256L << 20;

  /** Names of parts know no case (ECMA-376 part 2, 6.2.2.3); some writers part by a backslash. */
  private final Map<String, Part> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private final long packed;
  private final Closeable source;

  /**
   * A part.
   *
   * @param size in bytes, unpacked
   */
  private record Part(long size, Opening opening) {}

  /** Opens a part anew. */
  private interface Opening {
    InputStream open() throws IOException;
  }

  private XlsxParts(long packed, Closeable source) {
    this.packed = packed;
    this.source = source;
  }

  /**
   * Opens a zip.
   *
   * @throws UnreadableFile if its entries expand too far
   * @throws IOException if it is broken
   */
  static XlsxParts open(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    XlsxParts parts = new XlsxParts(file.toFile().length(), zip);
    try {
      long total = 0;
      for (var each = zip.entries(); each.hasMoreElements(); ) {
        ZipEntry entry = each.nextElement();
        parts.put(
            entry, new Part(entry.getSize(), () -> new Checked(zip.getInputStream(entry), entry)));
        total = Math.addExact(total, Math.max(entry.getSize(), 0));
      }
      checkSize(total, parts.packed);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
    return parts;
  }

  /** Unpacks a zip that is held in memory; only what is XML in it, no pictures. */
  static XlsxParts open(byte[] bytes) throws IOException {
    XlsxParts parts = new XlsxParts(bytes.length, () -> {});
    long left = MOST_HELD_BYTES;
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      boolean isText = name.endsWith(".xml") || name.endsWith(".rels");
      byte[] part = isText ? zip.readNBytes((int) left + 1) : new byte[0];
      // What is not held must be unpacked all the same to get past it.
      left -= isText ? part.length : zip.skip(left + 1);
      if (left < 0) {
        throw UnreadableFile.archive(
            "bên trong là sổ tính lớn hơn 256 MB khi giải nén",
            "it holds a workbook of more than 256 MB unpacked");
      }
      parts.put(entry, new Part(part.length, () -> new ByteArrayInputStream(part)));
    }
    checkSize(MOST_HELD_BYTES - left, bytes.length);
    return parts;
  }

  private void put(ZipEntry entry, Part part) {
    parts.put(entry.getName().replace('\\', '/'), part);
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
    return Workbook.mostCharacters(packed);
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  /** A part of any size, to be read as a stream; null if it is not there. */
  @Nullable InputStream stream(String name) throws IOException {
    Part part = parts.get(name);
    return part == null ? null : part.opening.open();
  }

  /**
   * A part that is held in memory.
   *
   * @throws UnreadableFile if it is too large for that
   * @throws ZipException if it is not there
   */
  InputStream small(String name) throws IOException {
    Part part = parts.get(name);
    if (part == null) {
      throw new ZipException("No part " + name);
    }
    if (part.size > MOST_SMALL_BYTES) {
      throw WorkbookFault.tooMuch(
          "phần %s hơn 64 MB".formatted(name), "part %s of more than 64 MB".formatted(name));
    }
    return part.opening.open();
  }

  @Override
  public void close() throws IOException {
    source.close();
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
