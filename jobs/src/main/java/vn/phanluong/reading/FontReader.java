package vn.phanluong.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Text of a byte font as the Vietnamese it shows. */
final class FontReader extends Reader {
  private static final int NONE = -2;

  private final Reader source;
  private final ByteFont font;

  /** Read already, to see whether it is the mark of the letter before. */
  private int ahead = NONE;

  FontReader(Reader source, ByteFont font) {
    this.source = new BufferedReader(source);
    this.font = font;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int c = ahead == NONE ? source.read() : ahead;
      if (c < 0) {
        ahead = c;
        return count == 0 ? -1 : count;
      }
      ahead = source.read();
      char pair = ahead < 0 ? 0 : font.letter((char) c, (char) ahead);
      if (pair != 0) {
        ahead = NONE;
      }
      buffer[offset + count] = pair == 0 ? font.letter((char) c) : pair;
      count++;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
