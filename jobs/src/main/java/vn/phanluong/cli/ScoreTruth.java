package vn.phanluong.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Problem;

/** What a synthetic country knows of its files: both lists are in the order of their paths. */
final class ScoreTruth {
  private final Path folder;

  ScoreTruth(Path folder) {
    this.folder = folder;
  }

  /**
   * A file and all dirt made in it.
   *
   * @param rows rows of data in it
   */
  record OfFile(String path, int rows, boolean refused, List<Dirt> dirt) {}

  /**
   * A piece of dirt.
   *
   * @param at where it is to be found: file, row, or once a file
   * @param strength reject_file, reject_row, warn or silent
   * @param row 0 for the file as a whole
   * @param column its letters; empty for the row as a whole
   */
  record Dirt(String kind, String finding, String at, String strength, int row, String column) {
    boolean isOfRow() {
      return at.equals("row");
    }

    /** True if the finding is of a cell by itself: one between two cells may stand at either. */
    boolean isOfCell() {
      return isOfRow() && finding.startsWith("cell.") && !column.isEmpty();
    }
  }

  /** Tells of each file, in order; one file's dirt is in memory at a time. */
  void each(Consumer<OfFile> file) {
    try (CsvReader<NamedCsvRecord> files = open("file.csv");
        CsvReader<NamedCsvRecord> dirt = open("dirt.csv")) {
      Iterator<NamedCsvRecord> lines = dirt.iterator();
      NamedCsvRecord next = lines.hasNext() ? lines.next() : null;
      for (NamedCsvRecord each : files) {
        String path = each.getField("path");
        List<Dirt> found = new ArrayList<>();
        while (next != null && next.getField("file").equals(path)) {
          found.add(of(next));
          next = lines.hasNext() ? lines.next() : null;
        }
        file.accept(
            new OfFile(
                path,
                Integer.parseInt(each.getField("rows")),
                Boolean.parseBoolean(each.getField("refused")),
                found));
      }
      requireEnd(next);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireEnd(@Nullable NamedCsvRecord next) {
    if (next != null) {
      throw new Problem(
          Problem.Kind.DATA,
          "truth/dirt.csv nêu tệp không có trong truth/file.csv: " + next.getField("file"),
          "truth/dirt.csv tells of a file that truth/file.csv lacks: " + next.getField("file"));
    }
  }

  private static Dirt of(NamedCsvRecord line) {
    return new Dirt(
        line.getField("kind"),
        line.getField("finding"),
        line.getField("found_at"),
        line.getField("class"),
        Integer.parseInt(line.getField("row")),
        line.getField("column"));
  }

  private CsvReader<NamedCsvRecord> open(String name) {
    Path file = folder.resolve("truth").resolve(name);
    try {
      return Objects.requireNonNull(CsvReader.builder().ofNamedCsvRecord(file));
    } catch (IOException e) {
      throw new Problem(
          Problem.Kind.USE,
          "%s: không đọc được. Thư mục phải do `generate` làm ra.".formatted(file),
          "%s cannot be read. The folder must be one that `generate` made.".formatted(file));
    }
  }
}
