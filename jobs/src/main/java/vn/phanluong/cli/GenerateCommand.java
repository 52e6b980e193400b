package vn.phanluong.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.runtime.Problem;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.ministry.Ministry;
import vn.phanluong.synthetic.ministry.Order;
import vn.phanluong.synthetic.ministry.OrderRefused;

/** {@code generate}: the files of a made-up ministry, and the truth beside them. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description =
        "Tạo bộ dữ liệu mô phỏng của cả nước, kèm đáp án.%n"
            + "Makes a synthetic ministry's files, with the truth beside them.")
final class GenerateCommand implements Callable<Integer> {
  private static final Pattern YEARS = Pattern.compile("(20\\d\\d)(?:-(20\\d\\d))?");
  private static final String LEAST = "0.0001";
  private static final String MOST = "2";

  @ParentCommand PhanLuong parent = new PhanLuong();

  @Parameters(
      paramLabel = "DIR",
      description =
          "Thư mục mới, hoặc thư mục đã tạo để thêm năm. A new folder, or one made before, to add"
              + " years to.")
  Path folder = Path.of("");

  @Option(
      names = "--scale",
      paramLabel = "S",
      description = "1 là cỡ cả nước. 1 is the size of the country. Default: ${DEFAULT-VALUE}.")
  String scale = "0.001";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Cùng số, cùng dữ liệu. The same seed, the same bytes. Default: ${DEFAULT-VALUE}.")
  String seed = "1";

  @Option(
      names = "--years",
      paramLabel = "A-B",
      description = "Các năm báo cáo. Years of reporting. Default: ${DEFAULT-VALUE}.")
  String years = "2017-2026";

  @Option(
      names = "--assume",
      paramLabel = "NAME=VALUE",
      description =
          "Giả định khác với synthetic_parameter.csv, lặp lại được; bảng thì ghi tên:khóa. Another"
              + " assumption than synthetic_parameter.csv's, repeatable; of a table as name:key.")
  Map<String, Double> assumed = new TreeMap<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Số luồng xử lý, không đổi kết quả. Threads; the result is the same.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new Problem(
          Problem.Kind.USE,
          "--threads %d: phải từ 1.".formatted(threads),
          "--threads %d: from 1.".formatted(threads));
    }
    try {
      int files =
          Ministry.make(new Order(folder, scale(), seed(), years(), assumed), threads, this::tell);
      System.out.println(
          parent.context.say(
              "%s: %d tệp mô phỏng trong files/, đáp án trong truth/".formatted(folder, files),
              "%s: %d synthetic files in files/, the truth in truth/".formatted(folder, files)));
      return 0;
    } catch (OrderRefused e) {
      throw new Problem(Problem.Kind.USE, e.vietnamese(), e.english());
    } catch (IOException e) {
      throw unwritable(e);
    } catch (UncheckedIOException e) {
      throw unwritable(Objects.requireNonNull(e.getCause()));
    }
  }

  private double scale() {
    try {
      double asked = Double.parseDouble(scale);
      if (asked >= Double.parseDouble(LEAST) && asked <= Double.parseDouble(MOST)) {
        return asked;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new Problem(
        Problem.Kind.USE,
        "--scale %s: hãy ghi một số từ %s đến %s, dấu thập phân là dấu chấm."
            .formatted(scale, LEAST, MOST),
        "--scale %s: give a number from %s to %s, with a decimal point."
            .formatted(scale, LEAST, MOST));
  }

  private long seed() {
    try {
      return Long.parseLong(seed);
    } catch (NumberFormatException e) {
      throw new Problem(
          Problem.Kind.USE,
          "--seed %s: hãy ghi một số nguyên, nhiều nhất 18 chữ số.".formatted(seed),
          "--seed %s: give a whole number of at most 18 digits.".formatted(seed));
    }
  }

  private Years years() {
    Matcher matcher = YEARS.matcher(years);
    if (matcher.matches()) {
      int from = Integer.parseInt(matcher.group(1));
      int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
      if (from <= to && from >= Years.FIRST && to <= Years.LAST) {
        return new Years(from, to);
      }
    }
    throw new Problem(
        Problem.Kind.USE,
        "--years %s: hãy ghi năm đầu-năm cuối, từ %d đến %d."
            .formatted(years, Years.FIRST, Years.LAST),
        "--years %s: give first-last, from %d to %d.".formatted(years, Years.FIRST, Years.LAST));
  }

  private Problem unwritable(IOException e) {
    return new Problem(
        Problem.Kind.ENVIRONMENT,
        "Không ghi được %s (%s). Không có tệp dở dang; hãy xem chỗ trống rồi chạy lại."
            .formatted(folder, e.getMessage()),
        "%s cannot be written (%s). No half file is left; see to the space and run again."
            .formatted(folder, e.getMessage()));
  }

  private void tell(String step) {
    System.err.println(step);
  }
}
