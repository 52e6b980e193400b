package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is no workbook to read, or made to harm: each refused in words. */
@Timeout(60)
class WorkbookLimitsTest {
  @TempDir private Path folder = Path.of("");

  private void refuses(byte[] bytes, String vi, String en) {
    refuses(Workbooks.write(folder.resolve("book"), bytes), vi, en);
  }

  private static void refuses(Path file, String vi, String en) {
    Throwable thrown = catchThrowable(() -> Workbooks.lines(file));
    assertThat(thrown).isInstanceOf(UnreadableFile.class);
    Finding finding = ((UnreadableFile) thrown).finding();
    boolean isLimit = finding.en().startsWith("The file passes a limit");
    assertThat(finding.code()).isEqualTo(isLimit ? "file.over-limit" : "file.unreadable");
    assertThat(finding.vi()).contains(vi);
    assertThat(finding.en()).contains(en);
  }

  private void refusesSheet(String sheetData, String vi, String en) {
    refuses(Workbooks.zip(Workbooks.parts(sheetData)), vi, en);
  }

  private List<String> lines(String sheetData) {
    byte[] bytes = Workbooks.zip(Workbooks.parts(sheetData));
    return Workbooks.lines(Workbooks.write(folder.resolve("book"), bytes));
  }

  private static String inline(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  @Test
  void at_most_1048576_rows() {
    assertThat(lines("<row r=\"1048576\"><c><v>1</v></c></row>")).hasSize(1_048_576);
    refusesSheet("<row r=\"1048577\"/>", "1.048.576 dòng", "1,048,576 rows");
    refusesSheet("<row r=\"1048576\"/><row/>", "1.048.576 dòng", "1,048,576 rows");
    refusesSheet("<row r=\"99999999999\"/>", "bị hỏng", "broken");
    refusesSheet("<row r=\"2\"/><row r=\"2\"/>", "bị hỏng", "broken");
    refusesSheet("<row r=\"-1\"/>", "bị hỏng", "broken");
  }

  @Test
  void at_most_16384_columns() {
    assertThat(lines("<row><c r=\"XFD1\"><v>1</v></c></row>").get(0)).hasSize(16_384);
    refusesSheet("<row><c r=\"XFE1\"><v>1</v></c></row>", "16.384 cột", "16,384 columns");
    refusesSheet("<row><c r=\"XFD1\"/><c/></row>", "16.384 cột", "16,384 columns");
    refusesSheet("<row><c r=\"ZZZZZZZZZZ1\"/></row>", "16.384 cột", "16,384 columns");
    refusesSheet("<row><c r=\"1\"><v>1</v></c></row>", "16.384 cột", "16,384 columns");
  }

  @Test
  void at_most_a_million_characters_a_cell() {
    String most = "x".repeat(1_000_000);
    assertThat(lines("<row>" + inline(most) + "</row>").get(0)).isEqualTo(most);
    for (String cell : List.of(inline(most + "x"), "<c t=\"str\"><v>" + most + "x</v></c>")) {
      refusesSheet("<row>" + cell + "</row>", "1.000.000 ký tự", "1,000,000 characters");
    }
    Map<String, String> parts = Workbooks.parts("<row><c t=\"s\"><v>0</v></c></row>");
    parts.computeIfPresent("xl/texts.xml", (name, xml) -> xml.replace("shared", most + "x"));
    refuses(Workbooks.zip(parts), "1.000.000 ký tự", "1,000,000 characters");
  }

  @Test
  void at_most_ten_million_characters_a_row() {
    Map<String, String> parts =
        Workbooks.parts("<row>" + "<c t=\"s\"><v>0</v></c>".repeat(11) + "</row>");
    parts.computeIfPresent(
        "xl/texts.xml", (name, xml) -> xml.replace("shared", "x".repeat(1_000_000)));
    refuses(Workbooks.zip(parts), "10.000.000 ký tự", "10,000,000 characters");
  }

  @Test
  void a_text_that_is_not_there_is_damage() {
    refusesSheet("<row><c t=\"s\"><v>2000000000</v></c></row>", "bị hỏng", "broken");
    refusesSheet("<row><c t=\"s\"><v>-1</v></c></row>", "bị hỏng", "broken");
    refusesSheet("<row><c><v>NaN</v></c></row>", "bị hỏng", "broken");
    refusesSheet("<row><c><v>1e999</v></c></row>", "bị hỏng", "broken");
  }

  @Test
  void no_dtd_and_no_entities() {
    String laughs =
        "<!DOCTYPE worksheet [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    for (String part : List.of("xl/workbook.xml", "xl/worksheets/s.xml", "xl/texts.xml")) {
      Map<String, String> parts =
          Workbooks.parts("<row>" + inline("&b;") + "<c t=\"s\"><v>0</v></c></row>");
      parts.computeIfPresent(part, (name, xml) -> laughs + xml);
      if (!part.equals("xl/worksheets/s.xml")) {
        parts.computeIfPresent("xl/worksheets/s.xml", (name, xml) -> xml.replace("&b;", "b"));
      }
      refuses(Workbooks.zip(parts), "DTD", "DTD");
    }
    refusesSheet("<row>" + inline("&b;") + "</row>", "sổ tính", "");
  }

