package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.SchemaFiles;

/**
 * Finds the tables of registered targets in a plan's appendix as it was printed: a caption with the
 * year, a line with the document, and under a heading for each level of education a table of places
 * by indicators.
 */
final class AppendixSearch {
  private static final Pattern SECTION =
      Pattern.compile("([IVX]+)\\s*[.)]\\s*(?:(?:cấp|bậc)\\s+)?(.+)", flags());
  private static final Pattern APPENDIX =
      Pattern.compile("phụ lục(?:\\s+(?:số\\s+)?([IVX\\d]+))?", flags());
  private static final CodeList LEVELS =
      CodeList.of(SchemaFiles.bundled(), "education_level", "level_code");

  /** No header of an appendix is longer, in characters. */
  private static final int LONGEST = 20_000;

  private final Head head;
  private final Declared declared;
  private final HeaderIndex headers;
  private final Contract target = Contracts.bundled().of("raw.target");

  private String appendix = "Phụ lục";
  private @Nullable Heading heading;

  private record Heading(String number, String level) {}

  /** A table's header and the heading it stands under. */
  private record Table(
      Head.Numbered line,
      char delimiter,
      int cells,
      List<Layout.Column> columns,
      List<String> unmatched,
      @Nullable Heading heading) {}

  AppendixSearch(Head head, Declared declared) {
    this.head = head;
    this.declared = declared;
    headers = HeaderIndex.of(target);
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  }

  /**
   * The layout of the tables, or null if there are none.
   *
   * @throws RejectedFile if tables stand there and the year, the document or a level does not
   */
  @Nullable Candidate find() {
    List<Table> tables = tables();
    if (tables.isEmpty()) {
      return null;
    }
    AppendixCaption caption = AppendixCaption.of(head, declared);
    List<Layout.Section> sections = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      int last =
          i + 1 < tables.size() ? tables.get(i + 1).line().rowNumber() - 1 : Integer.MAX_VALUE;
      sections.add(section(tables.get(i), last, caption));
    }
    Layout layout =
        new Layout(
            Layout.Kind.APPENDIX,
            String.valueOf(tables.get(0).delimiter()),
            head.charset(),
            head.sheet(),
            List.copyOf(sections),
            List.of(),
            List.of());
    return new Candidate(target, layout, findings(tables, caption));
  }

  private static List<Finding> findings(List<Table> tables, AppendixCaption caption) {
    List<Finding> findings = new ArrayList<>(caption.findings());
    for (Table table : tables) {
      for (String header : table.unmatched()) {
        findings.add(
            FindingCode.COLUMN_UNMATCHED.ofRow(table.line().rowNumber(), null, header, ""));
      }
    }
    return List.copyOf(findings);
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (Head.Numbered record : head.records()) {
      String text = record.title();
      Matcher title = APPENDIX.matcher(text);
      if (title.matches()) {
        appendix = title.group(1) == null ? "Phụ lục" : "Phụ lục " + title.group(1);
      }
      Matcher section = SECTION.matcher(text);
      String level = section.matches() ? LEVELS.find(section.group(2)) : null;
      if (level != null) {
        heading = new Heading(section.group(1), level);
      }
      Table table = table(record);
      if (table != null) {
        tables.add(table);
      }
    }
    return tables;
  }

  private @Nullable Table table(Head.Numbered record) {
    if (record.text().length() > LONGEST) {
      return null;
    }
    for (char delimiter : Head.DELIMITERS.toCharArray()) {
      Cells cells = new Cells();
      cells.split(record.text(), delimiter);
      int place = -1;
      List<Layout.Column> values = new ArrayList<>();
      List<String> unmatched = new ArrayList<>();
      for (int cell = 0; cell < cells.count(); cell++) {
        HeaderIndex.Match match = headers.find(cells.text(cell));
        IndicatorDefinition indicator = Indicators.bundled().ofHeader(cells.text(cell));
        if (indicator != null) {
          values.add(column(cell, indicator));
        } else if (match != null && match.field().name().equals("place")) {
          place = cell;
        } else if (!cells.isBlank(cell) && !HeaderLine.isRunningNumber(cells.text(cell))) {
          unmatched.add(cells.text(cell));
        }
      }
      if (place >= 0 && !values.isEmpty()) {
        values.add(0, new Layout.Column(place, "place", Map.of()));
        return new Table(record, delimiter, cells.count(), values, unmatched, heading);
      }
    }
    return null;
  }

  private static Layout.Column column(int cell, IndicatorDefinition indicator) {
    Map<String, String> constants = new HashMap<>();
    constants.put("indicator_id", indicator.id());
    if (!indicator.destinations().isEmpty()) {
      constants.put("destinations", String.join("|", indicator.destinations()));
    }
    return new Layout.Column(cell, "value", Map.copyOf(constants));
  }

  private Layout.Section section(Table table, int lastRow, AppendixCaption caption) {
    Map<String, String> constants = new HashMap<>(caption.constants());
    Heading above = table.heading();
    constants.put("education_level", above == null ? onlyLevel(table) : above.level());
    constants.put("section", above == null ? appendix : appendix + "." + above.number());
    return new Layout.Section(
        table.line().next(),
        lastRow,
        table.columns().size(),
        table.cells(),
        table.columns(),
        Map.copyOf(constants));
  }

  /** Without a heading, the level of the one indicator that has a single level. */
  private static String onlyLevel(Table table) {
    Set<String> levels = new TreeSet<>();
    for (Layout.Column column : table.columns()) {
      IndicatorDefinition indicator =
          Indicators.bundled().find(column.constants().getOrDefault("indicator_id", ""));
      if (indicator != null && indicator.educationLevels().size() == 1) {
        levels.addAll(indicator.educationLevels());
      }
    }
    if (levels.size() != 1) {
      throw new RejectedFile(
          FindingCode.FILE_UNKNOWN_DATASET.ofFile(
              "education_level",
              null,
              "Bảng ở dòng %d không ghi cấp học (the table does not say its level)."
                  .formatted(table.line().rowNumber())));
    }
    return levels.iterator().next();
  }
}
