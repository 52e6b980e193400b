package vn.phanluong.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.phanluong.definition.Contract;

/**
 * Parts of a table, each named by the values of some columns. A part without a column is the whole
 * table.
 */
public record Slices(Set<Map<String, String>> parts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static final Slices NONE = new Slices(Set.of());
  public static final Slices WHOLE = new Slices(Set.of(Map.of()));

  public boolean isNone() {
    return parts.isEmpty();
  }

  public boolean isWhole() {
    return parts.contains(Map.of());
  }

  public Slices and(Slices other) {
    if (isWhole() || other.isWhole()) {
      return WHOLE;
    }
    Set<Map<String, String>> both = new LinkedHashSet<>(parts);
    both.addAll(other.parts);
    return new Slices(both);
  }

  /** The parts as far as the given columns name them; the whole table if they share none. */
  public Slices on(Collection<String> columns) {
    Set<Map<String, String>> shared = new LinkedHashSet<>();
    for (Map<String, String> part : parts) {
      Map<String, String> kept = new TreeMap<>(part);
      kept.keySet().retainAll(columns);
      shared.add(kept);
    }
    return shared.contains(Map.of()) ? WHOLE : new Slices(shared);
  }

  /**
   * SQL condition that holds for the rows of these parts.
   *
   * <p>Parts that differ in their last column only become one IN list, so that a hundred slices of
   * one year are one short condition.
   */
  public String condition(Contract contract) {
    if (isWhole()) {
      return "true";
    }
    Map<Map<String, String>, Map<String, Set<String>>> grouped = new java.util.LinkedHashMap<>();
    for (Map<String, String> part : parts) {
      TreeMap<String, String> rest = new TreeMap<>(part);
      String last =
          contract.partition().stream()
              .filter(rest::containsKey)
              .reduce((a, b) -> b)
              .orElse(rest.firstKey());
      String value = rest.remove(last);
      grouped
          .computeIfAbsent(rest, key -> new TreeMap<>())
          .computeIfAbsent(last, key -> new TreeSet<>())
          .add(value);
    }
    return grouped.entrySet().stream()
        .flatMap(
            group ->
                group.getValue().entrySet().stream()
                    .map(in -> "(%s)".formatted(all(contract, group.getKey(), in))))
        .collect(Collectors.joining(" OR "));
  }

  private static String all(
      Contract contract, Map<String, String> equal, Map.Entry<String, Set<String>> in) {
    List<String> conditions =
        new java.util.ArrayList<>(
            equal.entrySet().stream()
                .map(
                    e ->
                        "%s = %s"
                            .formatted(e.getKey(), literal(contract, e.getKey(), e.getValue())))
                .toList());
    conditions.add(
        in.getValue().stream()
            .map(value -> literal(contract, in.getKey(), value))
            .collect(Collectors.joining(", ", in.getKey() + " IN (", ")")));
    return String.join(" AND ", conditions);
  }

  private static String literal(Contract contract, String column, String value) {
    boolean isText =
        contract.columns().stream()
            .anyMatch(c -> c.name().equals(column) && c.type().equals("string"));
    return isText ? "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'" : value;
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads what {@link #toJson} wrote. */
  public static Slices fromJson(String text) {
    try {
      return new Slices(JSON.readValue(text, new TypeReference<Set<Map<String, String>>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not a list of slices: " + text, e);
    }
  }
}
