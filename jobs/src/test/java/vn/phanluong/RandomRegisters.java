package vn.phanluong;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/**
 * Registers of learners in which few codes stand for many rows, so that rows are tied over others,
 * codes contradict each other, and whole families of rows have none. They can be changed, too.
 */
final class RandomRegisters {
  private static final String[] UNITS = {
    "D794@2017-01-01", "D800@2017-01-01", "D172@2017-01-01", "D816@2017-01-01", "X28159@2025-07-01"
  };
  private static final List<String> REGISTERS =
      List.of(
          "graduate", "enrolment", "grade10_admission", "vocational_enrolment", "higher_enrolment");

  private final Random random;
  private final Map<String, List<Map<String, @Nullable Object>>> rows = new TreeMap<>();
  private final List<Map<String, @Nullable Object>> links = new ArrayList<>();
  private final Map<String, List<Map<String, @Nullable Object>>> strangers = new TreeMap<>();
  private final int codes;
  private int submissions;

  RandomRegisters(Random random, int rowsOfEach) {
    this.random = random;
    this.codes = rowsOfEach;
    REGISTERS.forEach(it -> rows.put(it, new ArrayList<>()));
    REGISTERS.forEach(it -> add(it, rowsOfEach));
    link(4);
    addStrangers();
    addTellers();
  }

  /** A few rows leave, others turn out to be somebody else's, new ones come. */
  void change() {
    for (String register : REGISTERS) {
      List<Map<String, @Nullable Object>> told = rows.get(register);
      if (told == null || random.nextInt(3) == 0) {
        continue;
      }
      told.remove(random.nextInt(told.size()));
      told.get(random.nextInt(told.size())).putAll(identity());
      add(register, 1);
    }
  }

  /** Links of the vault are found anew. */
  void link(int count) {
    links.clear();
    for (int i = 0; i < count; i++) {
      String register = REGISTERS.get(1 + random.nextInt(REGISTERS.size() - 1));
      Map<String, @Nullable Object> of = any(register);
      Map<String, @Nullable Object> graduate = any("graduate");
      Map<String, @Nullable Object> link = new HashMap<>();
      link.put("dataset", register);
      link.put("submission_id", of.get("submission_id"));
      link.put("row_number", of.get("row_number"));
      link.put("graduate_submission_id", graduate.get("submission_id"));
      link.put("graduate_row_number", graduate.get("row_number"));
      link.put("probability", 0.99);
      link.put("weight", random.nextDouble());
      links.add(link);
    }
  }

  /** The tables as they are. */
  Map<Contract, List<Row>> tables() {
    Map<Contract, List<Row>> tables = new HashMap<>();
    rows.forEach(
        (register, told) -> {
          List<Map<String, @Nullable Object>> all = new ArrayList<>(told);
          all.addAll(strangers.getOrDefault(register, List.of()));
          put(tables, "clean." + register, all);
        });
    put(tables, "vault.link", links);
    List<Map<String, @Nullable Object>> ledger = new ArrayList<>();
    for (int i = 0; i < submissions; i++) {
      ledger.add(new HashMap<>(Map.of("submission_id", "s" + i, "sequence", (long) i)));
    }
    put(tables, "ops.submission", ledger);
    return tables;
  }

  private static void put(
      Map<Contract, List<Row>> tables, String id, List<Map<String, @Nullable Object>> rows) {
    Contract table = Contracts.bundled().of(id);
    tables.put(table, rows.stream().map(row -> TableCase.filled(table, row)).toList());
  }

  private Map<String, @Nullable Object> any(String register) {
    List<Map<String, @Nullable Object>> told = rows.getOrDefault(register, List.of());
    return told.get(random.nextInt(told.size()));
  }

  private void add(String register, int count) {
    String submission = "s" + submissions++;
    for (int i = 1; i <= count; i++) {
      Map<String, @Nullable Object> row = new HashMap<>(identity());
      short year = (short) (2018 + random.nextInt(4));
      row.put("period", year);
      row.put("submission_id", submission);
      row.put("row_number", i);
      row.put("school_code", random.nextBoolean() ? "7900070" + random.nextInt(6) : null);
      row.put("region_key", one(UNITS));
      row.put("residence_region_key", random.nextBoolean() ? one(UNITS) : null);
      LocalDate day = LocalDate.of(year, 9, 5).plusDays(random.nextInt(3) * 60L);
      row.putAll(
          switch (register) {
            case "graduate" -> graduate(year);
            case "enrolment" -> enrolment(year);
            case "grade10_admission" ->
                Map.of("admission_year", year, "status", one("applied", "admitted"));
            case "vocational_enrolment" -> course(year, day);
            default -> Map.of("year", year, "level", one("CD", "DH"), "enrolled_on", day);
          });
      rows.computeIfAbsent(register, it -> new ArrayList<>()).add(row);
    }
  }

