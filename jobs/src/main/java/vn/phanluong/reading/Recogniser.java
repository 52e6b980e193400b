package vn.phanluong.reading;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;

/** Recognises one file: its heads, a layout, its scope, in this order. */
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
    List<Head> heads =
        Head.all(file, HEAD).stream().filter(head -> !OwnSheets.isOwn(head)).toList();
    boolean isSynthetic = heads.stream().anyMatch(Head::isSynthetic);
    List<Head> filled = heads.stream().filter(head -> !head.isBlank()).toList();
    try {
      return recognised(filled, isSynthetic);
    } catch (RejectedFile e) {
      return new Recognition.Rejected(e.finding(), isSynthetic);
    }
  }

  /** Of several sheets one may hold data; a second would be lost, so that is for the sender. */
  private Recognition.Recognised recognised(List<Head> heads, boolean isSynthetic) {
    if (heads.isEmpty()) {
      throw new RejectedFile(FindingCode.FILE_EMPTY.ofFile(null, null, ""));
    }
    List<Contract> datasets = datasets();
    Map<Head, Candidate> candidates = new LinkedHashMap<>();
    for (Head head : heads) {
      Candidate candidate = candidate(head, datasets);
      if (candidate != null) {
        candidates.put(head, candidate);
      }
    }
    if (candidates.isEmpty()) {
      String nearest = new LayoutSearch(heads.get(0), datasets).nearest();
      throw new RejectedFile(FindingCode.FILE_UNKNOWN_DATASET.ofFile(null, null, nearest));
    }
    if (candidates.size() > 1) {
      throw new RejectedFile(
          FindingCode.FILE_SEVERAL_SHEETS.ofFile(null, null, names(candidates.keySet())));
    }
    Map.Entry<Head, Candidate> only = candidates.entrySet().iterator().next();
    List<Finding> findings = new ArrayList<>(aboutFile(heads, only.getKey()));
    findings.addAll(only.getValue().findings());
    Recognition.Recognised recognised = unscoped(only.getValue(), isSynthetic, findings);
    if (only.getKey().isWhole() && dataRows(only.getKey(), recognised).isEmpty()) {
      // Before the scope is asked for, which an empty template cannot tell.
      throw new RejectedFile(FindingCode.FILE_EMPTY.ofFile(null, null, ""));
    }
    recognised = scoped(recognised);
    Finding foreign = foreignKey(dataRows(only.getKey(), recognised), recognised);
    if (foreign != null) {
      throw new RejectedFile(foreign);
    }
    return recognised;
  }

  private static List<Finding> aboutFile(List<Head> heads, Head read) {
    List<Finding> findings = new ArrayList<>();
    if (read.confidence() < 1 || Encoding.isGuess(read.charset())) {
      String sure = "%s, %.0f %%".formatted(read.charset(), 100 * read.confidence());
      findings.add(FindingCode.FILE_ENCODING_GUESSED.ofFile(null, null, sure));
    }
    heads.stream()
        .filter(head -> !head.sheet().equals(read.sheet()))
        .forEach(head -> findings.add(FindingCode.SHEET_NOT_READ.ofFile(null, head.sheet(), "")));
    return findings;
  }

  private static String names(Set<Head> heads) {
    return heads.stream().map(head -> "«%s»".formatted(head.sheet())).collect(joining(", "));
  }

  private @Nullable Candidate candidate(Head head, List<Contract> datasets) {
    Candidate candidate = new LayoutSearch(head, datasets).find();
    boolean mayBeAppendix =
        isSmall() && datasets.stream().anyMatch(each -> each.table().equals("target"));
    if (candidate == null && mayBeAppendix) {
      return new AppendixSearch(head.further(file, WHOLE), declared).find();
    }
    return candidate;
  }

  private static Recognition.Recognised unscoped(
      Candidate candidate, boolean isSynthetic, List<Finding> findings) {
    return new Recognition.Recognised(
        candidate.dataset().table(),
        candidate.layout(),
        Scope.unknown(),
        isSynthetic,
        List.copyOf(findings));
  }

  private Recognition.Recognised scoped(Recognition.Recognised unscoped) {
    return new Recognition.Recognised(
        unscoped.dataset(),
        unscoped.layout(),
        new ScopeSearch(file, declared, unscoped, isSmall()).find(),
        unscoped.isSynthetic(),
        unscoped.findings());
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
}
