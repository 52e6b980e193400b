package vn.phanluong.region;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/**
 * What is wrong in the lists of units, events and councils as files, before a program is built with
 * them.
 */
public final class ReferenceLint {
  private ReferenceLint() {}

  /** Flaws of rows that cannot be read; if all can, those of the history they tell. */
  public static List<Flaw> of(SchemaFiles files) {
    List<Flaw> flaws = new ArrayList<>();
    readers().forEach((list, reader) -> unreadable(files, list, reader, flaws));
    if (flaws.isEmpty()) {
      RegionHistory history = RegionHistory.knownOn(files, LocalDate.MAX);
      flaws.addAll(HistoryCheck.of(history));
      flaws.addAll(CouncilCheck.of(files, history));
    }
    return List.copyOf(flaws);
  }

  private static Map<String, Consumer<Map<String, String>>> readers() {
    Map<String, Consumer<Map<String, String>>> readers = new LinkedHashMap<>();
    RegionHistory.UNITS.forEach(list -> readers.put(list, Region::of));
    RegionHistory.EVENTS.forEach(list -> readers.put(list, Succession::of));
    readers.put(RegionHistory.MEMBERSHIPS, Membership::of);
    return readers;
  }

  private static void unreadable(
      SchemaFiles files, String list, Consumer<Map<String, String>> reader, List<Flaw> flaws) {
    if (files.under("reference/", "/" + list + ".csv").isEmpty()) {
      return;
    }
    for (Map<String, String> row : Reference.rows(files, list)) {
      try {
        RegionHistory.isKnown(row, LocalDate.MAX);
        reader.accept(row);
      } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
        flaws.add(
            new Flaw(
                "%s.csv %s".formatted(list, String.join(",", row.values())),
                "không đọc được dòng: " + e.getMessage(),
                "the row cannot be read: " + e.getMessage()));
      }
    }
  }
}
