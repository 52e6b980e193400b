package vn.phanluong.reading;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.HeaderForm;

/**
 * A line read as the header of a dataset.
 *
 * @param columns what each matching cell holds
 * @param unmatched texts of the cells that match nothing, by their place
 * @param missing fields the dataset needs and the line does not name
 * @param cells how many cells it has, nameless ones at its end included
 * @param named the same without them
 * @param forms of headers it shows
 */
record HeaderLine(
    Contract dataset,
    Head.Numbered line,
    char delimiter,
    List<Layout.Column> columns,
    SortedMap<Integer, String> unmatched,
    List<String> missing,
    int cells,
    int named,
    List<HeaderForm> forms) {
  private static final Set<String> RUNNING_NUMBER = Set.of("stt", "tt", "sott", "sothutu");

  static HeaderLine of(Contract dataset, HeaderIndex headers, Head.Numbered line, char delimiter) {
    Cells cells = new Cells();
    cells.split(line.text(), delimiter);
    Map<Integer, HeaderIndex.Match> matches = new LinkedHashMap<>();
    SortedMap<Integer, String> unmatched = new TreeMap<>();
    List<HeaderForm> forms = headers.formsIn(cells.texts());
    for (int cell = 0; cell < cells.count(); cell++) {
      HeaderIndex.Match match = headers.find(cells.text(cell), forms);
      if (match != null) {
        matches.put(cell, match);
      } else if (!cells.isBlank(cell) && !isRunningNumber(cells.text(cell))) {
        unmatched.put(cell, cells.text(cell));
      }
    }
    List<Layout.Column> columns = new ArrayList<>();
    Claims claims = Claims.of(matches);
    matches.forEach(
        (cell, match) -> {
          if (claims.stands(cell, match)) {
            columns.add(new Layout.Column(cell, match.field().name(), match.constants()));
          } else {
            unmatched.put(cell, cells.text(cell));
          }
        });
    return new HeaderLine(
        dataset,
        line,
        delimiter,
        List.copyOf(columns),
        unmatched,
        missing(dataset, columns),
        cells.count(),
        cells.lastFilled() + 1,
        forms);
  }

  /** A column that counts the rows is nobody's and no loss. */
  static boolean isRunningNumber(String header) {
    return RUNNING_NUMBER.contains(Spelling.bare(header));
  }

  private static List<String> missing(Contract dataset, List<Layout.Column> columns) {
    return dataset.fields().stream()
        .filter(Field::required)
        .filter(field -> columns.stream().noneMatch(each -> each.field().equals(field.name())))
        .map(field -> field.aliases().isEmpty() ? field.name() : field.aliases().get(0))
        .toList();
  }

  /** A header names all that is needed, and more than a key. */
  boolean isComplete() {
    return missing.isEmpty() && columns.size() > 1;
  }

  Layout layout(Head head) {
    Layout.Section section =
        new Layout.Section(line.next(), Integer.MAX_VALUE, named, cells, columns, Map.of());
    return new Layout(
        Layout.Kind.DELIMITED,
        String.valueOf(delimiter),
        head.charset(),
        head.sheet(),
        List.of(section),
        List.of());
  }

  List<Finding> findings() {
    Stream<Finding> assumed =
        forms.stream()
            .filter(HeaderForm::isAssumed)
            .map(
                form ->
                    FindingCode.HEADER_ASSUMED.ofRow(
                        line.rowNumber(), null, form.name(), said(form)));
    Stream<Finding> unread =
        unmatched.entrySet().stream()
            .map(
                cell ->
                    FindingCode.COLUMN_UNMATCHED
                        .ofRow(line.rowNumber(), null, cell.getValue(), "")
                        .in(cell.getKey()));
    return Stream.concat(assumed, unread).toList();
  }

  private static String said(HeaderForm form) {
    return form.fields().entrySet().stream()
        .map(each -> each.getKey() + " = " + each.getValue())
        .collect(joining(", "));
  }
}
