package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.DictionaryText;
import vn.phanluong.definition.IndicatorPages;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.reading.FindingPages;

/** The data dictionary says what the contracts say. */
class GeneratedDocsTest {

  @Test
  void the_dictionary_is_as_the_contracts_have_it() throws IOException {
    Map<String, String> expected = new TreeMap<>(DictionaryText.pages(Contracts.bundled()));
    expected.putAll(IndicatorPages.of(SchemaFiles.bundled()));
    expected.putAll(FindingPages.all());
    Map<String, String> pages = new TreeMap<>();
    Path folder = Checkout.path("docs/generated");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          pages.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    Set<String> stale = new TreeSet<>(expected.keySet());
    stale.addAll(pages.keySet());
    stale.removeIf(page -> Objects.equals(pages.get(page), expected.get(page)));
    assertThat(stale)
        .as("docs/generated is not what schemas/ says: run `make docs` and commit the result")
        .isEmpty();
  }
}
