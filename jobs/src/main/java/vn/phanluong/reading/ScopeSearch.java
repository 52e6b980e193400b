package vn.phanluong.reading;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.reading.Scope.KnownBy;
import vn.phanluong.region.Communes;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;

/** Finds who a file is from and which year it is about: as declared, else from what it holds. */
final class ScopeSearch {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d\\d");

  /** Rows looked at for the year and, in a large file, for the place. */
  private static final int PEEK = 2000;

  private final Path file;
  private final Declared declared;
  private final Recognition.Recognised recognised;
  private final boolean isSmall;
  private final Letterhead letterhead;
  private final FieldPositions positions;

  /**
   * @param isSmall true if all its rows may be read for it
   */
  ScopeSearch(
      Path file,
      Declared declared,
      Recognition.Recognised recognised,
      boolean isSmall,
      Letterhead letterhead) {
    this.file = file;
    this.letterhead = letterhead;
    this.declared = declared;
    this.recognised = recognised;
    this.isSmall = isSmall;
    positions = new FieldPositions(recognised.contract());
  }

  /**
   * The scope.
   *
   * @throws RejectedFile if there is none, or the one declared does not exist
   */
  Scope find() {
    return switch (recognised.dataset()) {
      case "exam_result" -> ofExam();
      case "target" -> ofTarget();
      case "document" -> new Scope(Scope.NATION, (short) 0, KnownBy.CONTENT, KnownBy.CONTENT);
      default -> ofCount();
    };
  }

  private Scope ofExam() {
    Set<Object> years = values("exam_year", PEEK);
    Period period = period(years.isEmpty() ? null : (Short) years.iterator().next());
    if (!ExamCouncils.bundled().hasYear(period.year())) {
      throw new RejectedFile(
          FindingCode.FILE_PERIOD_UNKNOWN.ofFile("exam_year", Short.toString(period.year()), ""));
    }
    String reporter = declared.reporterCode();
    if (reporter == null) {
      String council = CouncilCount.of(file, recognised, positions.of("council_code"));
      return new Scope(council, period.year(), KnownBy.CONTENT, period.knownBy());
    }
    if (!reporter.equals(Scope.NATION) && !isCouncil(reporter, period.year())) {
      throw unknownReporter(reporter);
    }
    return new Scope(reporter, period.year(), KnownBy.DECLARED, period.knownBy());
  }

  private static boolean isCouncil(String reporter, short year) {
    return ExamCouncils.bundled().has(year, reporter);
  }

  private Scope ofCount() {
    String year = recognised.contract().rows().period();
    Set<Object> cohorts = years(year == null ? "cohort_year" : year);
    Period period = period(cohorts.isEmpty() ? null : (Short) cohorts.iterator().next());
    String reporter = declared.reporterCode();
    if (reporter != null) {
      return new Scope(
          unitOf(reporter, period.year()), period.year(), KnownBy.DECLARED, period.knownBy());
    }
    // Where no row says its year, its places can be looked up only when the year is known.
    Scope known =
        year == null
            ? recognised.scope()
            : new Scope(Scope.NATION, period.year(), KnownBy.CONTENT, period.knownBy());
    return new Scope(unit(known, period.year()), period.year(), KnownBy.CONTENT, period.knownBy());
  }

  /**
   * The unit a file is from. Where a district stands between, a commune is no reporter: who answers
   * is its district or its province. Where there are no districts communes report themselves: one
   * that the letterhead names, else one that holds all rows.
   */
  private String unit(Scope known, short year) {
    RowReader coarse =
        new RowReader(recognised.contract().withoutCommunes(), recognised.layout(), known);
    String unit = new ReporterSearch(rowsOfUnits(coarse)).find(letterhead);
    LocalDate day = LocalDate.of(year, 12, 31);
    Region province = Places.bundled().find(unit);
    if (province == null
        || !province.level().equals(Places.PROVINCE)
        || Places.bundled().holds(unit, Places.DISTRICT, day)) {
      return unit;
    }
    Region sender = letterhead.commune(unit, day);
    if (sender != null) {
      return sender.regionKey();
    }
    RowReader fine = new RowReader(recognised.contract(), recognised.layout(), known);
    Set<String> units = rowsOfUnits(fine).keySet();
    Region only = units.size() == 1 ? Communes.bundled().find(units.iterator().next()) : null;
    return only == null || letterhead.isOf(province) ? unit : only.regionKey();
  }

