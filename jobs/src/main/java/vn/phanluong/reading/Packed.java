package vn.phanluong.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The bytes of a delivered file; of a gzip or a zip archive those of the one file inside. */
final class Packed {
  /**
   * A workbook is read from its end. So one inside an archive is held in memory, up to this: a copy
   * on disk would be a second place where persons lie in clear.
   */
  private static final int MOST_BYTES = 64 << 20;

  private static final int BUFFER = 1 << 16;

  private Packed() {}

  /**
   * The bytes, unpacked, as a stream that can be marked.
   *
   * @throws UnreadableFile if an archive holds several files or none, or unpacks too far
   * @throws IOException if the archive is damaged
   */
  static InputStream open(Path file) throws IOException {
    byte[] start = start(file);
    if (Magic.isZip(start)) {
      return new BufferedInputStream(ZipMember.open(file), BUFFER);
    }
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    if (!Magic.isGzip(start)) {
      return bytes;
    }
    try {
      return new BufferedInputStream(Expanded.gzip(bytes, BUFFER), BUFFER);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** True of an archive around an Excel workbook; false of a workbook, and of what is broken. */
  static boolean holdsWorkbook(Path file) {
    try {
      byte[] start = start(file);
      if (!Magic.isGzip(start) && (!Magic.isZip(start) || ZipMember.isOffice(file))) {
        return false;
      }
      try (InputStream inside = open(file)) {
        byte[] inner = peek(inside, Magic.LENGTH);
        return Magic.isLegacy(inner) || (Magic.isZip(inner) && isOffice(inside));
      }
    } catch (UnreadableFile | IOException e) {
      // Whoever reads it as a text is told what is wrong.
      return false;
    }
  }

  /** Whether a zip read from its beginning is an Office Open XML file, as far as one is held. */
  private static boolean isOffice(InputStream bytes) throws IOException {
    ZipInputStream zip = new ZipInputStream(bytes);
    long left = XlsxParts.MOST_HELD_BYTES;
    for (ZipEntry entry = zip.getNextEntry();
        entry != null && left > 0;
        entry = zip.getNextEntry()) {
      if (entry.getName().equals(ZipMember.OFFICE)) {
        return true;
      }
      left -= zip.skip(left);
    }
    return false;
  }

  /**
   * The bytes of the workbook inside.
   *
   * @throws UnreadableFile if they are too many to be held
   * @throws IOException if the archive is damaged
   */
  static byte[] workbook(Path file) throws IOException {
    try (InputStream inside = open(file)) {
      byte[] bytes = inside.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw UnreadableFile.archive(
            "bên trong là sổ tính hơn 64 MB", "it holds a workbook of more than 64 MB");
      }
      return bytes;
    }
  }

  /** The first bytes of a stream that can be marked, which then stands before them again. */
  static byte[] peek(InputStream bytes, int length) throws IOException {
    bytes.mark(length);
    byte[] start = bytes.readNBytes(length);
    bytes.reset();
    return start;
  }

  /**
   * The first bytes of a file.
   *
   * @throws UncheckedIOException if it is not there
   */
  static byte[] start(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(Magic.LENGTH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
