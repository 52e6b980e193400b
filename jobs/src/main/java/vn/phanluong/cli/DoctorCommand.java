package vn.phanluong.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.network.util.JavaUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Nói môi trường còn thiếu gì và lấy ở đâu. Says what is missing and how to get it.")
final class DoctorCommand implements Callable<Integer> {
  private static final int COULD_NOT = 4;
  private static final int JAVA = 17;
  private static final long LEAST_MEGABYTES = 1000;

  @ParentCommand PhanLuong parent = new PhanLuong();

  private final List<String> missing = new ArrayList<>();

  @Override
  public Integer call() {
    Context context = parent.context;
    String spark = String.valueOf(System.getenv("SPARK_HOME"));
    check("JDK 17", Runtime.version().feature() == JAVA, "apt install openjdk-17-jdk-headless");
    check(
        "Spark (SPARK_HOME=%s)".formatted(spark),
        Files.isDirectory(Path.of(spark, "jars")),
        "make setup");
    String archive = String.valueOf(System.getenv("PHANLUONG_CDS"));
    check("AppCDS", Files.exists(Path.of(archive)), "make jar");
    // Of the commands that start Spark; the doctor's own is smaller.
    String heap = System.getenv().getOrDefault("PHANLUONG_MEMORY", "1200m");
    check("Heap " + heap, JavaUtils.byteStringAsMb(heap) >= LEAST_MEGABYTES, "PHANLUONG_MEMORY=2g");
    check(
        "Kho. Warehouse %s".formatted(context.home),
        Files.isDirectory(context.home.resolve("tables")),
        "./phanluong --home %s init".formatted(context.home));
    return missing.isEmpty() ? 0 : COULD_NOT;
  }

  private void check(String what, boolean isThere, String remedy) {
    System.out.println(isThere ? "  ✓ " + what : "  ✗ %s  →  %s".formatted(what, remedy));
    if (!isThere) {
      missing.add(what);
    }
  }
}
