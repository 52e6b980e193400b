package vn.phanluong.reading;

import org.jspecify.annotations.Nullable;

/** The lines of a delivered text or of a sheet. */
interface LineSource extends AutoCloseable {
  /** The next line, or null at the end. */
  @Nullable String next();

  /** The line end after the last line given out; empty at the end. */
  String lineEnd();

  @Override
  void close();
}