  /**
   * Entries of persons who completed nothing, of each sex and year of birth and in each year, so
   * that a change of one of few strangers does not change what may be of all others.
   */
  private void addStrangers() {
    String submission = "s" + submissions++;
    for (int i = 0; i < 16; i++) {
      Map<String, @Nullable Object> person = new HashMap<>();
      short year = (short) (2018 + i % 4);
      person.put("period", year);
      person.put("submission_id", submission);
      person.put("row_number", i);
      person.put("learner_key", "stranger" + i);
      person.put("sex", i / 4 % 2 == 0 ? "male" : "female");
      person.put("birth_year", (short) (2005 + i / 8));
      person.put("region_key", UNITS[0]);
      Map<String, @Nullable Object> pupil = new HashMap<>(person);
      pupil.putAll(Map.of("school_year", year, "programme", "GDTX_THPT", "grade", (short) 10));
      Map<String, @Nullable Object> trainee = new HashMap<>(person);
      trainee.putAll(course(year, LocalDate.of(year, 9, 5)));
      strangers.computeIfAbsent("enrolment", it -> new ArrayList<>()).add(pupil);
      strangers.computeIfAbsent("vocational_enrolment", it -> new ArrayList<>()).add(trainee);
    }
  }

  /**
   * Somebody of each year and unit in each register, and of each school and level in decisions, so
   * that a change of few rows does not change of what a province or a school tells at all.
   */
  private void addTellers() {
    String submission = "s" + submissions++;
    for (int i = 0; i < 4 * UNITS.length; i++) {
      short year = (short) (2018 + i % 4);
      Map<String, @Nullable Object> person = new HashMap<>();
      person.put("period", year);
      person.put("submission_id", submission);
      person.put("learner_key", "teller" + i);
      person.put("sex", "female");
      person.put("birth_year", (short) 2005);
      person.put("region_key", UNITS[i / 4]);
      tell("enrolment", i, person, enrolment(year));
      tell("vocational_enrolment", i, person, course(year, LocalDate.of(year, 9, 5)));
      tell("grade10_admission", i, person, Map.of("admission_year", year, "status", "admitted"));
      for (int school = 0; school <= 6; school++) {
        person.put("school_code", school == 6 ? null : "7900070" + school);
        for (String level : List.of("THCS", "THPT")) {
          person.put("learner_key", "%s of school %d, %d".formatted(level, school, i));
          tell(
              "graduate",
              strangers.getOrDefault("graduate", List.of()).size(),
              person,
              Map.of("cohort_year", year, "education_level", level, "outcome", "recognised"));
        }
      }
    }
  }

  private void tell(
      String register, int number, Map<String, @Nullable Object> person, Map<String, Object> told) {
    Map<String, @Nullable Object> row = new HashMap<>(person);
    row.put("row_number", 1000 + number);
    row.putAll(told);
    strangers.computeIfAbsent(register, it -> new ArrayList<>()).add(row);
  }

  private Map<String, Object> graduate(short year) {
    return Map.of(
        "cohort_year", year,
        "education_level", one("THCS", "THCS", "THPT"),
        "outcome", one("completed", "recognised", "not_recognised"),
        "round", one("1", "2"));
  }

  private Map<String, Object> enrolment(short year) {
    String programme = one("THPT", "GDTX_THPT");
    short grade = (short) (9 + random.nextInt(4));
    return Map.of(
        "school_year",
        year,
        "programme",
        grade < 10 ? "THCS" : programme,
        "grade",
        grade,
        "entry_kind",
        one("new", "repeat"));
  }

  private Map<String, Object> course(short year, LocalDate day) {
    return Map.of(
        "intake_year", year,
        "level", one("SC", "TC", "CD"),
        "start_date", day,
        "status", one("completed", "left"),
        "end_date", day.plusMonths(4L + random.nextInt(20)),
        "institution_code", one("CDD0101", "CDT0102"),
        "institution", one("Trường A", "Trường B"));
  }

  /** Whose a row is: by a code, a number, both or none. */
  private Map<String, @Nullable Object> identity() {
    Map<String, @Nullable Object> identity = new HashMap<>();
    identity.put("learner_key", random.nextInt(3) == 0 ? null : "c" + random.nextInt(codes));
    identity.put("identity_key", random.nextInt(3) > 0 ? null : "n" + random.nextInt(codes));
    identity.put("sex", random.nextInt(6) == 0 ? "male" : "female");
    identity.put("birth_year", (short) (2005 + random.nextInt(2)));
    return identity;
  }

  private String one(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
