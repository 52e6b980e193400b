package vn.phanluong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.ministry.Ministry;
import vn.phanluong.synthetic.ministry.Order;

/** A generated country, and those of its files that tell of persons and of places. */
record GeneratedRegisters(Path country) {
  /** Counts and exam scores tell nothing of a person's way. */
  private static final Pattern REGISTERS = Pattern.compile("^(?!.*(exam_result|_count_)).*$");

  /** One of 1,400 completers of THCS in every million. */
  static GeneratedRegisters make(Path country, long seed, Years years, Map<String, Double> assumed)
      throws IOException {
    Ministry.make(new Order(country, 0.001, seed, years, assumed), 2, step -> {});
    return new GeneratedRegisters(country);
  }

  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(country.resolve("files"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> REGISTERS.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    }
  }
}