  /** Where no row is accepted, what the others say is still surer than the name of the file. */
  private Set<Object> years(String field) {
    Set<Object> accepted = values(field, PEEK, false);
    return accepted.isEmpty() ? values(field, PEEK, true) : accepted;
  }

  private static String unitOf(String reporter, short year) {
    if (Places.bundled().find(reporter) != null || Communes.bundled().find(reporter) != null) {
      return reporter;
    }
    PlaceResult result = Places.bundled().resolve(reporter, null, null, LocalDate.of(year, 5, 31));
    if (result instanceof PlaceResult.Found found) {
      return found.unit().regionKey();
    }
    throw unknownReporter(reporter);
  }

  private Scope ofTarget() {
    Set<Object> years = values("target_year", isSmall ? Integer.MAX_VALUE : 0);
    Set<Object> documents = values("document_id", isSmall ? Integer.MAX_VALUE : 0);
    Short only = years.size() == 1 ? (Short) years.iterator().next() : Short.valueOf((short) 0);
    Period period = period(only);
    String reporter = declared.reporterCode();
    if (reporter != null) {
      return new Scope(reporter, period.year(), KnownBy.DECLARED, period.knownBy());
    }
    String document = documents.size() == 1 ? (String) documents.iterator().next() : Scope.NATION;
    return new Scope(String.valueOf(document), period.year(), KnownBy.CONTENT, period.knownBy());
  }

  private record Period(short year, KnownBy knownBy) {}

  private Period period(@Nullable Short content) {
    Short stated = declared.period();
    if (stated != null) {
      return new Period(stated, KnownBy.DECLARED);
    }
    if (content != null) {
      return new Period(content, KnownBy.CONTENT);
    }
    Period ofName = ofName(file);
    if (ofName != null) {
      return ofName;
    }
    throw new RejectedFile(FindingCode.FILE_NO_PERIOD.ofFile(null, null, ""));
  }

  /** The year a file is likely of, before its rows are read; 0 if nothing says it. */
  static int expectedYear(Path file, Declared declared) {
    Short stated = declared.period();
    Period ofName = ofName(file);
    return stated != null ? stated : ofName != null ? ofName.year() : 0;
  }

  private static @Nullable Period ofName(Path file) {
    Short ofName = yearIn(file.getFileName());
    if (ofName != null) {
      return new Period(ofName, KnownBy.FILE_NAME);
    }
    Path folder = file.toAbsolutePath().getParent();
    Short ofFolder = folder == null ? null : yearIn(folder.getFileName());
    return ofFolder == null ? null : new Period(ofFolder, KnownBy.FOLDER_NAME);
  }

  private static @Nullable Short yearIn(@Nullable Path name) {
    if (name == null) {
      return null;
    }
    Matcher year = YEAR.matcher(name.toString());
    return year.find() ? Short.valueOf(year.group()) : null;
  }

  /** Rows by the unit they are about, whatever else is wrong with them; in the order met. */
  private Map<String, Integer> rowsOfUnits(RowReader reader) {
    Map<String, Integer> units = new LinkedHashMap<>();
    int position = positions.of("region_key");
    try (Rows read = new Rows(file, recognised.layout(), reader, true)) {
      for (int i = 0; isSmall || i < PEEK; i++) {
        @Nullable Object[] row = read.next();
        if (row == null) {
          break;
        }
        if (row[position] instanceof String unit) {
          units.merge(unit, 1, Integer::sum);
        }
      }
    }
    return units;
  }

  private Set<Object> values(String field, int rows) {
    return values(field, rows, false);
  }

  /**
   * What the first rows hold of a field, in the order met.
   *
   * @param isEvery true for rejected rows too
   */
  private Set<Object> values(String field, int rows, boolean isEvery) {
    Set<Object> values = new LinkedHashSet<>();
    int position = positions.of(field);
    RowReader reader =
        new RowReader(
            recognised.contract().withoutCommunes(), recognised.layout(), recognised.scope());
    try (Rows read = new Rows(file, recognised.layout(), reader, isEvery)) {
      for (int i = 0; i < rows; i++) {
        @Nullable Object[] row = read.next();
        if (row == null) {
          break;
        }
        Object value = row[position];
        if (value != null) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private static RejectedFile unknownReporter(String reporter) {
    return new RejectedFile(FindingCode.FILE_REPORTER_UNKNOWN.ofFile(null, reporter, ""));
  }
}
