package vn.phanluong.synthetic.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The datasets delivered, with the fields that reporters have, in their order of columns. */
public enum Dataset {
  SCHOOL,
  VOCATIONAL_INSTITUTION,
  ENROLMENT(
      "school_year",
      "*",
      "school_code",
      "school",
      "province",
      "district",
      "programme",
      "grade",
      "class",
      "entry_kind",
      "entered_on",
      "exit_kind",
      "left_on"),
  GRADUATE(
      "cohort_year",
      "*",
      "school_code",
      "school",
      "province",
      "district",
      "education_level",
      "class",
      "round",
      "decision_date",
      "outcome"),
  GRADUATE_COUNT(
      "cohort_year",
      "province",
      "district",
      "school",
      "education_level",
      "persons",
      "basis",
      "as_of_date"),
  DESTINATION_COUNT(
      "cohort_year",
      "province",
      "district",
      "school",
      "education_level",
      "destination",
      "persons",
      "basis",
      "as_of_date",
      "definition"),
  EXAM_RESULT(
      "exam_year",
      "candidate_number",
      "council_code",
      "toan",
      "ngu_van",
      "ngoai_ngu",
      "ma_ngoai_ngu",
      "vat_li",
      "hoa_hoc",
      "sinh_hoc",
      "lich_su",
      "dia_li",
      "gdcd",
      "gdkt_pl",
      "tin_hoc"),
  GRADE10_ADMISSION(
      "admission_year",
      "applicant_number",
      "*",
      "province",
      "school_code",
      "school",
      "school_province",
      "school_district",
      "method",
      "choice_1",
      "toan",
      "ngu_van",
      "ngoai_ngu",
      "total",
      "status",
      "admitted_school_code",
      "admitted_school",
      "enrolled_on",
      "registered_vocational",
      "vocational_school"),
  VOCATIONAL_ENROLMENT(
      "intake_year",
      "*",
      "institution_code",
      "institution",
      "province",
      "district",
      "occupation_code",
      "occupation",
      "level",
      "start_date",
      "prior_education",
      "prior_year",
      "dual_study",
      "status",
      "end_date"),
  HIGHER_ENROLMENT(
      "year",
      "*",
      "institution_code",
      "institution",
      "province",
      "district",
      "major_code",
      "major",
      "level",
      "study_mode",
      "enrolled_on",
      "prior_year",
      "status",
      "left_on");

  private final String columns;

  Dataset(String... columns) {
    this.columns = String.join(" ", columns);
  }

  /**
   * Names of the contract's fields; empty of schools and institutions, whose rows have their own.
   */
  public List<String> fields() {
    return Stream.of(columns.split(" ", -1))
        .flatMap(name -> name.equals("*") ? Identities.FIELDS.stream() : Stream.of(name))
        .toList();
  }

  /** The name of the contract, for example {@code graduate_count}. */
  public String contract() {
    return name().toLowerCase(Locale.ROOT);
  }
}
