package vn.phanluong.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The one file inside a gzip or a zip archive. */
final class Packed {
  /**
   * A workbook is read from its end. So one inside an archive is held in memory, up to this: a copy
   * on disk would be a second place where persons lie in clear.
   */
  private static final int MOST_BYTES = 64 << 20;

  private static final int BUFFER = 1 << 16;

  private Packed() {}

  /**
   * The bytes of the file inside.
   *
   * @throws UnreadableFile if there are several or none, or if it unpacks too far
   * @throws IOException if the archive is damaged
   */
  static InputStream open(Path file) throws IOException {
    if (!Magic.isGzip(start(file))) {
      return new BufferedInputStream(ZipMember.open(file), BUFFER);
    }
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
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
        byte[] inner = peek(inside);
        return Magic.isLegacy(inner) || (Magic.isZip(inner) && isOffice(inside));
      }
    } catch (UnreadableFile | IOException e) {
      // Whoever reads it as a text is told what is wrong.
      return false;
    }
  }

  /** Whether a zip read from its beginning is an Office Open XML file. */
  private static boolean isOffice(InputStream bytes) throws IOException {
    ZipInputStream zip = new ZipInputStream(bytes);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(ZipMember.OFFICE)) {
        return true;
      }
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
  static byte[] peek(InputStream bytes) throws IOException {
    bytes.mark(Magic.LENGTH);
    byte[] start = bytes.readNBytes(Magic.LENGTH);
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
