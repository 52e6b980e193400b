package vn.phanluong.synthetic.ministry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.country.School;
import vn.phanluong.synthetic.delivery.Fate;
import vn.phanluong.synthetic.life.Life;
import vn.phanluong.synthetic.life.Person;
import vn.phanluong.synthetic.report.Address;
import vn.phanluong.synthetic.report.CountReports;
import vn.phanluong.synthetic.report.Listed;
import vn.phanluong.synthetic.report.Shown;
import vn.phanluong.synthetic.truth.ParquetTable;
import vn.phanluong.synthetic.truth.Tally;
import vn.phanluong.synthetic.truth.Way;

/**
 * The truth beside the files: who the persons are and where each went, of the lives and as the
 * files show it, and the indicators of both.
 */
record TruthFiles(Ground ground, Workers workers, LostRows lost, Consumer<String> progress) {

  void write(Path folder) throws IOException {
    progress.accept("truth");
    Tally lives = new Tally(ground.country(), ground.years(), false);
    Tally shown = new Tally(ground.country(), ground.years(), true);
    Shown files = new Shown(ground.reports(), lost);
    int provinces = ground.country().provinces().size();
    workers.each(
        IntStream.range(0, provinces).boxed().toList(),
        origin -> {
          String code = ground.country().provinces().get(origin).code();
          Tally.Part all = lives.part();
          Tally.Part part = shown.part();
          try (ParquetTable persons = persons(folder.resolve("person/" + code + ".parquet"));
              ParquetTable ways = ways(folder.resolve("destination/" + code + ".parquet"))) {
            ground.each(
                origin,
                life -> {
                  Life told = files.of(life);
                  all.add(life);
                  part.add(told);
                  write(persons, ways, life, told);
                });
          }
          all.finish();
          part.finish();
        });
    lives.add(Listed.complete(ground.census()));
    shown.add(new Listed(ground.adoption(), ground.census(), ground.years(), lost));
    workers.each(
        List.of("lives", "files"),
        of -> {
          Tally tally = of.equals("lives") ? lives : shown;
          tally.write(folder.resolve("indicator_of_%s.parquet".formatted(of)));
        });
    counts(folder.resolve("count.parquet"));
    lost.write(folder.resolve("lost.csv"));
  }

  /** The counts that stand in accepted files: what a reader of counts can know. */
  private void counts(Path file) throws IOException {
    CountReports counts =
        new CountReports(
            ground.country(),
            ground.draws(),
            ground.adoption(),
            ground.census(),
            ground.parameters());
    try (ParquetTable table =
        new ParquetTable(
            file,
            "dataset text",
            "cohort_year int",
            "subperiod text",
            "level text",
            "school text",
            "province text",
            "district text",
            "destination text",
            "persons int",
            "fate text")) {
      for (int origin = 0; origin < ground.country().provinces().size(); origin++) {
        for (int year = ground.years().from(); year <= ground.years().to(); year++) {
          counts.of(
              origin,
              year,
              (address, person, record, values) -> {
                boolean isLost = lost.lacks(address.dataset(), address.period(), record);
                write(table, address, values, isLost ? Fate.LOST : Fate.ACCEPTED);
              });
        }
      }
    }
  }

  private static void write(ParquetTable table, Address address, List<String> values, Fate fate) {
    List<String> fields = address.dataset().fields();
    int destination = fields.indexOf("destination");
    try {
      table.add(
          address.dataset().contract(),
          address.period(),
          address.subperiod(),
          values.get(fields.indexOf("education_level")),
          values.get(fields.indexOf("school")),
          values.get(fields.indexOf("province")),
          values.get(fields.indexOf("district")),
          destination < 0 ? null : values.get(destination),
          Integer.valueOf(values.get(fields.indexOf("persons"))),
          fate.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ParquetTable persons(Path file) throws IOException {
    return new ParquetTable(
        file,
        "person long",
        "sex text",
        "birth_date date",
        "ethnicity_group text",
        "policy_group text",
        "home_commune text",
        "twin_of long");
  }

  private static ParquetTable ways(Path file) throws IOException {
    return new ParquetTable(
        file,
        "person long",
        "level text",
        "cohort_year int",
        "school_code text",
        "region_key text",
        "region_key_today text",
        "is_reported yes_no",
        "vocational text",
        "general text",
        "vocational_on_31_12 text",
        "general_on_31_12 text",
        "destination text",
        "files_vocational text",
        "files_general text",
        "files_destination text");
  }

  private void write(ParquetTable persons, ParquetTable ways, Life life, Life told) {
    List<Life.Completion> done =
        life.completions().stream().filter(each -> each.isDone() && holds(each.cohort())).toList();
    if (done.isEmpty()) {
      return;
    }
    try {
      Person person = life.person();
      Place home = ground.country().schools().get(person.home()).place(LocalDate.of(2017, 1, 1));
      persons.add(
          person.number(),
          person.isFemale() ? "female" : "male",
          person.birth(),
          person.ethnicity(),
          person.policyGroup(),
          home.communeKey(),
          person.twinOf() < 0 ? null : person.twinOf());
      for (Life.Completion completion : done) {
        way(ways, life, told, completion);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void way(ParquetTable ways, Life life, Life told, Life.Completion completion)
      throws IOException {
    int cohort = completion.cohort();
    School school = ground.country().schools().get(completion.school());
    Place then = school.place(LocalDate.of(cohort, 5, 31));
    Way way = Way.of(life, completion.level(), cohort);
    Way shown = Way.of(told, completion.level(), cohort);
    boolean isReported = told.completions().contains(completion);
    ways.add(
        life.person().number(),
        completion.level().name(),
        cohort,
        school.code(cohort - 1),
        then.districtKey() == null ? then.communeKey() : then.districtKey(),
        school.place(Way.TODAY).communeKey(),
        isReported,
        way.vocational(),
        way.general(),
        way.statusVocational(),
        way.statusGeneral(),
        way.destination(),
        isReported ? shown.vocational() : null,
        isReported ? shown.general() : null,
        isReported ? shown.destination() : null);
  }

  private boolean holds(int year) {
    return year >= ground.years().from() && year <= ground.years().to();
  }
}
