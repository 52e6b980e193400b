package vn.phanluong.reading;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks at the records of a workbook's own part before POI does: POI would fill up to as many
 * shared texts as the workbook claims to have, two billion of them if need be.
 */
final class XlsGuard {
  private static final int EOF = 0x0a;
  private static final int FILE_PASS = 0x2f;
  private static final int CONTINUE = 0x3c;
  private static final int SHARED_TEXTS = 0xfc;

  /** A length of two bytes and a byte of flags. */
  private static final int SHORTEST_TEXT = 3;

  private XlsGuard() {}

  /**
   * Passes a stream of records that can be read.
   *
   * @throws UnreadableFile if it is encrypted
   * @throws IOException if it is broken
   */
  static void check(InputStream bytes) throws IOException {
    DataInputStream in = new DataInputStream(bytes);
    long claimed = 0;
    long texts = 0;
    int before = 0;
    for (int id = unsigned(in); id != EOF; id = unsigned(in)) {
      int length = unsigned(in);
      if (id == FILE_PASS) {
        throw WorkbookFault.locked();
      }
      int read = 0;
      if (id == SHARED_TEXTS && length >= 8) {
        in.skipNBytes(4);
        claimed = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        read = 8;
      }
      boolean isText = id == SHARED_TEXTS || (id == CONTINUE && before == SHARED_TEXTS);
      texts += isText ? length : 0;
      before = isText ? SHARED_TEXTS : id;
      in.skipNBytes(length - read);
    }
    if (claimed * SHORTEST_TEXT > texts) {
      throw new EOFException("%d texts in %d bytes".formatted(claimed, texts));
    }
  }

  private static int unsigned(DataInputStream in) throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
  }
}
