package vn.phanluong;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import vn.phanluong.runtime.Progress;

/** Progress that ends a run when it tells of its n-th step, as if the process had been killed. */
final class KilledProgress {
  private int left;

  KilledProgress(int step) {
    left = step;
  }

  Progress progress() {
    return new Progress(
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public PrintStream printf(String format, Object... arguments) {
            return tell();
          }

          @Override
          public PrintStream printf(Locale locale, String format, Object... arguments) {
            return tell();
          }

          private PrintStream tell() {
            left--;
            if (left == 0) {
              throw new Killed();
            }
            return this;
          }
        },
        false);
  }

  /** Whether the run was killed before its end. */
  boolean kills(Runnable run) {
    try {
      run.run();
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
