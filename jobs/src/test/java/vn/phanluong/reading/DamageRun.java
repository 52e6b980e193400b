package vn.phanluong.reading;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Screens damaged files one after the other in a process of its own, whose heap is that of {@code
 * ./phanluong screen}. Prints a line a file, «BAD» where a law is broken, and the peak of resident
 * memory at the end; a file that hangs or fills the heap ends it.
 */
final class DamageRun {
  private static final int SECONDS = 10;
  private static final int MOST_SECONDS = 60;
  private static final int FINDINGS = 1000;

  private DamageRun() {}

  /** Arguments: folder, seed, and the numbers of the files: from, to, step. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    int to = Integer.parseInt(arguments[3]);
    int step = Integer.parseInt(arguments[4]);
    for (int i = Integer.parseInt(arguments[2]); i < to; i += step) {
      Path file = Damage.write(folder, seed, i);
      System.out.println(file.getFileName() + " " + screened(file));
      Files.delete(file);
    }
    System.out.println("PEAK " + peakMegabytes());
    System.exit(0);
  }

  private static String screened(Path file) throws InterruptedException {
    long started = System.nanoTime();
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      Future<FileReport> screening =
          one.submit(() -> FileReport.of(file, Declared.nothing(), FINDINGS));
      FileReport report = awaited(screening);
      double seconds = (System.nanoTime() - started) / 1e9;
      return String.format(Locale.ROOT, "%s %.2f s %s", verdict(report), seconds, said(report));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      StackTraceElement[] stack = cause.getStackTrace();
      return "BAD " + cause + (stack.length == 0 ? "" : " at " + stack[0]);
    } catch (TimeoutException e) {
      System.out.println(file.getFileName() + " BAD hangs: " + where());
      Runtime.getRuntime().halt(1);
      throw new IllegalStateException(e);
    } finally {
      one.shutdownNow();
    }
  }

  /** Waits for ten seconds of work, however busy the machine is, and at most a minute. */
  private static FileReport awaited(Future<FileReport> screening)
      throws InterruptedException, ExecutionException, TimeoutException {
    long before = usedNanoseconds();
    for (int second = 1; second < MOST_SECONDS; second++) {
      try {
        return screening.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (usedNanoseconds() - before > SECONDS * 1_000_000_000L) {
          throw e;
        }
      }
    }
    return screening.get(1, TimeUnit.SECONDS);
  }

  private static long usedNanoseconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Where the screener is, so that the one who reads it need not run it again. */
  private static String where() {
    StringBuilder where = new StringBuilder();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              if (thread.getName().startsWith("pool-")) {
                for (int i = 0; i < Math.min(8, stack.length); i++) {
                  where.append(stack[i]).append(" < ");
                }
              }
            });
    return where.toString();
  }

  /** A refusal says why; of what is read every rejected row has a reason. */
  private static String verdict(FileReport report) {
    boolean isRefused =
        report.isRejected()
            && report.read() == 0
            && report.findings().size() == 1
            && report.findings().get(0).severity() == Severity.REJECT_FILE;
    boolean isAccounted =
        !report.isRejected()
            && report.read() > 0
            && report.findingCount() >= report.rejected()
            && report.findings().stream()
                .noneMatch(finding -> finding.severity() == Severity.REJECT_FILE);
    return isRefused ? "refused" : isAccounted ? "read" : "BAD";
  }

  private static String said(FileReport report) {
    String first = report.findings().isEmpty() ? "" : report.findings().get(0).en();
    return "%d/%d %d findings %s"
        .formatted(report.accepted(), report.rejected(), report.findingCount(), start(first));
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), 120)).replaceAll("\\p{Cntrl}", " ");
  }

  private static long peakMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IllegalStateException("This system does not tell a process its peak memory");
  }
}
