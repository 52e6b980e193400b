package vn.phanluong.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Some at a time, told in their order. */
public final class InTurn {
  /** A file with long texts takes 400 MB, of a heap that may be 1 GB. */
  private static final int AT_A_TIME = 2;

  private InTurn() {}

  /**
   * Works on all, and takes what comes of each in the order given. What one throws is thrown here,
   * after those before it were taken.
   */
  public static <T, R> void forEach(
      List<T> all, Function<? super T, ? extends R> work, Consumer<? super R> taken) {
    ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      all.stream()
          .map(each -> CompletableFuture.<R>supplyAsync(() -> work.apply(each), workers))
          .toList()
          .forEach(made -> taken.accept(made.join()));
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    } finally {
      workers.shutdownNow();
    }
  }
}
