package vn.phanluong.synthetic.truth;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.Checkout;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.life.Life;
import vn.phanluong.synthetic.life.Person;

/** The lives of the forty persons, from the tables beside {@code docs/forty_persons.md}. */
final class FortyPersons {
  static final Path FOLDER = Checkout.path("jobs/src/test/resources/forty_persons");

  private FortyPersons() {}

  static List<NamedCsvRecord> rows(String name) throws IOException {
    try (Stream<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(name + ".csv")).stream()) {
      return rows.toList();
    }
  }

  /** Lives by number of the person. */
  static Map<Integer, Life> lives() throws IOException {
    Map<Integer, Life> lives = new TreeMap<>();
    for (NamedCsvRecord row : rows("persons")) {
      lives.put(number(row, "number"), empty(row));
    }
    for (NamedCsvRecord row : rows("lives")) {
      add(Objects.requireNonNull(lives.get(number(row, "number"))), row);
    }
    return lives;
  }

  private static Life empty(NamedCsvRecord row) {
    String twin = row.getField("twin_of");
    Person person =
        new Person(
            number(row, "number"),
            0,
            row.getField("sex").equals("female"),
            LocalDate.parse(row.getField("birth_date")),
            "kinh",
            "none",
            number(row, "home"),
            0,
            twin.isEmpty() ? -1 : Long.parseLong(twin));
    return new Life(
        person,
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private static void add(Life life, NamedCsvRecord row) {
    switch (row.getField("event")) {
      case "school_year" -> life.schooling().add(schoolYear(row));
      case "completion" -> life.completions().add(completion(row));
      case "application" -> life.applications().add(application(row));
      case "training" -> life.trainings().add(training(row));
      case "study" ->
          life.studies()
              .add(
                  new Life.HigherStudy(
                      number(row, "place"),
                      0,
                      LocalDate.parse(row.getField("from")),
                      day(row, "until"),
                      number(row, "prior_year")));
      case "outside" ->
          life.outside()
              .add(new Life.Outside(row.getField("how"), LocalDate.parse(row.getField("from"))));
      default -> throw new IllegalArgumentException(row.toString());
    }
  }

  private static Life.SchoolYear schoolYear(NamedCsvRecord row) {
    return new Life.SchoolYear(
        number(row, "year"),
        number(row, "place"),
        Level.valueOf(row.getField("level")),
        number(row, "grade"),
        row.getField("how"),
        LocalDate.parse(row.getField("from")),
        row.getField("result"),
        day(row, "until"));
  }

  private static Life.Completion completion(NamedCsvRecord row) {
    return new Life.Completion(
        number(row, "year"),
        Level.valueOf(row.getField("level")),
        number(row, "place"),
        row.getField("how"),
        LocalDate.parse(row.getField("from")),
        row.getField("result"));
  }

  private static Life.Application application(NamedCsvRecord row) {
    String admitted = row.getField("admitted");
    return new Life.Application(
        number(row, "year"),
        0,
        number(row, "place"),
        -1,
        row.getField("how"),
        row.getField("result"),
        admitted.isEmpty() ? -1 : Integer.parseInt(admitted),
        -1);
  }

  private static Life.Training training(NamedCsvRecord row) {
    return new Life.Training(
        number(row, "place"),
        0,
        row.getField("level"),
        number(row, "year"),
        LocalDate.parse(row.getField("from")),
        LocalDate.parse(row.getField("until")),
        row.getField("result"),
        row.getField("dual").equals("yes"),
        row.getField("prior"),
        number(row, "prior_year"),
        false);
  }

  private static @Nullable LocalDate day(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  /** Zero where the cell is blank. */
  private static int number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }
}
