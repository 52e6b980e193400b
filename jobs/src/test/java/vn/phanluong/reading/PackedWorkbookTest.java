package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workbook that was compressed to be sent reads as it does alone. */
class PackedWorkbookTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path folder = Path.of("");

  private static byte[] workbook(String suffix) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var book = suffix.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
      for (int i = 0; i < 2; i++) {
        Sheet sheet = book.createSheet("Phòng " + i);
        sheet.createRow(0).createCell(0).setCellValue("SBD");
        sheet.getRow(0).createCell(1).setCellValue("Toán");
        sheet.createRow(1).createCell(0).setCellValue("5800000" + i);
        sheet.getRow(1).createCell(1).setCellValue(i == 0 ? "7,25" : "17");
      }
      book.write(bytes);
    }
    return bytes.toByteArray();
  }

  private String refused(String name, byte[] bytes) {
    Path file = Screened.write(folder, name, bytes);
    Recognition recognition = FileScreener.recognise(file, Declared.nothing());
    Finding finding = ((Recognition.Rejected) recognition).finding();
    return finding.code() + " " + finding.en();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void packed_or_not_is_the_same(String suffix) throws IOException {
    byte[] plain = workbook(suffix);
    Screened alone =
        Screened.of(Screened.write(folder, "58_2021." + suffix, plain), Declared.nothing());
    assertThat(alone.counts()).isEqualTo("1/1/2");
    for (byte[] bytes :
        List.of(ArchiveDamages.zip(plain, "Số liệu." + suffix), ArchiveDamages.gzip(plain))) {
      Path file = Screened.write(folder, "58_2021", bytes);
      Screened packed = Screened.of(file, Declared.nothing());
      assertThat(packed.counts()).isEqualTo(alone.counts());
      assertThat(packed.rows()).isEqualTo(alone.rows());
      assertThat(packed.records().stream().flatMap(record -> record.findings().stream()))
          .containsExactlyElementsOf(
              alone.records().stream().flatMap(record -> record.findings().stream()).toList());
      assertThat(packed.file().layout()).isEqualTo(alone.file().layout());
    }
  }

  @Test
  void what_breaks_off_or_holds_more_is_turned_away() throws IOException {
    byte[] plain = workbook("xlsx");
    byte[] packed = ArchiveDamages.gzip(plain);
    assertThat(refused("a.gz", Arrays.copyOf(packed, packed.length / 2)))
        .startsWith("file.unreadable");
    assertThat(refused("b.zip", ArchiveDamages.zip(Arrays.copyOf(plain, 2000), "a.xlsx")))
        .startsWith("file.unreadable");
    assertThat(refused("c.zip", ArchiveDamages.zip(plain, "a.xlsx", "b.xlsx")))
        .startsWith("file.archive")
        .contains("holds 2 files");
    byte[] text = "SBD,Toán\n58000001,7\n".getBytes(StandardCharsets.UTF_8);
    assertThat(refused("d.gz", ArchiveDamages.gzip(ArchiveDamages.zip(text, "a.csv"))))
        .startsWith("file.archive")
        .contains("another archive");
  }

  /** It is held in memory, and what it unpacks to as well; a picture must be passed. */
  @ParameterizedTest
  @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/media/image1.png"})
  void a_workbook_that_would_fill_the_memory_is_turned_away(String part) throws IOException {
    ByteArrayOutputStream book = new ByteArrayOutputStream();
    byte[] noise = new byte[MEGABYTE];
    new Random(7).nextBytes(noise);
    // As much as a real sheet shrinks: eight bytes of noise in a hundred.
    Arrays.fill(noise, MEGABYTE * 8 / 100, MEGABYTE, (byte) ' ');
    try (ZipOutputStream zip = new ZipOutputStream(book)) {
      zip.putNextEntry(new ZipEntry(ZipMember.OFFICE));
      zip.putNextEntry(new ZipEntry(part));
      for (int i = 0; i < 260; i++) {
        zip.write(noise);
      }
    }
    assertThat(refused("e.xlsx.gz", ArchiveDamages.gzip(book.toByteArray())))
        .startsWith("file.archive")
        .contains("256 MB")
        .contains("Unpack it");
  }
}
