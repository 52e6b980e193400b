package vn.phanluong.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A delivered file as text: decompressed, its encoding found, its byte-order mark gone. */
final class DeliveredFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Reader reader;
  private final Charset charset;

  private DeliveredFile(Reader reader, Charset charset) {
    this.reader = reader;
    this.charset = charset;
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableFile if it is no text
   * @throws UncheckedIOException if it is not there
   */
  @SuppressWarnings("MustBeClosedChecker")
  static DeliveredFile open(Path file) {
    try {
      InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      try {
        return decode(decompress(bytes));
      } catch (IOException | RuntimeException e) {
        bytes.close();
        throw e;
      }
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream decompress(InputStream bytes) throws IOException {
    byte[] magic = peek(bytes, 4);
    if (starts(magic, 0x1f, 0x8b)) {
      return new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER);
    }
    if (starts(magic, 'P', 'K', 3, 4) || starts(magic, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw unreadable("là sổ tính Excel hoặc tệp nén zip", "it is a workbook or a zip archive");
    }
    return bytes;
  }

  private static DeliveredFile decode(InputStream bytes) throws IOException {
    byte[] mark = peek(bytes, 3);
    Charset charset = StandardCharsets.UTF_8;
    int skip = 0;
    if (starts(mark, 0xef, 0xbb, 0xbf)) {
      skip = 3;
    } else if (starts(mark, 0xff, 0xfe)) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    } else if (starts(mark, 0xfe, 0xff)) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    }
    bytes.skipNBytes(skip);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new DeliveredFile(new InputStreamReader(bytes, decoder), charset);
  }

  private static byte[] peek(InputStream bytes, int length) throws IOException {
    bytes.mark(length);
    byte[] start = bytes.readNBytes(length);
    bytes.reset();
    return start;
  }

  private static boolean starts(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  Charset charset() {
    return charset;
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
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static UnreadableFile unreadable(IOException e) {
    if (e instanceof java.nio.charset.CharacterCodingException) {
      return unreadable("không phải chữ UTF-8 hay UTF-16", "it is not text in UTF-8 or UTF-16");
    }
    return unreadable("tệp nén bị hỏng hoặc bị cắt", "its compression is broken or cut off");
  }

  private static UnreadableFile unreadable(String vi, String en) {
    Finding both = FindingCode.FILE_UNREADABLE.ofFile(null, null, vi);
    return new UnreadableFile(
        new Finding(
            both.code(),
            both.severity(),
            0,
            null,
            null,
            both.vi(),
            FindingCode.FILE_UNREADABLE.ofFile(null, null, en).en()));
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
