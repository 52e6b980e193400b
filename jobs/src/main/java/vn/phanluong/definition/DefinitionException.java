package vn.phanluong.definition;

import java.util.List;

/** A contract, an indicator definition or a reference list is wrong; names every problem found. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DefinitionException(String where, List<String> problems) {
    super("Cannot read %s:\n  - %s".formatted(where, String.join("\n  - ", problems)));
  }
}