  /** Zeros expand a thousandfold: the sheet is 101 MB in a zip of 0.1. */
  @Test
  void no_zip_that_expands_too_far() throws IOException {
    refuses(bomb(101, 1), "200 lần", "200-fold");
    refuses(bomb(1024, 5), "4 GB", "4 GB");
    assertThat(Workbooks.lines(bomb(90, 1))).containsExactly("1");
  }

  private Path bomb(int megabytes, int copies) throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      for (Map.Entry<String, String> part :
          Workbooks.parts("<row><c><v>1</v></c></row>").entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; part.getKey().endsWith("/s.xml") && i < megabytes; i++) {
          zip.write(blanks);
        }
      }
      for (int copy = 1; copy < copies; copy++) {
        zip.putNextEntry(new ZipEntry("media/" + copy));
        for (int i = 0; i < megabytes; i++) {
          zip.write(blanks);
        }
      }
    }
    return file;
  }

  /** The directory says 10 bytes, or another checksum, and the stream holds what it holds. */
  @Test
  void no_zip_whose_directory_lies() {
    byte[] zip = Workbooks.zip(Workbooks.parts("<row><c><v>1</v></c></row>"));
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int entry = text.lastIndexOf("PK\1\2");
    for (int field : List.of(16, 24)) {
      byte[] lying = zip.clone();
      lying[entry + field] ^= 1;
      refuses(lying, "bị hỏng", "broken");
    }
  }

  @Test
  void tells_a_workbook_by_its_first_bytes() {
    assertThat(Magic.isZip(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0})).isTrue();
    assertThat(Magic.isLegacy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})).isTrue();
    assertThat(Magic.isZip("PK\3".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(Magic.isLegacy("SBD,Toán".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void no_other_documents() throws IOException {
    refuses("SBD,Toán".getBytes(StandardCharsets.UTF_8), "không phải sổ tính", "no Excel workbook");
    refuses(Workbooks.zip(Map.of("a.txt", "a")), "tệp nén zip", "zip archive");
    Map<String, String> parts = Workbooks.parts("");
    parts.put("xl/workbook.xml", "<w:document xmlns:w=\"urn:w\"/>");
    refuses(Workbooks.zip(parts), "tài liệu Office khác", "another document of Office");
    parts.computeIfPresent(
        "_rels/.rels", (name, xml) -> xml.replace("xl/workbook.xml", "xl/workbook.bin"));
    refuses(Workbooks.zip(parts), "xlsb", "xlsb");
    for (String stream : List.of("WordDocument", "Book")) {
      Path file = folder.resolve(stream);
      try (POIFSFileSystem legacy = new POIFSFileSystem();
          OutputStream out = Files.newOutputStream(file)) {
        legacy.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
        legacy.writeFilesystem(out);
      }
      boolean isBook = stream.equals("Book");
      refuses(
          file,
          isBook ? "Excel 95" : "tài liệu Office khác",
          isBook ? "Excel 95" : "another document of Office");
    }
  }

  /** In front of the texts stand how often they are used, and how many they are. */
  @Test
  void no_more_shared_texts_than_there_is_room_for() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet().createRow(0).createCell(0).setCellValue("abc");
      workbook.write(out);
    }
    byte[] bytes = out.toByteArray();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("\u00fc\0\u000e\0\1\0\0\0\1\0\0\0\3\0\0abc");
    assertThat(at).isPositive();
    bytes[at + 11] = 0x7f;
    refuses(bytes, "bị hỏng", "broken");
  }

  @Test
  void no_workbook_without_a_visible_sheet() {
    Map<String, String> parts = Workbooks.parts("");
    parts.computeIfPresent(
        "xl/workbook.xml", (name, xml) -> xml.replace("<sheet ", "<sheet state=\"hidden\" "));
    refuses(Workbooks.zip(parts), "không có trang tính", "no visible sheet");
  }

  @Test
  void no_workbook_with_a_password() throws Exception {
    Path xlsx = folder.resolve("locked.xlsx");
    try (POIFSFileSystem around = new POIFSFileSystem()) {
      EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
      info.getEncryptor().confirmPassword("mật khẩu");
      try (OutputStream inner = info.getEncryptor().getDataStream(around)) {
        inner.write(Workbooks.zip(Workbooks.parts("")));
      }
      try (OutputStream out = Files.newOutputStream(xlsx)) {
        around.writeFilesystem(out);
      }
    }
    refuses(xlsx, "mật khẩu", "password");
    Path xls = folder.resolve("locked.xls");
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(xls)) {
      workbook.createSheet().createRow(0).createCell(0).setCellValue("a");
      workbook.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    refuses(xls, "mật khẩu", "password");
  }
}
