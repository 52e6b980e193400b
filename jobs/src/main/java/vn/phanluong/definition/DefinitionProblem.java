package vn.phanluong.definition;

/**
 * What is wrong in an indicator's file, and where.
 *
 * @param path below {@code schemas/}
 * @param line from 1
 */
public record DefinitionProblem(String path, int line, String vi, String en)
    implements Comparable<DefinitionProblem> {

  /** The indicator of the file. */
  public String indicator() {
    return path.substring(path.lastIndexOf('/') + 1).replace(".yml", "");
  }

  @Override
  public int compareTo(DefinitionProblem other) {
    int byPath = path.compareTo(other.path);
    return byPath == 0 ? Integer.compare(line, other.line) : byPath;
  }

  @Override
  public String toString() {
    return "schemas/%s:%d: %s (%s)".formatted(path, line, vi, en);
  }
}
