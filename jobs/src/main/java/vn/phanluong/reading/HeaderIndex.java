package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.HeaderForm;
import vn.phanluong.text.Spelling;

/** The headers under which a dataset's fields are delivered. */
final class HeaderIndex {
  /** One for each dataset and year met: thousands of files have the same few headers. */
  private static final Map<Key, HeaderIndex> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, Match> exact = new HashMap<>();
  private final Map<String, Match> stripped = new HashMap<>();
  private final Map<HeaderForm, Map<String, Match>> forms = new LinkedHashMap<>();

  /** Of each field that is required, its names. */
  private final List<Set<String>> needed = new ArrayList<>();

  /**
   * @param rank -1 in a form, 0 for the field's own name, then its aliases in order; the lowest
   *     wins where two columns claim one field
   * @param constants text of further fields the header decides
   */
  record Match(Field field, int rank, Map<String, String> constants) {}

  /** Lists of fields are compared as objects: those of a contract are made once. */
  private record Key(List<Field> fields, int year) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && fields == key.fields && year == key.year;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(fields) + year;
    }
  }

  /** The headers of every year. */
  static HeaderIndex of(Contract contract) {
    return of(contract, 0);
  }

  /**
   * The headers of a year.
   *
   * @param year school year or exam year of the file; 0 if it is not known yet
   */
  static HeaderIndex of(Contract contract, int year) {
    return KNOWN.computeIfAbsent(
        new Key(contract.fields(), year), key -> new HeaderIndex(contract, year));
  }

  private HeaderIndex(Contract contract, int year) {
    for (Field field : contract.fields()) {
      enter(field, field.name(), 0);
      List<String> aliases = field.aliases();
      for (int i = 0; i < aliases.size(); i++) {
        enter(field, aliases.get(i), i + 1);
      }
    }
    contract.headerForms().stream()
        .filter(form -> form.holdsIn(year))
        .forEach(form -> forms.put(form, matches(contract, form)));
    contract.fields().stream().filter(Field::required).forEach(field -> needed.add(names(field)));
  }

  /** All names of a field, in whatever form, without their marks. */
  private Set<String> names(Field field) {
    Set<String> names = new HashSet<>();
    Stream.concat(Stream.of(field.name()), field.aliases().stream())
        .map(Spelling::strip)
        .forEach(names::add);
    for (Map<String, Match> form : forms.values()) {
      form.forEach(
          (header, match) -> {
            if (match.field().equals(field)) {
              names.add(Spelling.strip(header));
            }
          });
    }
    return names;
  }

  private static Map<String, Match> matches(Contract contract, HeaderForm form) {
    Map<String, Match> matches = new HashMap<>();
    form.fields()
        .forEach(
            (header, name) ->
                contract.fields().stream()
                    .filter(field -> field.name().equals(name))
                    .forEach(
                        field ->
                            matches.put(Spelling.fold(header), new Match(field, -1, Map.of()))));
    return matches;
  }

  /** The forms all of whose headers stand in a line. */
  List<HeaderForm> formsIn(List<String> headers) {
    if (forms.isEmpty()) {
      return List.of();
    }
    Set<String> folded = new HashSet<>();
    headers.stream().distinct().forEach(header -> folded.add(Spelling.fold(header)));
    return forms.entrySet().stream()
        .filter(form -> folded.containsAll(form.getValue().keySet()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The field of a header in a line that is of certain forms. */
  @Nullable Match find(String header, List<HeaderForm> ofLine) {
    for (HeaderForm form : ofLine) {
      Match match = forms.getOrDefault(form, Map.of()).get(Spelling.fold(header));
      if (match != null) {
        return match;
      }
    }
    return find(header);
  }

  /** True if a header may name a field, in whatever form. */
  boolean names(String header, String field) {
    Match match = find(header);
    if (match != null && match.field().name().equals(field)) {
      return true;
    }
    String folded = forms.isEmpty() ? "" : Spelling.fold(header);
    for (Map<String, Match> ofForm : forms.values()) {
      Match each = ofForm.get(folded);
      if (each != null && each.field().name().equals(field)) {
        return true;
      }
    }
    return false;
  }

  /**
   * False if some field that the dataset needs goes by none of the names, so that no line of them
   * is its whole header. Cheaper than to look: most lines tried are data.
   *
   * @param names as {@link Spelling#strip} gives them
   */
  boolean mayAllBeIn(Set<String> names) {
    return needed.stream().noneMatch(field -> Collections.disjoint(field, names));
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
