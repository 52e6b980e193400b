package vn.phanluong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.phanluong.cli.PhanLuong;
import vn.phanluong.indicator.DuckExamStatistics;

/**
 * The exam flow against DuckDB in-process on the same gzip files: read, wide table, histogram,
 * statistics, all written. Each run is a process of its own, cold, the two in turn; the parent
 * prints medians, their ratio and the peak of resident memory.
 *
 * <p>What is counted is the whole process. The flow also keeps every delivered line in {@code raw}
 * and writes {@code clean}; DuckDB does neither.
 */
final class ExamBench {
  private static final int ROUNDS = 3;

  private ExamBench() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    switch (arguments[0]) {
      case "flow" -> flow(arguments[1], arguments[2]);
      case "duckdb" -> duckDb(Path.of(arguments[1]), Path.of(arguments[2]));
      default -> compare(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length));
    }
    if (arguments[0].equals("flow") || arguments[0].equals("duckdb")) {
      System.err.println("PEAK " + peakKilobytes());
    }
  }

  private static void flow(String data, String home) throws IOException {
    Files.createDirectories(Path.of(home, "tables"));
    require(PhanLuong.run("--home", home, "load", data));
    require(PhanLuong.run("--home", home, "build", "indicator.exam_statistic"));
  }

  private static void require(int exitCode) {
    if (exitCode != 0) {
      throw new IllegalStateException("Exit code " + exitCode);
    }
  }

  private static void duckDb(Path data, Path target) throws IOException, SQLException {
    Files.createDirectories(target);
    try (DuckExamStatistics duck = new DuckExamStatistics();
        Stream<Path> files = Files.list(data)) {
      duck.read(files.filter(file -> file.toString().endsWith(".gz")).sorted().toList());
      duck.write("wide", target.resolve("wide.parquet"));
      duck.count();
      duck.write("histogram", target.resolve("histogram.parquet"));
      duck.summariseCounts(data.resolve("../../admin_units/moet_gso_crosswalk.csv"));
      duck.write("statistic", target.resolve("statistic.parquet"));
    }
  }

  private static void compare(Path data, List<String> java)
      throws IOException, InterruptedException {
    List<double[]> flow = new ArrayList<>();
    List<double[]> duck = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      flow.add(run("flow", data, java));
      duck.add(run("duckdb", data, java));
      print("round " + round + " flow", flow.get(round - 1));
      print("round " + round + " duckdb", duck.get(round - 1));
    }
    double[] ours = median(flow);
    double[] theirs = median(duck);
    print("median flow", ours);
    print("median duckdb", theirs);
    System.out.printf(Locale.ROOT, "ratio flow/duckdb of medians: %.2f%n", ours[0] / theirs[0]);
  }

  /** Seconds and peak megabytes of one run in a process of its own. */
  private static double[] run(String what, Path data, List<String> java)
      throws IOException, InterruptedException {
    Path target = Files.createTempDirectory("phanluong-bench");
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of(ExamBench.class.getName(), what, data.toString(), target.toString()));
    Path log = target.resolve("log");
    long started = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int exitCode = process.waitFor();
    double seconds = (System.nanoTime() - started) / 1e9;
    String text = Files.readString(log);
    if (exitCode != 0) {
      throw new IllegalStateException(text);
    }
    String peak = text.substring(text.lastIndexOf("PEAK ") + 5).strip();
    try (Stream<Path> left = Files.walk(target)) {
      left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
    return new double[] {seconds, Double.parseDouble(peak) / 1024};
  }

  private static double[] median(List<double[]> runs) {
    return new double[] {
      runs.stream().mapToDouble(run -> run[0]).sorted().toArray()[runs.size() / 2],
      runs.stream().mapToDouble(run -> run[1]).sorted().toArray()[runs.size() / 2]
    };
  }

  private static void print(String label, double[] run) {
    System.out.printf(Locale.ROOT, "%-18s %7.1f s  peak %6.0f MB%n", label, run[0], run[1]);
  }

  private static long peakKilobytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IllegalStateException("This system does not tell a process its peak memory");
  }
}
