package vn.phanluong.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;

/** The headers under which a dataset's fields are delivered. */
final class HeaderIndex {
  private final Map<String, Match> exact = new HashMap<>();
  private final Map<String, Match> stripped = new HashMap<>();

  /**
   * @param rank 0 for the field's own name, then its aliases in order; the lowest wins where two
   *     columns claim one field
   * @param constants text of further fields the header decides
   */
  record Match(Field field, int rank, Map<String, String> constants) {}

  HeaderIndex(Contract contract) {
    for (Field field : contract.fields()) {
      enter(field, field.name(), 0);
      List<String> aliases = field.aliases();
      for (int i = 0; i < aliases.size(); i++) {
        enter(field, aliases.get(i), i + 1);
      }
    }
  }

  /** The field of a header: as written, else without its marks if that fits one field only. */
  @Nullable Match find(String header) {
    if (header.length() > Spelling.LONGEST_NAME) {
      return null;
    }
    Match match = exact.get(Spelling.fold(header));
    if (match != null) {
      return match;
    }
    Match guess = stripped.get(Spelling.strip(header));
    return guess == null || guess.rank() < 0 ? null : guess;
  }

  private void enter(Field field, String header, int rank) {
    Match match = new Match(field, rank, constantsOf(field, header));
    exact.putIfAbsent(Spelling.fold(header), match);
    stripped.merge(
        Spelling.strip(header),
        match,
        (first, second) ->
            first.field().equals(second.field()) ? first : new Match(field, -1, Map.of()));
  }

  /** Of {@code Ngoai ngu (N1)=ma_ngoai_ngu:N1} what follows the header. */
  private static Map<String, String> constantsOf(Field field, String header) {
    Map<String, String> constants = new HashMap<>();
    for (String constant : field.constants()) {
      int equals = constant.lastIndexOf('=');
      if (constant.substring(0, equals).equals(header)) {
        int colon = constant.indexOf(':', equals);
        constants.put(constant.substring(equals + 1, colon), constant.substring(colon + 1));
      }
    }
    return Map.copyOf(constants);
  }
}
