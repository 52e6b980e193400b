package vn.phanluong.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes, as long as they are no bomb: a few bytes that unpack to fill a disk. */
final class Expanded extends FilterInputStream {
  private static final long HARMLESS = 100_000_000;

  /** The most repetitive of real exam files shrinks to a thirtieth. */
  private static final long MOST = 200;

  private final long packed;
  private long count;

  /**
   * @param packed size before unpacking
   */
  Expanded(InputStream bytes, long packed) {
    super(bytes);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(read);
    return read;
  }

  private void count(int read) {
    count += Math.max(0, read);
    if (count > HARMLESS && count / MOST > packed) {
      throw UnreadableFile.of(
          "giải nén ra lớn hơn 200 lần", "it unpacks to more than 200 times its size");
    }
  }
}
