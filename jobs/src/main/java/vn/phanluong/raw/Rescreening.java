package vn.phanluong.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.DeclaredPart;
import vn.phanluong.reading.FileReport;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.Layout;
import vn.phanluong.reading.Part;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.RowReader;
import vn.phanluong.reading.Scope;
import vn.phanluong.reading.ScreenedRecord;
import vn.phanluong.reading.ScreeningWatch;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.PrivateFolder;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Archive;

/**
 * What today's rules make of submissions taken in before, and on demand the change itself. Reads
 * the delivered file from the archive; of a file past its day of deletion the accepted rows in
 * {@code raw}, on which rules that need an identity, or the file as a whole, cannot be judged
 * again, and which are left as they are.
 *
 * <p>A file that is judged otherwise becomes a submission of its own in the place of the earlier
 * one, with its order and time of receipt. The earlier rows stay, superseded.
 */
public final class Rescreening {
  private final TableStore store;
  private final Archive archive;

  public Rescreening(TableStore store, KeyRing keys) {
    this.store = store;
    this.archive = new Archive(store, keys);
  }

  /**
   * What screening says of a submission.
   *
   * @param findings how many there are of each code
   */
  public record Outcome(long accepted, long rejected, Map<String, Long> findings) {}

  /**
   * A submission then and now.
   *
   * @param isFromFile false where only the accepted rows could be read again
   * @param stands false of a submission that another stands instead of
   * @param appliedAs id under which the change was entered, or null
   */
  public record Change(
      String submissionId,
      String fileName,
      boolean isFromFile,
      boolean stands,
      Outcome before,
      Outcome now,
      @Nullable String appliedAs) {
    public boolean isNone() {
      return before.equals(now);
    }

    /**
     * True if entering it is a matter of rules alone. Whether a delivery that stands should stand
     * no more is for a person to decide, and a file of which nothing is taken can be sent again.
     */
    public boolean isApplicable() {
      return !isNone() && isFromFile && stands && now.accepted() > 0;
    }

    Change as(String id) {
      return new Change(submissionId, fileName, isFromFile, stands, before, now, id);
    }
  }

  /**
   * Screens again what the ledger holds, in the order received; the home's lock is held.
   *
   * @param dataset those recognised as it, and those that were not recognised at all
   * @param year period, or null for all
   */
  public List<Change> run(String dataset, @Nullable Short year) {
    return run(dataset, year, null);
  }

  /**
   * The same, and enters what is judged otherwise, one submission after the other; killed and run
   * again, it goes on where it was.
   */
  public List<Change> apply(String dataset, @Nullable Short year, Progress progress) {
    Load load = new Load(store, progress);
    load.recover();
    return run(dataset, year, load);
  }

  private List<Change> run(String dataset, @Nullable Short year, @Nullable Load load) {
    Column wanted = col("dataset").isin(dataset, "unknown");
    List<Row> submissions =
        new ArrayList<>(
            new SubmissionLedger(store)
                .where(year == null ? wanted : wanted.and(col("period").equalTo(year))));
    Set<String> again =
        submissions.stream()
            .map(row -> row.<@Nullable String>getAs("rescreened_from"))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    submissions.removeIf(row -> again.contains(row.<String>getAs("submission_id")));
    List<Change> changes = new ArrayList<>();
    try (PrivateFolder folder = PrivateFolder.of(store.home())) {
      for (Row submission : submissions) {
        Change change = change(submission, dataset, folder, load);
        if (submission.getAs("dataset").equals(dataset) || change.now().accepted() > 0) {
          changes.add(change);
        }
      }
    }
    return changes;
  }

  private Change change(Row submission, String dataset, PrivateFolder folder, @Nullable Load load) {
    String id = submission.getAs("submission_id");
    Outcome before =
        new Outcome(
            submission.<Long>getAs("rows_accepted"),
            submission.<Long>getAs("rows_rejected"),
            findings(id));
    // The name as delivered: it may be all that says the year.
    String name = archive.fileName(id);
    Path file = folder.file(name == null ? submission.getAs("file_name") : name);
    try (InputStream in = archive.open(id)) {
      if (in != null) {
        Files.copy(in, file);
      }
      Declared declared = declared(submission, dataset);
      Outcome now = in == null ? ofRows(submission, before) : ofFile(file, declared);
      boolean stands = !submission.getAs("status").equals("superseded");
      Change change =
          new Change(id, submission.getAs("file_name"), in != null, stands, before, now, null);
      return load != null && change.isApplicable()
          ? change.as(load.runInsteadOf(file, declared, submission))
          : change;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      remove(file);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Findings by code as the ledger has them, without what only a load can find. */
  private Map<String, Long> findings(String id) {
    Map<String, Long> findings = new TreeMap<>();
    store
        .read(Contracts.bundled().of("ops.finding"))
        .where(col("submission_id").equalTo(id).and(not(col("code").isin(FindingTable.BESIDE))))
        .groupBy("code")
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> findings.put(row.getString(0), row.getLong(1)));
    return findings;
  }

  private static Declared declared(Row submission, String dataset) {
    if (submission.getAs("dataset").equals("unknown")) {
      return new Declared(dataset, null, null);
    }
    Part stored =
        Part.stored(
            submission.getAs("subperiod"),
            submission.<Short>getAs("round"),
            submission.getAs("coverage"),
            submission.getAs("accumulation"));
    DeclaredPart part =
        new DeclaredPart(
            stored.subperiod(), stored.round(), stored.coverage(), stored.accumulation());
    return new Declared(
        dataset, submission.getAs("reporter_code"), submission.<Short>getAs("period"), part);
  }

  private static Outcome ofFile(Path file, Declared declared) {
    Map<String, Long> findings = new TreeMap<>();
    FileReport report =
        FileReport.of(
            file,
            declared,
            1,
            new ScreeningWatch() {
              @Override
              public void recognised(Recognition.Recognised known) {
                known.findings().forEach(finding -> add(findings, finding));
              }

              @Override
              public void screened(ScreenedRecord record) {
                record.findings().forEach(finding -> add(findings, finding));
              }
            });
    if (report.isRejected()) {
      findings.clear();
      report.findings().forEach(finding -> add(findings, finding));
    }
    return new Outcome(report.accepted(), report.rejected(), findings);
  }

  private static void add(Map<String, Long> findings, Finding finding) {
    findings.merge(finding.code(), 1L, Long::sum);
  }

  /** The accepted rows under today's rules; the rejected ones stay what they were. */
  private Outcome ofRows(Row submission, Outcome before) {
    Contract raw = Contracts.bundled().of("raw." + submission.getAs("dataset"));
    Scope scope = Scope.of(submission.getAs("reporter_code"), submission.<Short>getAs("period"));
    RowReader reader = new RowReader(raw, Layout.fromJson(submission.getAs("layout")), scope);
    List<Row> rows =
        store
            .read(raw)
            .where(
                col("submission_id")
                    .equalTo(submission.<String>getAs("submission_id"))
                    .and(col("row_status").equalTo("accepted")))
            .select("row_number", "record")
            .collectAsList();
    long accepted =
        rows.stream()
            .filter(row -> !reader.read(row.getInt(0), row.getString(1), finding -> {}).isEmpty())
            .count();
    long rejected = before.rejected() + rows.size() - accepted;
    Map<String, Long> findings = accepted == rows.size() ? before.findings() : Map.of();
    return new Outcome(accepted, rejected, Objects.requireNonNull(findings));
  }
}
