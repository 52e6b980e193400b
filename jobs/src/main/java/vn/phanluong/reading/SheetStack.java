package vn.phanluong.reading;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.phanluong.text.Spelling;

/**
 * Sheets of one report as one file: a province sends a sheet a district, a school a sheet a class.
 * What they do not have in common is for the sender to tell apart.
 */
final class SheetStack {
  private static final Set<String> SUMS =
      Set.of("tonghop", "bieutonghop", "tong", "tongcong", "tongso", "chung", "toantinh", "total");

  private final List<Recognition.Recognised> sheets;

  /**
   * @param sheets at least two, of one dataset, in the order of the workbook
   * @throws RejectedFile if they are of several years or parts of a year, or laid out each its own
   *     way
   */
  SheetStack(List<Recognition.Recognised> sheets) {
    this.sheets = sheets;
    if (sheets.size() > StackedRows.MOST_SHEETS) {
      throw UnreadableFile.overLimit(
          "có hơn %d trang số liệu".formatted(StackedRows.MOST_SHEETS),
          "it has more than %d sheets of data".formatted(StackedRows.MOST_SHEETS));
    }
    requireOne(sheets.stream().map(each -> shape(each.layout())).toList());
    String dataset = sheets.get(0).dataset();
    if (!dataset.equals("target") && !dataset.equals("document")) {
      requireOne(sheets.stream().map(each -> Short.toString(each.scope().period())).toList());
      // The first sheet's titles hold for all; what only a later one says, it says of itself.
      requireOne(
          Stream.concat(
                  Stream.of(sheets.get(0).scope()),
                  sheets.stream().map(Recognition.Recognised::scope).filter(SheetStack::isPartSaid))
              .map(each -> each.part().of(each.period()))
              .toList());
    }
  }

  /** True if a sheet adds up the others: its rows would be counted twice. */
  static boolean isSum(String sheet) {
    return SUMS.contains(Spelling.bare(sheet));
  }

  /** For sheets of which each would be something else. */
  static RejectedFile contradiction(List<String> names, Stream<String> what) {
    return new RejectedFile(
        FindingCode.FILE_SEVERAL_SHEETS.ofFile(
            null, names.stream().map("«%s»"::formatted).collect(joining(", ")), of(what)));
  }

  private static String of(Stream<String> what) {
    return what.distinct().collect(joining("; "));
  }

  private void requireOne(List<String> what) {
    if (what.stream().distinct().count() > 1) {
      throw contradiction(
          sheets.stream().map(each -> each.layout().sheet()).toList(), what.stream());
    }
  }

  private static String shape(Layout layout) {
    return "%s%s"
        .formatted(layout.kind(), layout.delimiter().equals("\t") ? "" : layout.delimiter());
  }

  /** A title often stands on the first sheet alone. */
  private static boolean isPartSaid(Scope scope) {
    return !scope.part().knownBy().isEmpty();
  }

  /** True if each sheet alone is of the same reporter. */
  boolean isOfOneReporter() {
    return sheets.stream().map(each -> each.scope().reporterCode()).distinct().count() == 1;
  }

  /** All as one, of the reporter of the first. */
  Recognition.Recognised whole() {
    Recognition.Recognised first = sheets.get(0);
    List<Layout.Section> sections = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>();
    List<Layout.Further> further = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      int before = i * StackedRows.OF_A_SHEET;
      Layout layout = sheets.get(i).layout();
      layout.sections().forEach(section -> sections.add(later(section, before)));
      missing.addAll(layout.missing());
      sheets.get(i).findings().forEach(finding -> findings.add(finding.later(before)));
      if (i > 0) {
        further.add(new Layout.Further(layout.sheet(), layout.charset()));
      }
    }
    Layout layout =
        new Layout(
            first.layout().kind(),
            first.layout().delimiter(),
            first.layout().charset(),
            first.layout().sheet(),
            List.copyOf(sections),
            List.copyOf(missing),
            List.copyOf(further));
    return new Recognition.Recognised(
        first.dataset(), layout, first.scope(), first.isSynthetic(), List.copyOf(findings));
  }

  private static Layout.Section later(Layout.Section section, int rows) {
    int last = Math.min(section.lastRow(), StackedRows.OF_A_SHEET - 1);
    return new Layout.Section(
        section.firstRow() + rows,
        last + rows,
        section.fewest(),
        section.most(),
        section.columns(),
        section.constants());
  }
}
