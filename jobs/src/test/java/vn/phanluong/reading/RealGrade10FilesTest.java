package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.RealData;

/**
 * Published marks of grade-10 entrance exams: number and marks, no learner, no school, no outcome.
 * They are neither admissions nor results of the graduation exam, and are told why.
 */
class RealGrade10FilesTest {
  @ParameterizedTest
  @CsvSource({
    "lop10_2023_hcm.csv.gz, «90000»",
    "lop10_2024_nghean.csv.gz, «020001»",
  })
  void marks_alone_are_turned_away(String name, String firstNumber) {
    Path file = RealData.folder().resolve("grade10").resolve(name);
    Finding plain = rejected(FileScreener.recognise(file, Declared.nothing()));
    assertThat(plain.code()).isEqualTo("file.foreign-keys");
    assertThat(plain.en()).contains("exam_result").contains(firstNumber);

    Finding declared =
        rejected(FileScreener.recognise(file, new Declared("grade10_admission", null, null)));
    assertThat(declared.code()).isEqualTo("file.unknown-dataset");
    assertThat(declared.en()).contains("Kết quả tuyển sinh");
  }

  private static Finding rejected(Recognition recognition) {
    assertThat(recognition).isInstanceOf(Recognition.Rejected.class);
    return ((Recognition.Rejected) recognition).finding();
  }
}
