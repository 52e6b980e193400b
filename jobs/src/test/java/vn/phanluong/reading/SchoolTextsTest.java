package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.definition.Field.Cell;

class SchoolTextsTest {
  @ParameterizedTest
  @CsvSource({
    "GRADE, 9, 9",
    "GRADE, Lớp 12, 12",
    "GRADE, KHỐI 6, 6",
    "GRADE, 9.0, 9",
    "GRADE, 10A1, 10",
    "GRADE, 9/3, 9",
    "GRADE, 5,",
    "GRADE, 13,",
    "GRADE, 6.5,",
    "GRADE, 99,",
    "SCHOOL_YEAR, 2023-2024, 2023",
    "SCHOOL_YEAR, Năm học 2023 – 2024, 2023",
    "SCHOOL_YEAR, 2023/2024, 2023",
    "SCHOOL_YEAR, 2023-2025,",
    "SCHOOL_YEAR, 2023,",
    "YES_NO, x, true",
    "YES_NO, X, true",
    "YES_NO, Có, true",
    "YES_NO, không, false",
    "YES_NO, 0.0, false",
    "YES_NO, có lẽ,",
    "CODE, 80079901, 80079901",
    "CODE, 80079901.0, 80079901",
    "CODE, cdmla, CDMLA",
    "CODE, mã 1,",
    "CODE, =1+1,",
    "POINTS, 27, 2700",
    "POINTS, '27,5', 2750",
    "POINTS, 27.250, 2725",
    "POINTS, 100, 10000",
    "POINTS, 100.25,",
    "POINTS, 27.255,",
    "LATITUDE, '10,5331', 10.5331",
    "LATITUDE, 106.4,",
    "LONGITUDE, 106.4051, 106.4051",
    "LONGITUDE, 10.5,"
  })
  void reads_what_it_can_and_nothing_else(Cell cell, String text, @Nullable String value) {
    Object read = SchoolTexts.read(text, cell);
    assertThat(read == null ? null : read.toString()).isEqualTo(value);
  }
}
