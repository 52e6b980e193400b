package vn.phanluong.reading;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.HeaderForm;
import vn.phanluong.text.Spelling;

/**
 * A line read as the header of a dataset.
 *
 * @param columns what each matching cell holds
 * @param unmatched texts of the cells that match nothing, by their place
 * @param unnamed places of the cells without a text
 * @param missing fields the dataset needs and the line does not name
 * @param cells how many cells it has, nameless ones at its end included
 * @param named the same without them
 * @param forms of headers it shows
 * @param isTwoLines true if the line below belongs to it
 * @param isByTotal true if the line below says which column of a group is its total
 */
record HeaderLine(
    Contract dataset,
    Head.Numbered line,
    char delimiter,
    List<Layout.Column> columns,
    SortedMap<Integer, String> unmatched,
    List<Integer> unnamed,
    List<String> missing,
    int cells,
    int named,
    List<HeaderForm> forms,
    boolean isTwoLines,
    boolean isByTotal) {
  private static final Set<String> RUNNING_NUMBER = Set.of("stt", "tt", "sott", "sothutu");

  private static final Set<String> WHOLE = Set.of("tongso", "tongcong", "tong", "chung");

  /** Characters of such a word at most, however its letters are set apart. */
  private static final int LONGEST = 60;

  /** What stands in the cells of a header, and where. */
  private record Names(
      Head.Numbered line, List<String> texts, boolean isTwoLines, boolean isByTotal) {}

  static HeaderLine of(Contract dataset, HeaderIndex headers, HeaderCells line) {
    return of(
        dataset, headers, line.delimiter(), new Names(line.line(), line.texts(), false, false));
  }

  /** A header of two lines: «Điểm thi» over «Toán», «Số học sinh» over «Nam» and «Nữ». */
  static HeaderLine of(
      Contract dataset, HeaderIndex headers, HeaderCells upper, HeaderCells lower) {
    List<String> texts = new ArrayList<>();
    // A damaged line may repeat one name ten thousand times.
    Map<List<String>, String> joined = new HashMap<>();
    List<String> groups = upper.groupsOver(lower);
    boolean isByTotal = false;
    for (int cell = 0; cell < groups.size(); cell++) {
      String group = groups.get(cell);
      isByTotal |= isWhole(lower.text(cell)) && headers.find(group) != null;
      texts.add(
          joined.computeIfAbsent(
              List.of(group, lower.text(cell)), pair -> joined(headers, pair.get(0), pair.get(1))));
    }
    Head.Numbered first = upper.line();
    Head.Numbered both = new Head.Numbered(first.rowNumber(), lower.line().next(), first.text());
    return of(dataset, headers, upper.delimiter(), new Names(both, texts, true, isByTotal));
  }

  /** What two cells name together, else the lower alone, else the upper alone. */
  private static String joined(HeaderIndex headers, String upper, String lower) {
    String both = HeaderCells.both(upper, lower);
    if (headers.find(both) != null) {
      return both;
    }
    return headers.find(lower) != null
        ? lower
        : headers.find(upper) != null && (lower.isEmpty() || isWhole(lower)) ? upper : both;
  }

  /** «Số tốt nghiệp» over «Tổng số» and «Nữ»: the first is the number, the second a part of it. */
  private static boolean isWhole(String lower) {
    return isOneOf(WHOLE, lower);
  }

  /** A damaged file may have cells of any length, and folding them all would take its time. */
  private static boolean isOneOf(Set<String> words, String header) {
    return header.length() <= LONGEST && words.contains(Spelling.bare(header));
  }

  private static HeaderLine of(Contract dataset, HeaderIndex headers, char delimiter, Names names) {
    List<String> texts = names.texts();
    Map<Integer, HeaderIndex.Match> matches = new LinkedHashMap<>();
    SortedMap<Integer, String> unmatched = new TreeMap<>();
    List<HeaderForm> forms = headers.formsIn(texts);
    Map<String, Optional<HeaderIndex.Match>> found = new HashMap<>();
    Map<String, Boolean> nobodys = new HashMap<>();
    for (int cell = 0; cell < texts.size(); cell++) {
      String text = texts.get(cell);
      Optional<HeaderIndex.Match> match =
          found.computeIfAbsent(text, each -> Optional.ofNullable(headers.find(each, forms)));
      if (match.isPresent()) {
        matches.put(cell, match.get());
      } else if (!nobodys.computeIfAbsent(text, each -> each.isEmpty() || isRunningNumber(each))) {
        unmatched.put(cell, text);
      }
    }
    List<Layout.Column> columns = new ArrayList<>();
    Claims claims = Claims.of(matches);
    matches.forEach(
        (cell, match) -> {
          if (claims.stands(cell, match)) {
            columns.add(new Layout.Column(cell, match.field().name(), match.constants()));
          } else {
            unmatched.put(cell, texts.get(cell));
          }
        });
    return new HeaderLine(
        dataset,
        names.line(),
        delimiter,
        List.copyOf(columns),
        unmatched,
        IntStream.range(0, texts.size()).filter(cell -> texts.get(cell).isEmpty()).boxed().toList(),
        missing(dataset, columns),
        texts.size(),
        named(texts),
        forms,
        names.isTwoLines(),
        names.isByTotal());
  }

  private static int named(List<String> texts) {
    int named = texts.size();
    while (named > 0 && texts.get(named - 1).isEmpty()) {
      named--;
    }
    return named;
  }

  /** A column that counts the rows is nobody's and no loss. */
  static boolean isRunningNumber(String header) {
    return isOneOf(RUNNING_NUMBER, header);
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
        List.of(),
        List.of());
  }

  List<Finding> findings(Head head) {
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
    return Stream.of(assumed, unread, UnnamedColumns.under(this, head).stream())
        .flatMap(each -> each)
        .toList();
  }

  private static String said(HeaderForm form) {
    return form.fields().entrySet().stream()
        .map(each -> each.getKey() + " = " + each.getValue())
        .collect(joining(", "));
  }
}
