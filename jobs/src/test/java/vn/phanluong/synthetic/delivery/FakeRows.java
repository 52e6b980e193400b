package vn.phanluong.synthetic.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows of every dataset as a reporter in Long An may know them, right by the contracts. */
public final class FakeRows {
  public static final List<String> DATASETS =
      List.of(
          "enrolment",
          "graduate",
          "grade10_admission",
          "vocational_enrolment",
          "higher_enrolment",
          "exam_result",
          "school",
          "vocational_institution",
          "graduate_count",
          "destination_count");

  private static final List<String> DISTRICTS =
      List.of("Huyện Bến Lức", "Huyện Đức Hòa", "Thành phố Tân An", "Huyện Thạnh Hóa");

  private static final String PERSON =
      "learner_code identity_number full_name birth_date sex ethnicity_group residence_province"
          + " residence_district residence_commune phone";

  private static final Map<String, String> FIELDS =
      Map.of(
          "enrolment",
          "school_year "
              + PERSON
              + " school_code school province district programme grade class entry_kind entered_on"
              + " exit_kind left_on",
          "graduate",
          "cohort_year "
              + PERSON
              + " school_code school province district education_level class round decision_date"
              + " outcome",
          "grade10_admission",
          "applicant_number "
              + PERSON
              + " province school_code school school_province school_district method choice_1"
              + " toan ngu_van ngoai_ngu total status admitted_school enrolled_on"
              + " registered_vocational",
          "vocational_enrolment",
          "intake_year "
              + PERSON
              + " institution_code institution province district occupation_code occupation level"
              + " start_date prior_education prior_year dual_study status end_date",
          "higher_enrolment",
          "year "
              + PERSON
              + " institution_code institution province major_code major level study_mode"
              + " enrolled_on prior_year status left_on",
          "exam_result",
          "exam_year candidate_number toan ngu_van ngoai_ngu ma_ngoai_ngu vat_li hoa_hoc gioi_tinh",
          "school",
          "school_year form school_code school school_type ownership province district commune"
              + " classes classes_6 classes_7 pupils pupils_6 pupils_7 female female_6 female_7"
              + " career_programme counsellors counsellors_qualified",
          "vocational_institution",
          "year institution_code institution institution_type ownership province district"
              + " occupation_code occupation level capacity registered_quota licence_number"
              + " licence_date licence_until",
          "graduate_count",
          "cohort_year province district school education_level persons basis as_of_date",
          "destination_count",
          "cohort_year province district school education_level destination persons basis");

  private FakeRows() {}

  /** A report of one of many reporters, so that many forms are drawn. */
  public static Delivery delivery(String dataset, int reporter) {
    String office =
        "Phòng Giáo dục và Đào tạo số %d của Sở Giáo dục và Đào tạo tỉnh Long An"
            .formatted(reporter);
    String part = dataset.equals("school") ? "S1" : "A1";
    return new Delivery(
        dataset,
        2023,
        "P80@2017-01-01",
        office,
        part,
        1,
        Delivery.Coverage.FULL,
        List.of(FIELDS.getOrDefault(dataset, "").split(" ")),
        LocalDate.of(2024, 1, 31),
        LocalDate.of(2024, 1, 15));
  }

