package vn.phanluong.synthetic.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.phanluong.definition.Field;

/** Puts files where they belong and tells the logs of them. */
final class FileWriting implements Closeable {
  private static final String FILE_HEADER =
      "path,dataset,period,reporter,reporter_key,subperiod,round,coverage,due,sent,format,"
          + "encoding,sheet,rows,rejected_rows,bytes,refused,resent";

  /** Offices send when they open; the hour is of no account. */
  private static final int OPENING = 8;

  private final Path folder;
  private final TruthLog files;
  private final TruthLog dirt;

  FileWriting(Path folder) throws IOException {
    this.folder = folder;
    files = new TruthLog(folder.resolve("truth/file.csv"), FILE_HEADER);
    dirt = new TruthLog(folder.resolve("truth/dirt.csv"), DirtLog.HEADER);
  }

  /**
   * A file, and which of its rows cannot be accepted as they stand there.
   *
   * @param rejected ordinals among the delivered rows
   */
  record Written(MadeFile file, BitSet rejected) {}

  /**
   * Writes a file aside, then moves it to its place.
   *
   * @param isIn which of the rows, by ordinal, stand in it
   */
  Written write(FileMaker.Job job, Iterator<DeliveredRow> rows, IntPredicate isIn, RowSink sink)
      throws IOException {
    Form form = job.form();
    MadeFile file = named(job, form);
    Path place = folder.resolve(file.path());
    Files.createDirectories(place.getParent());
    Path aside = place.resolveSibling("." + place.getFileName() + ".part");
    DirtLog log = new DirtLog(file.path(), file.sheet(), form.columns());
    FileRun.Sent sent = new FileRun.Sent(sink, log, job.refusal(), job.warnings());
    told(sent, form, rows.hasNext());
    FileRun run;
    try (Table table = table(form, Files.newOutputStream(aside))) {
      run = new FileRun(form, file, table, job.dirt(), sent);
      lines(run, job, sent, new Rows(rows, isIn));
    }
    if (sent.has("file_cut")) {
      cut(aside);
    }
    Files.setLastModifiedTime(
        aside,
        FileTime.from(job.delivery().sent().atTime(OPENING, 0).toInstant(ZoneOffset.ofHours(7))));
    long bytes = Files.size(aside);
    Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    MadeFile made = whole(file, run.rows(), bytes);
    files.add(made.path(), line(made, run.rejected().cardinality()));
    dirt.add(made.path(), log.lines());
    return new Written(made, run.rejected());
  }

  private record Rows(Iterator<DeliveredRow> rows, IntPredicate isIn) {}

  private static void lines(FileRun run, FileMaker.Job job, FileRun.Sent sent, Rows rows)
      throws IOException {
    String said = sent.has("two_rounds_title") ? "Đợt 1 và đợt 2" : null;
    String purpose = job.form().contract().purpose();
    List<String> titles = new ArrayList<>(FileNames.titles(job.delivery(), purpose, said));
    boolean isEmpty = !rows.rows.hasNext();
    if (isEmpty) {
      titles.add("Trong kỳ không có học sinh");
    }
    run.head(titles, Refused.headers(sent, job.form()));
    for (int i = 0; rows.rows.hasNext(); i++) {
      DeliveredRow row = rows.rows.next();
      if (rows.isIn.test(i)) {
        run.row(row, i);
      }
    }
    run.tail(sent);
  }

  /** A form in which some kinds can be shown: they need a workbook, or a column of their own. */
  static Form showing(Form plain, List<DirtKind> kinds) {
    Form form = plain;
    if (kinds.stream().anyMatch(Refused::needsWorkbook)) {
      form = form.packed("xlsx");
    }
    if (kinds.stream().anyMatch(kind -> kind.name().equals("column_unnamed"))) {
      List<Form.Column> columns = new ArrayList<>(form.columns());
      columns.add(columns.size() - 1, new Form.Column(Form.Kind.EXTRA, null, -1, ""));
      form = form.with(columns);
    }
    if (kinds.stream().anyMatch(kind -> kind.name().equals("two_language_scores"))) {
      form = form.withLanguages();
    }
    boolean canAdd = !form.columns().get(0).holds(Field.Cell.COUNT);
    return canAdd && kinds.stream().anyMatch(kind -> kind.name().equals("total_wrong"))
        ? form.withTotal()
        : form;
  }

