package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.phanluong.text.Spelling;

/**
 * The cells of a line that may be a header. Split once for all datasets, because a damaged line may
 * have ten thousand.
 *
 * @param texts of the cells, empty ones included
 */
record HeaderCells(Head.Numbered line, char delimiter, List<String> texts) {
  static HeaderCells of(Head.Numbered line, char delimiter) {
    Cells cells = new Cells();
    cells.split(line.text(), delimiter);
    return new HeaderCells(line, delimiter, cells.texts());
  }

  /** A cell's text; empty past the last cell. */
  String text(int cell) {
    return cell < texts.size() ? texts.get(cell) : "";
  }

  boolean isBlank(int cell) {
    return text(cell).isEmpty();
  }

  /** What stands over each cell of the line below, or over nothing. */
  List<String> groupsOver(HeaderCells lower) {
    List<String> groups = new ArrayList<>();
    String group = "";
    for (int cell = 0; cell < Math.max(texts.size(), lower.texts().size()); cell++) {
      // A merged cell stands over the blank ones to its right, as long as they have a name below.
      group = isBlank(cell) && !lower.isBlank(cell) ? group : text(cell);
      groups.add(group);
    }
    return groups;
  }

  /** Names the line may hold, as {@link Spelling#strip} gives them. */
  Set<String> names() {
    return stripped(texts.stream());
  }

  /** The same of this line over another: each cell of the two alone, and both as one name. */
  Set<String> namesOver(HeaderCells lower) {
    List<String> groups = groupsOver(lower);
    return stripped(
        IntStream.range(0, groups.size())
            .boxed()
            .flatMap(
                cell ->
                    Stream.of(
                        groups.get(cell),
                        lower.text(cell),
                        both(groups.get(cell), lower.text(cell)))));
  }

  private static Set<String> stripped(Stream<String> texts) {
    return texts
        .filter(text -> text.length() <= Spelling.LONGEST_NAME)
        .distinct()
        .map(Spelling::strip)
        .collect(Collectors.toSet());
  }

  /** Two cells, one over the other, as one name. */
  static String both(String upper, String lower) {
    return (upper + " " + lower).strip();
  }
}