  /** Rows of a report. */
  public static Iterator<DeliveredRow> rows(Delivery delivery, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              List<String> values = new ArrayList<>();
              delivery.fields().forEach(field -> values.add(value(delivery.dataset(), field, i)));
              return new DeliveredRow(Keys.of(delivery) ^ i, i, values);
            })
        .iterator();
  }

  private static String value(String dataset, String field, int i) {
    String special = special(dataset, field, i);
    return special != null ? special : common(field, i);
  }

  private static @org.jspecify.annotations.Nullable String special(
      String dataset, String field, int i) {
    return switch (dataset + "." + field) {
      case "graduate.education_level", "graduate_count.education_level" -> "THCS";
      case "destination_count.education_level" -> "THCS";
      case "destination_count.destination" ->
          List.of("THPT", "GDTX", "TC", "SC", "WORK", "UNKNOWN").get(i % 6);
      case "destination_count.district", "graduate_count.district" ->
          DISTRICTS.get(i / 6 % DISTRICTS.size());
      case "destination_count.school" -> "Trường THCS Mẫu %d".formatted(i / 6);
      case "graduate_count.school" -> "Trường THCS Mẫu %d".formatted(i);
      case "vocational_enrolment.level", "vocational_institution.level" -> "TC";
      case "higher_enrolment.level" -> "DH";
      case "vocational_enrolment.status", "higher_enrolment.status" -> "studying";
      case "grade10_admission.status" -> i % 3 == 0 ? "not_admitted" : "admitted";
      case "grade10_admission.enrolled_on" -> "";
      case "higher_enrolment.enrolled_on" -> "2023-09-10";
      case "enrolment.birth_date" -> "2009-%02d-%02d".formatted(1 + i % 12, 1 + i % 28);
      case "vocational_institution.institution_code" -> "CD%04d".formatted(i);
      case "school.school_code" -> "8008%04d".formatted(i);
      default -> null;
    };
  }

  private static String common(String field, int i) {
    return switch (field) {
      case "school_year", "cohort_year", "intake_year", "year", "exam_year" -> "2023";
      case "learner_code" -> i % 5 == 0 ? "" : (i % 2 == 0 ? "0%09d" : "8%09d").formatted(i);
      case "identity_number" -> i % 4 == 1 ? "" : "080209%06d".formatted(i);
      case "full_name" ->
          List.of("Nguyễn Thị Tuyết", "Trần Văn Hưởng", "Lê Quỳnh Như", "Đặng Ước").get(i % 4);
      case "birth_date" -> "2008-%02d-%02d".formatted(1 + i % 12, 1 + i % 28);
      case "sex" -> i % 2 == 0 ? "male" : "female";
      case "gioi_tinh" -> i % 2 == 0 ? "Nam" : "Nữ";
      case "ethnicity_group" -> i % 9 == 0 ? "minority" : "kinh";
      case "residence_province", "province", "school_province" -> "Tỉnh Long An";
      case "residence_district", "district", "school_district" -> DISTRICTS.get(i % 2);
      case "residence_commune" -> i % 2 == 0 ? "Xã Mỹ Yên" : "Xã Tân Phú";
      case "commune" -> "";
      case "phone" -> "090%07d".formatted(i);
      case "school_code" -> "8008%04d".formatted(i / 40);
      case "school" -> "Trường THCS Mẫu %d".formatted(i / 40);
      case "programme" -> "THCS";
      case "grade" -> Integer.toString(6 + i % 4);
      case "class" -> "%dA1".formatted(6 + i % 4);
      case "entry_kind" -> "promoted";
      case "entered_on" -> "2023-09-05";
      case "exit_kind" -> i % 20 == 0 ? "dropped_out" : "";
      case "left_on" -> i % 20 == 0 ? "2024-02-01" : "";
      case "round" -> "1";
      case "decision_date" -> "2023-06-15";
      case "outcome" -> "recognised";
      case "applicant_number" -> "%06d".formatted(100000 + i);
      case "method" -> "exam";
      case "choice_1" -> "Trường THPT Mẫu";
      case "admitted_school" -> i % 3 == 0 ? "" : "Trường THPT Mẫu";
      case "registered_vocational", "dual_study", "career_programme" ->
          i % 2 == 0 ? "true" : "false";
      case "toan", "ngu_van", "vat_li" -> Integer.toString(25 * (8 + i % 30));
      case "ngoai_ngu", "hoa_hoc" -> Integer.toString(20 * (10 + i % 35));
      case "ma_ngoai_ngu" -> "N1";
      case "total" -> Integer.toString(1500 + i % 1000);
      default -> ofPlace(field, i);
    };
  }

  private static String ofPlace(String field, int i) {
    return switch (field) {
      case "institution_code" -> "CD0001";
      case "institution" -> "Trường Cao đẳng Mẫu";
      case "occupation_code" -> "%d".formatted(5000000 + i);
      case "occupation" -> "Điện công nghiệp";
      case "start_date" -> "2023-09-15";
      case "end_date", "former_province", "as_of_date" -> "";
      case "prior_education" -> "THCS";
      case "prior_year" -> "2023";
      case "major_code" -> "7480201";
      case "major" -> "Công nghệ thông tin";
      case "study_mode" -> "full_time";
      case "candidate_number" -> "49%06d".formatted(i + 1);
      case "form" -> "start";
      case "school_type" -> "THCS";
      case "ownership" -> "public";
      case "classes" -> "8";
      case "classes_6", "classes_7" -> "4";
      case "pupils" -> Integer.toString(300 + 2 * (i % 20));
      case "pupils_6", "pupils_7" -> Integer.toString(150 + i % 20);
      case "female" -> "140";
      case "female_6", "female_7" -> "70";
      case "counsellors" -> "4";
      case "counsellors_qualified" -> "2";
      case "institution_type" -> "college";
      case "capacity" -> "120";
      case "registered_quota" -> "100";
      case "licence_number" -> "12/GCN";
      case "licence_date" -> "2020-03-01";
      case "licence_until" -> "2030-03-01";
      case "persons" -> Integer.toString(20 + i % 170);
      case "basis" -> "school";
      default -> "";
    };
  }
}