  /** What the form itself makes to be found, and why the file is refused. */
  private static void told(FileRun.Sent sent, Form form, boolean hasRows) {
    DirtKind refusal = sent.refusal();
    if (refusal != null) {
      sent.log().add(refusal, 0, "", "");
      return;
    }
    if (form.isText() && TextBytes.isByteFont(form.encoding())) {
      sent.log().add(DirtKind.of("old_encoding"), 0, "UTF-8", form.encoding());
    }
    if (!hasRows) {
      sent.log().add(DirtKind.of("declared_empty"), 0, "", "không có học sinh");
    }
    for (int i = 0; i < form.columns().size(); i++) {
      Form.Column column = form.columns().get(i);
      if (column.kind() == Form.Kind.EXTRA) {
        String kind = column.header().isEmpty() ? "column_unnamed" : "column_extra";
        if (hasRows || kind.equals("column_extra")) {
          sent.log().add(DirtKind.of(kind), 0, Struck.cell(i, "", column.header()));
        }
      }
    }
  }

  private static Table table(Form form, OutputStream out) throws IOException {
    return switch (form.pack()) {
      case "xlsx" -> {
        boolean[] isNumber = new boolean[form.columns().size()];
        for (int i = 0; i < isNumber.length; i++) {
          isNumber[i] = isNumber(form.columns().get(i));
        }
        yield new XlsxTable(out, isNumber, FileRun.SHEET);
      }
      case "xls" -> new XlsTable(out, FileRun.SHEET);
      default ->
          new TextTable(
              packed(form.pack(), out),
              TextBytes.of(form.encoding()),
              form.delimiter(),
              form.lineEnd(),
              form.traits().hasTrailing());
    };
  }

  private static boolean isNumber(Form.Column column) {
    if (column.kind() == Form.Kind.NUMBER) {
      return true;
    }
    return column.field() != null
        && switch (column.field().cell()) {
          case COUNT, SCORE, POINTS, YEAR, EARLIER_YEAR, GRADE -> true;
          default -> false;
        };
  }

  private static OutputStream packed(String pack, OutputStream out) throws IOException {
    if (pack.equals("csv.gz")) {
      return new GZIPOutputStream(out, 1 << 16);
    }
    if (!pack.equals("zip")) {
      return out;
    }
    ZipOutputStream zip = new ZipOutputStream(out);
    ZipEntry entry = new ZipEntry("so_lieu.csv");
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    return zip;
  }

  /** Half of the file, as a connection that breaks off leaves it. */
  private static void cut(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
  }

  private MadeFile named(FileMaker.Job job, Form form) {
    // A list sent again may go out on the day of another that adds to the same report.
    String path = files.free(FileNames.path(job.delivery(), form.pack(), job.isResent()));
    boolean isSheet = form.isWorkbook();
    return new MadeFile(
        path,
        job.delivery(),
        0,
        0,
        form.pack(),
        isSheet ? "" : form.encoding(),
        isSheet ? FileRun.SHEET : "",
        job.refusal() != null,
        job.isResent());
  }

  private static MadeFile whole(MadeFile file, int rows, long bytes) {
    return new MadeFile(
        file.path(),
        file.delivery(),
        rows,
        bytes,
        file.format(),
        file.encoding(),
        file.sheet(),
        file.refused(),
        file.resent());
  }

  private static CharSequence line(MadeFile file, int rejected) {
    Delivery of = file.delivery();
    StringBuilder line = new StringBuilder();
    TruthLog.line(
        line,
        file.path(),
        of.dataset(),
        of.period(),
        of.reporter(),
        of.reporterKey(),
        of.subperiod(),
        of.round(),
        of.coverage().name().toLowerCase(java.util.Locale.ROOT),
        of.due(),
        of.sent(),
        file.format(),
        file.encoding(),
        file.sheet(),
        file.rows(),
        rejected,
        file.bytes(),
        file.refused(),
        file.resent());
    return line;
  }

  @Override
  public void close() throws IOException {
    try (files;
        dirt) {
      // Both put their lines in order now.
    }
  }
}
