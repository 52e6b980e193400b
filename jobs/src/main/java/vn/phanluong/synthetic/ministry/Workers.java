package vn.phanluong.synthetic.ministry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same to many things, some at a time. */
final class Workers {
  /** What is done to one. */
  interface Work<T> {
    void on(T thing) throws IOException;
  }

  private final int threads;

  Workers(int threads) {
    this.threads = threads;
  }

  /**
   * Returns when all is done.
   *
   * @throws UncheckedIOException if one failed to be read or written
   */
  <T> void each(List<T> things, Work<T> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> results = new ArrayList<>();
      for (T thing : things) {
        results.add(
            pool.submit(
                () -> {
                  work.on(thing);
                  return null;
                }));
      }
      for (Future<?> result : results) {
        result.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw cause(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static RuntimeException cause(ExecutionException e) {
    if (e.getCause() instanceof IOException failure) {
      return new UncheckedIOException(failure);
    }
    return e.getCause() instanceof RuntimeException failure
        ? failure
        : new IllegalStateException(e.getCause());
  }
}
