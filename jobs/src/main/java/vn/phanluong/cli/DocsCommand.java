package vn.phanluong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.DictionaryText;
import vn.phanluong.definition.IndicatorPages;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.reading.FindingPages;

/** {@code docs}, for developers. */
@Command(
    name = "docs",
    hidden = true,
    description = "Viết từ điển dữ liệu. Writes the data dictionary and the table graph.")
final class DocsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Thư mục đích. Where to.")
  Path folder = Path.of(".");

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(folder.resolve("indicators"));
    Files.createDirectories(folder.resolve("findings"));
    Map<String, String> pages = new TreeMap<>(DictionaryText.pages(Contracts.bundled()));
    pages.putAll(IndicatorPages.of(SchemaFiles.bundled()));
    pages.putAll(FindingPages.all());
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue());
    }
    return 0;
  }
}
