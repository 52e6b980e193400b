package vn.phanluong.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/** Recognises one file: its head, its layout, its scope, in this order. */
final class Recogniser {
  /** Files up to this size are read whole where that says more; in bytes. */
  private static final long SMALL = 5_000_000;

  private static final int HEAD = 200;
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
      return head.isWhole() && hasNoData(head, recognised)
          ? rejected(FindingCode.FILE_EMPTY.ofFile(null, null, ""), isSynthetic)
          : recognised;
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

  /** A header alone, or totals of nothing. */
  private static boolean hasNoData(Head head, Recognition.Recognised recognised) {
    RowReader reader = recognised.rowReader();
    return head.records().stream()
        .map(record -> reader.screen(record.rowNumber(), record.text()).status())
        .allMatch(status -> status == RowStatus.CONTEXT);
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
