package vn.phanluong.reading;

import java.util.Iterator;

/** An iterator over something open; closing twice does nothing. */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {
  @Override
  void close();
}
