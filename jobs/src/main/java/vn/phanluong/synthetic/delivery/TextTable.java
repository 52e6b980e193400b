package vn.phanluong.synthetic.delivery;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A delimited text. */
final class TextTable implements Table {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final TextBytes encoding;
  private final char delimiter;
  private final String lineEnd;
  private final boolean hasTrailing;
  private final StringBuilder line = new StringBuilder(512);
  private int row;

  /**
   * @param hasTrailing true if each line ends with a delimiter, as some programs write it
   */
  TextTable(
      OutputStream out, TextBytes encoding, char delimiter, String lineEnd, boolean hasTrailing)
      throws IOException {
    this.out = new BufferedOutputStream(out, BUFFER);
    this.encoding = encoding;
    this.delimiter = delimiter;
    this.lineEnd = lineEnd;
    this.hasTrailing = hasTrailing;
    this.out.write(encoding.mark());
  }

  @Override
  public void title(String text) throws IOException {
    cell(text);
    end();
  }

  @Override
  public void line(String[] cells, int count) throws IOException {
    cells(cells, count);
    if (hasTrailing) {
      line.append(delimiter);
    }
    end();
  }

  @Override
  public void openQuote(String[] cells, int count) throws IOException {
    cells(cells, count - 1);
    line.append(delimiter).append('"').append(cells[count - 1]);
    end();
  }

  private void cells(String[] cells, int count) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        line.append(delimiter);
      }
      cell(cells[i]);
    }
  }

  /** Where the delimiter is rare in texts, programs replace it rather than quote a cell. */
  private void cell(String text) {
    boolean isQuote = text.indexOf('"') >= 0;
    if (!isQuote && text.indexOf(delimiter) < 0) {
      line.append(text);
    } else if (delimiter == ',') {
      line.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      line.append(text.replace(delimiter, ' ').replace('"', '\''));
    }
  }

  private void end() throws IOException {
    line.append(lineEnd);
    out.write(encoding.bytes(line.toString()));
    line.setLength(0);
    row++;
  }

  @Override
  public void sheet(String name) {}

  @Override
  public void skipTo(int next) {}

  @Override
  public int row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
