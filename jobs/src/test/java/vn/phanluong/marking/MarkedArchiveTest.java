package vn.phanluong.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.reading.Declared;

/** What came packed goes back as what was inside. */
class MarkedArchiveTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_workbook_in_an_archive_is_given_back_as_the_workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook();
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      Sheet sheet = book.createSheet("Điểm");
      sheet.createRow(0).createCell(0).setCellValue("SBD");
      sheet.getRow(0).createCell(1).setCellValue("Toán");
      sheet.createRow(1).createCell(0).setCellValue("58000001");
      sheet.getRow(1).createCell(1).setCellValue(17);
      sheet.createRow(2).createCell(0).setCellValue("58000002");
      sheet.getRow(2).createCell(1).setCellFormula("3+4");
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      book.write(plain);
      zip.putNextEntry(new ZipEntry("58_2024.xlsx"));
      zip.write(plain.toByteArray());
    }
    Path file = Files.write(folder.resolve("58_2024.zip"), bytes.toByteArray());
    MarkedFiles.Marked marked =
        new MarkedFiles(folder.resolve("out"), List.of(file)).mark(file, Declared.nothing(), 100);
    assertThat(marked.notes()).isEmpty();
    assertThat(marked.workbook()).hasFileName("58_2024.xlsx");
    try (Workbook book = WorkbookFactory.create(marked.workbook().toFile(), null, true)) {
      assertThat(book.getNumberOfSheets()).isEqualTo(3);
      Sheet points = book.getSheet("Điểm");
      assertThat(points.getRow(1).getCell(1).getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.SOLID_FOREGROUND);
      assertThat(points.getRow(2).getCell(1).getCellFormula()).isEqualTo("3+4");
    }
  }
}
