package vn.phanluong.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;

/** Recognises one file: its head, its layout, its scope, in this order. */
final class Recogniser {
  /** Files up to this size are read whole where that says more; in bytes. */
  private static final long SMALL = 5_000_000;

  private static final int HEAD = 200;

  /** Fewer rows with a wrong key are slips, to be marked one by one. */
  private static final int FOREIGN = 20;

  private static final int WHOLE = 100_000;

  private final Path file;
  private final Declared declared;

  Recogniser(Path file, Declared declared) {
    this.file = file;
    this.declared = declared;
  }

  Recognition recognise() {
    Head head = Head.of(file, HEAD);
    boolean isSynthetic = head.isSynthetic();
    if (head.isBlank()) {
      return rejected(FindingCode.FILE_EMPTY.ofFile(null, null, ""), isSynthetic);
    }
    List<Contract> datasets = datasets();
    try {
      Candidate candidate = candidate(head, datasets);
      if (candidate == null) {
        String nearest = new LayoutSearch(head, datasets).nearest();
        return rejected(FindingCode.FILE_UNKNOWN_DATASET.ofFile(null, null, nearest), isSynthetic);
      }
      Recognition.Recognised recognised = recognised(candidate, isSynthetic);
      List<RowReader.Outcome> rows = dataRows(head, recognised);
      if (head.isWhole() && rows.isEmpty()) {
        return rejected(FindingCode.FILE_EMPTY.ofFile(null, null, ""), isSynthetic);
      }
      Finding foreign = foreignKey(rows, recognised);
      return foreign == null ? recognised : rejected(foreign, isSynthetic);
    } catch (RejectedFile e) {
      return rejected(e.finding(), isSynthetic);
    }
  }

  private @Nullable Candidate candidate(Head head, List<Contract> datasets) {
    Candidate candidate = new LayoutSearch(head, datasets).find();
    boolean mayBeAppendix =
        isSmall() && datasets.stream().anyMatch(each -> each.table().equals("target"));
    if (candidate == null && mayBeAppendix) {
      return new AppendixSearch(Head.of(file, WHOLE), declared).find();
    }
    return candidate;
  }

  private Recognition.Recognised recognised(Candidate candidate, boolean isSynthetic) {
    Recognition.Recognised recognised =
        new Recognition.Recognised(
            candidate.dataset().table(),
            candidate.layout(),
            Scope.unknown(),
            isSynthetic,
            candidate.findings());
    ScopeSearch search = new ScopeSearch(file, declared, recognised, isSmall());
    Scope scope = search.find();
    return new Recognition.Recognised(
        recognised.dataset(), recognised.layout(), scope, isSynthetic, candidate.findings());
  }

  /** The rows of the head that are neither header, title nor total. */
  private static List<RowReader.Outcome> dataRows(Head head, Recognition.Recognised recognised) {
    RowReader reader = recognised.rowReader();
    return head.records().stream()
        .map(record -> reader.screen(record.rowNumber(), record.text()))
        .filter(outcome -> outcome.status() != RowStatus.CONTEXT)
        .toList();
  }

  /**
   * Columns of a known name prove nothing if no row has a key of the dataset: another exam also has
   * candidate numbers and marks in mathematics.
   *
   * @return what is wrong, or null
   */
  private static @Nullable Finding foreignKey(
      List<RowReader.Outcome> rows, Recognition.Recognised recognised) {
    Set<String> keys =
        recognised.contract().fields().stream()
            .filter(Field::key)
            .map(Field::name)
            .collect(Collectors.toSet());
    List<Finding> wrong =
        rows.stream()
            .flatMap(
                row ->
                    row.findings().stream()
                        .filter(each -> each.severity() == Severity.REJECT_ROW)
                        .filter(each -> each.text() != null && keys.contains(each.field()))
                        .limit(1))
            .toList();
    if (wrong.size() < Math.max(rows.size(), FOREIGN)) {
      return null;
    }
    Finding first = wrong.get(0);
    String counted = "%s, %d/%d".formatted(recognised.dataset(), wrong.size(), rows.size());
    return FindingCode.FILE_FOREIGN_KEYS.ofFile(first.field(), first.text(), counted);
  }

  private List<Contract> datasets() {
    List<Contract> all =
        Contracts.bundled().ofStage("raw").stream()
            .filter(contract -> !contract.fields().isEmpty())
            .toList();
    return declared.dataset() == null
        ? all
        : all.stream().filter(each -> each.table().equals(declared.dataset())).toList();
  }

  private boolean isSmall() {
    try {
      return Files.size(file) <= SMALL;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recognition rejected(Finding finding, boolean isSynthetic) {
    return new Recognition.Rejected(finding, isSynthetic);
  }
}
