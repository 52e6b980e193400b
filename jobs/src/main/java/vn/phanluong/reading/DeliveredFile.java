package vn.phanluong.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A delivered file as text: decompressed, its encoding found, its byte-order mark gone. */
final class DeliveredFile implements AutoCloseable {
  private final Reader reader;
  private final Encoding encoding;
  private final double confidence;

  private DeliveredFile(Reader reader, Encoding encoding, double confidence) {
    this.reader = reader;
    this.encoding = encoding;
    this.confidence = confidence;
  }

  /**
   * Opens a file whose encoding is to be found.
   *
   * @throws UnreadableFile if it is no text
   * @throws UncheckedIOException if it is not there
   */
  static DeliveredFile open(Path file) {
    return open(file, null);
  }

  /** Opens a file in an encoding found before; null to find it. */
  @SuppressWarnings("MustBeClosedChecker")
  static DeliveredFile open(Path file, @Nullable Encoding known) {
    try {
      InputStream bytes = Packed.open(file);
      try {
        refuseArchive(Packed.peek(bytes, Magic.LENGTH));
        return decode(bytes, known);
      } catch (IOException | RuntimeException e) {
        bytes.close();
        throw e;
      }
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw broken();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * True for an Excel workbook of either age, also in a gzip or zip archive; a zip archive of
   * something else is none.
   */
  static boolean isWorkbook(Path file) {
    byte[] start = Packed.start(file);
    return Magic.isLegacy(start)
        || (Magic.isZip(start) && ZipMember.isOffice(file))
        || Packed.holdsWorkbook(file);
  }

  private static void refuseArchive(byte[] start) {
    if (Magic.isZip(start) || Magic.isLegacy(start) || Magic.isGzip(start)) {
      throw UnreadableFile.archive("bên trong là một tệp nén nữa", "it holds another archive");
    }
  }

  private static DeliveredFile decode(InputStream bytes, @Nullable Encoding known)
      throws IOException {
    EncodingSearch.Found found =
        known == null
            ? EncodingSearch.of(Packed.peek(bytes, EncodingSearch.SAMPLE))
                .orElseThrow(DeliveredFile::unknownEncoding)
            : new EncodingSearch.Found(
                known, known.mark(Packed.peek(bytes, Encoding.LONGEST_MARK)), 1);
    bytes.skipNBytes(found.mark());
    return new DeliveredFile(found.encoding().reader(bytes), found.encoding(), found.confidence());
  }

  Encoding encoding() {
    return encoding;
  }

  /** How sure the encoding is, from 0 to 1. */
  double confidence() {
    return confidence;
  }

  /**
   * Fills a buffer.
   *
   * @return how many characters, -1 at the end
   * @throws UnreadableFile if the bytes are no text or break off
   */
  int read(char[] buffer) {
    try {
      return reader.read(buffer, 0, buffer.length);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw UnreadableFile.of(
          "giữa tệp có chỗ không phải chữ " + encoding.label(),
          "somewhere it is not text in " + encoding.label());
    } catch (IOException e) {
      throw broken();
    }
  }

  private static UnreadableFile unknownEncoding() {
    return UnreadableFile.of(
        "không rõ bảng mã (đã thử UTF-8, UTF-16, windows-1258, TCVN3, VNI)",
        "its encoding is none of UTF-8, UTF-16, windows-1258, TCVN3, VNI");
  }

  private static UnreadableFile broken() {
    return UnreadableFile.of("tệp nén bị hỏng hoặc bị cắt", "its compression is broken or cut off");
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
