package vn.phanluong.marking;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.DeliveredCells;
import vn.phanluong.reading.FileReport;

/** Gives delivered files back as workbooks: cells marked and explained, findings listed. */
public final class MarkedFiles {
  /** Findings of files that may not be opened a second time. */
  private static final Set<String> UNREADABLE =
      Set.of("file.unreadable", "file.archive", "file.over-limit");

  private static final String SUFFIXES = "(?i)(\\.(csv|tsv|txt|dat|prn|xlsx|xlsm|xls|gz|zip))+$";

  private final Path folder;
  private final Set<Path> kept = new HashSet<>();

  /**
   * @param folder where the workbooks go; made if it is not there
   * @param delivered all files that are given back, none of which is ever overwritten
   */
  public MarkedFiles(Path folder, List<Path> delivered) {
    this.folder = folder;
    delivered.forEach(file -> kept.add(real(file)));
  }

  /**
   * A file given back.
   *
   * @param workbook where it was written
   * @param notes what its owner must know besides the findings
   */
  public record Marked(FileReport report, Path workbook, List<Note> notes) {}

  /**
   * Screens a file and writes its workbook, whole or not at all.
   *
   * @param most how many findings the report lists
   * @throws UncheckedIOException if the file is not there, or the folder cannot be written
   */
  public Marked mark(Path file, Declared declared, int most) {
    Found found = new Found();
    FileReport report = FileReport.of(file, declared, most, found);
    if (report.isRejected()) {
      found = Found.rejected(report.findings().get(0));
    }
    try {
      Files.createDirectories(folder);
      Path scratch = Files.createTempDirectory(folder, ".phanluong-");
      TempFile.setThreadLocalTempFileCreationStrategy(
          new DefaultTempFileCreationStrategy(scratch.toFile()));
      try {
        return written(new Job(file, report, found, scratch, new ArrayList<>()));
      } finally {
        TempFile.setThreadLocalTempFileCreationStrategy(null);
        remove(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Marked written(Job job) throws IOException {
    Path made = job.scratch().resolve("made");
    String suffix = write(job, made);
    Path target = target(job.file(), suffix);
    kept.add(real(target));
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new Marked(job.report(), target, List.copyOf(job.notes()));
  }

  /** Writes the fullest workbook that can be made, and says under which suffix it opens. */
  private static String write(Job job, Path made) throws IOException {
    boolean isUnreadable =
        job.report().isRejected() && UNREADABLE.contains(job.report().findings().get(0).code());
    boolean isWorkbook = !isUnreadable && !DeliveredCells.sheets(job.file()).isEmpty();
    if (isWorkbook) {
      try {
        return copied(job, made);
      } catch (IOException | RuntimeException | LinkageError e) {
        // Whatever POI stumbles over in a workbook that could be read: its values can be given.
        job.notes().clear();
        job.notes()
            .add(
                new Note(
                    "Sổ tính quá lớn hoặc có phần không sao chép được; ở đây chỉ có giá trị các ô,"
                        + " không có công thức và định dạng.",
                    "The workbook is too large or holds parts that cannot be copied; here are the"
                        + " values of its cells, without formulas and formats."));
      }
    }
    try (OutputStream out = Files.newOutputStream(made)) {
      if (isWorkbook || job.found().recognised() != null) {
        new ValuesWorkbook(job).write(out);
      } else {
        ValuesWorkbook.writeReports(job, out);
      }
    }
    return ".xlsx";
  }

  private static String copied(Job job, Path made) throws IOException {
    Path workbook = DeliveredCells.workbook(job.file(), job.scratch());
    try (OutputStream out = Files.newOutputStream(made)) {
      if (!isZip(workbook)) {
        new XlsCopy(job, workbook).write(out);
        return ".xls";
      }
      XlsxCopy copy = new XlsxCopy(job, workbook);
      copy.write(out);
      return copy.hasMacros() ? ".xlsm" : ".xlsx";
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P';
    }
  }

  /**
   * The delivered name; with a number after it where a delivered file, or one just made, has it.
   */
  private Path target(Path file, String suffix) throws IOException {
    String name = String.valueOf(file.getFileName()).replaceFirst(SUFFIXES, "");
    Path target = folder.resolve(name + suffix);
    for (int i = 1; kept.contains(real(target)); i++) {
      String number = i == 1 ? "" : "-" + i;
      target = folder.resolve(name + "-danh-dau" + number + suffix);
    }
    return target;
  }

  private static Path real(Path file) {
    try {
      return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.delete(folder);
  }
}
