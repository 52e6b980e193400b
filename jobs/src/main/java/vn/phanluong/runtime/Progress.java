package vn.phanluong.runtime;

import java.io.PrintStream;
import java.util.Locale;

/** Tells on standard error what is being done and how long it took. */
public final class Progress {
  private final PrintStream out;
  private final boolean isVietnamese;
  private long startedNanos;

  public Progress(PrintStream out, boolean isVietnamese) {
    this.out = out;
    this.isVietnamese = isVietnamese;
  }

  /** One that says nothing. */
  public static Progress silent() {
    return new Progress(new PrintStream(java.io.OutputStream.nullOutputStream()), true);
  }

  /** Begins a step: a verb in both languages and what it is done to. */
  public void step(String vi, String en, String what) {
    startedNanos = System.nanoTime();
    out.printf("  %-12s %-36s", isVietnamese ? vi : en, what);
    out.flush();
  }

  /** Ends the step begun last. */
  public void rows(long rows) {
    double seconds = (System.nanoTime() - startedNanos) / 1e9;
    out.printf(Locale.ROOT, "%,12d %s  %6.1f s%n", rows, isVietnamese ? "dòng" : "rows", seconds);
  }

  /** One line. */
  public void say(String vi, String en) {
    out.println(isVietnamese ? vi : en);
  }
}
