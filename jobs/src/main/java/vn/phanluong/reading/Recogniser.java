package vn.phanluong.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.HeaderForm;

/** Recognises one file: its heads, a layout, its scope, in this order. */
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

  /** All sheets of one dataset are read; of several datasets is for the sender to say. */
  private Recognition.Recognised recognised(List<Head> heads, boolean isSynthetic) {
    if (heads.isEmpty()) {
      throw new RejectedFile(FindingCode.FILE_EMPTY.ofFile(null, null, ""));
    }
    List<Contract> datasets = datasets();
    Map<Head, Candidate> candidates = new LinkedHashMap<>();
    int year = ScopeSearch.expectedYear(file, declared);
    for (Head head : heads) {
      Candidate candidate = candidate(head, datasets, year);
      if (candidate != null) {
        candidates.put(head, candidate);
      }
    }
    if (candidates.isEmpty()) {
      Recognition.Recognised declaration = declaration(heads, datasets, isSynthetic);
      if (declaration != null) {
        return declaration;
      }
      String nearest = new LayoutSearch(heads.get(0), datasets, year).nearest();
      throw new RejectedFile(FindingCode.FILE_UNKNOWN_DATASET.ofFile(null, null, nearest));
    }
    if (candidates.values().stream().map(each -> each.dataset().table()).distinct().count() > 1) {
      throw SheetStack.contradiction(
          candidates.keySet().stream().map(Head::sheet).toList(),
          candidates.values().stream().map(each -> each.dataset().table()));
    }
    List<Finding> unread = unread(heads, candidates);
    List<Recognition.Recognised> sheets = new ArrayList<>();
    RejectedFile empty = null;
    for (Map.Entry<Head, Candidate> each : candidates.entrySet()) {
      List<Finding> about = new ArrayList<>(aboutEncoding(each.getKey()));
      about.addAll(sheets.isEmpty() ? unread : List.of());
      try {
        sheets.add(recognised(each.getKey(), each.getValue(), isSynthetic, about));
      } catch (RejectedFile e) {
        // A sheet without rows, such as that of a district which has none yet, is no fault.
        if (!e.finding().code().equals(FindingCode.FILE_EMPTY.id())) {
          throw e;
        }
        empty = empty == null ? e : empty;
      }
    }
    if (sheets.isEmpty()) {
      throw Objects.requireNonNull(empty);
    }
    return sheets.size() == 1 ? sheets.get(0) : stacked(new SheetStack(sheets));
  }

  /** Sheets that are not read: those of no dataset, and the one that adds up the others. */
  private static List<Finding> unread(List<Head> heads, Map<Head, Candidate> candidates) {
    List<Finding> findings = new ArrayList<>();
    for (Head head : heads) {
      if (!candidates.containsKey(head)) {
        findings.add(FindingCode.SHEET_NOT_READ.ofFile(null, head.sheet(), ""));
      } else if (candidates.size() > 1 && SheetStack.isSum(head.sheet())) {
        candidates.remove(head);
        findings.add(FindingCode.SHEET_SUMS.ofFile(null, head.sheet(), ""));
      }
    }
    return findings;
  }

  /** Where each sheet names another office, the file is of the one around all their rows. */
  private Recognition.Recognised stacked(SheetStack stack) {
    Recognition.Recognised whole = stack.whole();
    if (stack.isOfOneReporter()) {
      return whole;
    }
    Letterhead none = Letterhead.of(List.of(), whole.layout().delimiter());
    Scope scope = new ScopeSearch(file, declared, whole, isSmall(), none).find();
    return new Recognition.Recognised(
        whole.dataset(),
        whole.layout(),
        scope.with(whole.scope().part()),
        whole.isSynthetic(),
        whole.findings());
  }

  private Recognition.Recognised recognised(
      Head head, Candidate candidate, boolean isSynthetic, List<Finding> aboutFile) {
    requireContent(head, unscoped(candidate, isSynthetic, aboutFile));
    Recognition.Recognised recognised = scoped(head, candidate, isSynthetic, aboutFile);
    int year = ScopeSearch.expectedYear(file, declared);
    if (recognised.scope().period() != year && hasFormsOfYears(recognised.contract())) {
      Candidate ofYear = candidate(head, datasets(), recognised.scope().period());
      recognised = scoped(head, ofYear == null ? candidate : ofYear, isSynthetic, aboutFile);
    }
    List<RowReader.Outcome> rows = dataRows(head, recognised).toList();
    if (rows.isEmpty() && (head.isWhole() || !hasRow(recognised))) {
      return withoutRows(head, recognised);
    }
    Finding foreign = ForeignKeys.in(rows, recognised);
    if (foreign != null) {
      throw new RejectedFile(foreign);
    }
    return recognised;
  }

  /** Asked before the scope, which an empty template cannot tell. */
  private static void requireContent(Head head, Recognition.Recognised unscoped) {
    if (head.isWhole()
        && dataRows(head, unscoped).findAny().isEmpty()
        && NoPupils.in(head) == null) {
      throw new RejectedFile(FindingCode.FILE_EMPTY.ofFile(null, null, ""));
    }
  }

  /** A file that says there is nothing to report has been delivered; one that says nothing not. */
  private static Recognition.Recognised withoutRows(Head head, Recognition.Recognised recognised) {
    String said = head.isWhole() ? NoPupils.in(head) : null;
    if (said == null) {
      throw new RejectedFile(FindingCode.FILE_EMPTY.ofFile(null, null, ""));
    }
    List<Finding> findings = new ArrayList<>(recognised.findings());
    findings.add(FindingCode.FILE_DECLARED_EMPTY.ofFile(null, said, ""));
    return new Recognition.Recognised(
        recognised.dataset(),
        recognised.layout(),
        recognised.scope(),
        recognised.isSynthetic(),
        List.copyOf(findings));
  }

  /** Without a header only the sender can say what there is nothing of. */
  private Recognition.@Nullable Recognised declaration(
      List<Head> heads, List<Contract> datasets, boolean isSynthetic) {
    Head head = heads.get(0);
    if (declared.dataset() == null || datasets.size() != 1 || heads.size() > 1 || !head.isWhole()) {
      return null;
    }
    if (head.records().stream().anyMatch(record -> !isSaying(record))) {
      return null;
    }
    Layout layout =
        new Layout(
            Layout.Kind.DELIMITED,
            ",",
            head.charset(),
            head.sheet(),
            List.of(),
            List.of(),
            List.of());
    Candidate candidate = new Candidate(datasets.get(0), layout, List.of());
    return withoutRows(head, scoped(head, candidate, isSynthetic, aboutEncoding(head)));
  }

  /** A title, a note or a declaration: one cell with text. */
  private static boolean isSaying(Head.Numbered record) {
    Cells cells = new Cells();
    return Head.DELIMITERS
        .chars()
        .peek(each -> cells.split(record.text(), (char) each))
        .allMatch(each -> cells.filled() <= 1 || NoPupils.isSaidIn(record.text()));
  }

  private static boolean hasFormsOfYears(Contract dataset) {
    return dataset.headerForms().stream().anyMatch(HeaderForm::hasYears);
  }

  private static List<Finding> aboutEncoding(Head read) {
    if (read.confidence() == 1 && !Encoding.isGuess(read.charset())) {
      return List.of();
    }
    String sure = "%s, %.0f %%".formatted(read.charset(), 100 * read.confidence());
    return List.of(FindingCode.FILE_ENCODING_GUESSED.ofFile(null, null, sure));
  }

  private @Nullable Candidate candidate(Head head, List<Contract> datasets, int year) {
    Candidate candidate = new LayoutSearch(head, datasets, year).find();
    boolean mayBeAppendix =
        isSmall() && datasets.stream().anyMatch(each -> each.table().equals("target"));
    if (candidate == null && mayBeAppendix) {
      return new AppendixSearch(head.further(file, WHOLE), declared).find();
    }
    return candidate;
  }

  private static Recognition.Recognised unscoped(
      Candidate candidate, boolean isSynthetic, List<Finding> aboutFile) {
    List<Finding> findings = new ArrayList<>(aboutFile);
    findings.addAll(candidate.findings());
    return new Recognition.Recognised(
        candidate.dataset().table(),
        candidate.layout(),
        Scope.unknown(),
        isSynthetic,
        List.copyOf(findings));
  }

  private Recognition.Recognised scoped(
      Head head, Candidate candidate, boolean isSynthetic, List<Finding> aboutFile) {
    Recognition.Recognised unscoped = unscoped(candidate, isSynthetic, aboutFile);
    TitleSearch titles = TitleSearch.of(head, unscoped);
    ScopeSearch search = new ScopeSearch(file, declared, unscoped, isSmall(), titles.letterhead());
    return new Recognition.Recognised(
        unscoped.dataset(),
        unscoped.layout(),
        search.find().with(part(titles, unscoped)),
        isSynthetic,
        unscoped.findings());
  }

  private Part part(TitleSearch titles, Recognition.Recognised recognised) {
    DeclaredPart title = titles.find(declared.part());
    String usual = recognised.contract().accumulation().toUpperCase(Locale.ROOT);
    return declared.part().over(title, Part.Accumulation.valueOf(usual));
  }

  /** Whether any record of the file is a row of data, good or bad. */
  private boolean hasRow(Recognition.Recognised recognised) {
    RowReader reader = recognised.rowReader();
    try (Records records = Records.of(file, recognised.layout())) {
      String record = records.next();
      while (record != null) {
        if (reader.screen(records.rowNumber(), record).status() != RowStatus.CONTEXT) {
          return true;
        }
        record = records.next();
      }
      return false;
    }
  }

  /** The rows of the head that are neither header, title nor total. */
  private static Stream<RowReader.Outcome> dataRows(Head head, Recognition.Recognised recognised) {
    RowReader reader = recognised.rowReader();
    return head.records().stream()
        .map(record -> reader.screen(record.rowNumber(), record.text()))
        .filter(outcome -> outcome.status() != RowStatus.CONTEXT);
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
