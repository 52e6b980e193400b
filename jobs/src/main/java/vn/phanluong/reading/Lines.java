package vn.phanluong.reading;

import org.jspecify.annotations.Nullable;

/** The lines of a file with their line ends apart; LF, CRLF and CR end a line. */
final class Lines implements LineSource {
  /** A line without end would fill the memory; no province has one of ten million letters. */
  private static final int LONGEST = 10_000_000;

  private final DeliveredFile file;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int limit;
  private String lineEnd = "";

  Lines(DeliveredFile file) {
    this.file = file;
  }

  @Override
  public @Nullable String next() {
    StringBuilder begun = null;
    while (true) {
      if (at == limit && !fill()) {
        lineEnd = "";
        return begun == null ? null : begun.toString();
      }
      int end = endOfLine();
      if (end < limit) {
        String line = new String(buffer, at, end - at);
        passLineEnd(end);
        return begun == null ? line : begun.append(line).toString();
      }
      begun = begun == null ? new StringBuilder(256) : begun;
      begun.append(buffer, at, limit - at);
      if (begun.length() > LONGEST) {
        throw UnreadableFile.overLimit(
            "có dòng dài hơn 10 triệu ký tự", "a line is longer than ten million characters");
      }
      at = limit;
    }
  }

  @Override
  public String lineEnd() {
    return lineEnd;
  }

  private int endOfLine() {
    int end = at;
    while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
      end++;
    }
    return end;
  }

  private void passLineEnd(int end) {
    at = end + 1;
    if (buffer[end] == '\n') {
      lineEnd = "\n";
      return;
    }
    boolean isPair = (at < limit || fill()) && buffer[at] == '\n';
    lineEnd = isPair ? "\r\n" : "\r";
    at += isPair ? 1 : 0;
  }

  private boolean fill() {
    int read = file.read(buffer);
    at = 0;
    limit = Math.max(read, 0);
    return read > 0;
  }

  @Override
  public void close() {
    file.close();
  }
}
