package vn.phanluong.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;

/** Unpacked bytes, as long as they are no bomb: a few bytes that unpack to fill a disk. */
final class Expanded extends FilterInputStream {
  private static final long HARMLESS = 100_000_000;

  /** The most repetitive of real exam files shrinks to a thirtieth. */
  private static final long MOST = 200;

  private final LongSupplier packed;
  private long count;

  /**
   * @param packed size before unpacking, of all or of what has been unpacked so far
   */
  Expanded(InputStream bytes, LongSupplier packed) {
    super(bytes);
    this.packed = packed;
  }

  /** Unpacks a gzip stream and sees a bomb by what it has taken so far, long before its end. */
  @SuppressWarnings("InputStreamSlowMultibyteRead")
  static InputStream gzip(InputStream bytes, int buffer) throws IOException {
    long[] taken = new long[1];
    InputStream counted =
        new FilterInputStream(bytes) {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            taken[0] += Math.max(0, read);
            return read;
          }
        };
    return new Expanded(new GZIPInputStream(counted, buffer), () -> taken[0]);
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
    if (count > HARMLESS) {
      check(count, packed.getAsLong());
    }
  }

  /**
   * Passes a size that is no bomb's.
   *
   * @throws UnreadableFile if it is
   */
  static void check(long unpacked, long packed) {
    if (unpacked > HARMLESS && unpacked / MOST > packed) {
      throw UnreadableFile.overLimit(
          "giải nén ra lớn hơn 200 lần", "it unpacks to more than 200 times its size");
    }
  }
}
