package vn.phanluong.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.RealData;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.FileReport;
import vn.phanluong.reading.Finding;

/** The files officers send, given back. */
class MarkedFilesTest {
  private static final String CSV =
      """
      SBD,Toán,"Ngữ văn",Ghi
      08000001,7.5,=1+1,"=HYPERLINK(""x"")"
      08000002,17,+5,@x
      08000003,6,6,-y
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void a_text_becomes_a_workbook_without_formulas() throws IOException {
    Path file = write("08_2024.csv", CSV.getBytes(StandardCharsets.UTF_8));
    MarkedFiles.Marked marked = mark(file);
    assertThat(marked.workbook()).isEqualTo(folder.resolve("out/08_2024.xlsx"));
    try (Workbook book = open(marked)) {
      assertThat(names(book)).containsExactly("Dữ liệu", "Lỗi", "Tóm tắt");
      Sheet data = book.getSheetAt(0);
      assertThat(data.getRow(1).getCell(0).getStringCellValue()).isEqualTo("08000001");
      assertThat(data.getRow(1).getCell(2).getStringCellValue()).isEqualTo("=1+1");
      assertThat(data.getRow(1).getCell(3).getStringCellValue()).isEqualTo("=HYPERLINK(\"x\")");
      assertThat(data.getRow(3).getCell(2).getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.NO_FILL);
      for (String wrong : List.of("C2", "B3")) {
        Cell cell = at(data, wrong);
        assertThat(cell.getCellStyle().getFillPattern())
            .isEqualTo(FillPatternType.SOLID_FOREGROUND);
        assertThat(cell.getCellComment().getString().getString()).startsWith("[Phân Luồng]\nDòng");
      }
      Sheet errors = book.getSheet("Lỗi");
      assertThat(at(errors, "D4").getHyperlink().getAddress()).isEqualTo("'Dữ liệu'!C2");
      assertThat(at(errors, "F4").getStringCellValue()).isEqualTo("=1+1");
      assertThat(formulas(book)).isZero();
      Sheet summary = book.getSheet("Tóm tắt");
      assertThat(texts(summary)).contains("08_2024.csv", "exam_result", "2024", "cell.score-range");
      assertThat(summary.getFitToPage()).isTrue();
      assertThat(summary.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
    }
    FileReport again = FileReport.of(marked.workbook(), Declared.nothing(), 100);
    assertThat(again.findings())
        .extracting(Finding::code, Finding::cell)
        .containsExactlyElementsOf(
            marked.report().findings().stream()
                .map(it -> org.assertj.core.groups.Tuple.tuple(it.code(), it.cell()))
                .toList());
  }

  @Test
  void a_file_is_never_overwritten_and_nothing_is_left_beside() throws IOException {
    Path csv = write("08_2024.csv", CSV.getBytes(StandardCharsets.UTF_8));
    Path txt = write("08_2024.txt", CSV.getBytes(StandardCharsets.UTF_8));
    Path xlsx = folder.resolve("08_2024.xlsx");
    Files.copy(mark(csv).workbook(), xlsx);
    byte[] delivered = Files.readAllBytes(xlsx);
    MarkedFiles marking = new MarkedFiles(folder, List.of(csv, txt, xlsx));
    List<String> written = new ArrayList<>();
    for (Path file : List.of(csv, txt, xlsx)) {
      Path workbook = marking.mark(file, Declared.nothing(), 10).workbook();
      written.add(workbook.getFileName().toString());
    }
    assertThat(written)
        .containsExactly(
            "08_2024-danh-dau.xlsx", "08_2024-danh-dau-2.xlsx", "08_2024-danh-dau-3.xlsx");
    assertThat(Files.readAllBytes(xlsx)).isEqualTo(delivered);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("."));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"locked.xlsx", "bomb.xlsx", "cut.xlsx", "cut.csv.gz", "none.bin", "no.csv"})
  void a_hostile_file_gives_the_two_sheets_alone(String name) throws Exception {
    Path file = write(name, hostile(name));
    MarkedFiles.Marked marked = mark(file);
    assertThat(marked.report().isRejected()).isTrue();
    try (Workbook book = open(marked)) {
      assertThat(names(book)).containsExactly("Lỗi", "Tóm tắt");
      assertThat(texts(book.getSheet("Lỗi"))).contains(marked.report().findings().get(0).vi());
    }
  }

  @Test
  void a_workbook_that_is_turned_away_keeps_its_sheets() throws IOException {
    Path file = folder.resolve("la.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      book.createSheet("Của tôi").createRow(0).createCell(0).setCellValue("không phải mẫu");
      book.createSheet("Lỗi").createRow(0).createCell(0).setCellValue("sổ của phòng");
      book.write(out);
    }
    MarkedFiles.Marked marked = mark(file);
    try (Workbook book = open(marked)) {
      assertThat(names(book)).containsExactly("Của tôi", "Lỗi", "Lỗi (2)", "Tóm tắt");
      assertThat(texts(book.getSheet("Lỗi"))).containsExactly("sổ của phòng");
    }
  }

  @Test
  void findings_beyond_the_comments_are_coloured_and_listed() throws IOException {
    StringBuilder text = new StringBuilder("SBD,Toán,Văn\n");
    for (int i = 0; i < 3_000; i++) {
      text.append("58%06d,17,5\n".formatted(i));
    }
    text.append("58999999,7,5\n");
    MarkedFiles.Marked marked =
        mark(write("58_2024.csv", text.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(marked.notes())
        .extracting(Note::en)
        .singleElement()
        .asString()
        .contains(" 1000 more");
    try (Workbook book = open(marked)) {
      Sheet data = book.getSheetAt(0);
      assertThat(data.getCellComments()).hasSize(2_000);
      for (Row row : data) {
        boolean isWrong = row.getRowNum() > 0 && row.getRowNum() <= 3_000;
        assertThat(row.getCell(1).getCellStyle().getFillPattern())
            .isEqualTo(isWrong ? FillPatternType.SOLID_FOREGROUND : FillPatternType.NO_FILL);
      }
      Sheet errors = book.getSheet("Lỗi");
      assertThat(errors.getLastRowNum()).isEqualTo(3_001);
      assertThat(at(errors, "D3002").getStringCellValue()).isEqualTo("B3001");
    }
  }

  /** Real workbooks: 2021 and 2025 as councils sent them, and the layouts of 2016 and 2017. */
  @ParameterizedTest
  @ValueSource(strings = {"raw/2021-xlsx", "layouts"})
  void real_workbooks_keep_every_value(String name) throws IOException {
    Path data = RealData.folder().resolve("exam").resolve(name);
    List<Path> files;
    try (Stream<Path> found = Files.list(data)) {
      files = found.filter(each -> each.toString().endsWith(".xlsx")).sorted().toList();
    }
    MarkedFiles marking = new MarkedFiles(folder, files);
    for (Path file : files) {
      Declared declared = new Declared(null, null, (short) 2021);
      MarkedFiles.Marked marked = marking.mark(file, declared, 10);
      assertThat(marked.notes()).as(file.toString()).isEmpty();
      try (Workbook before = WorkbookFactory.create(file.toFile(), null, true);
          Workbook after = open(marked)) {
        for (Sheet sheet : before) {
          assertThat(texts(after.getSheet(sheet.getSheetName()))).isEqualTo(texts(sheet));
        }
      }
    }
  }

  private byte[] hostile(String name) throws Exception {
    return switch (name) {
      case "locked.xlsx" -> locked();
      case "bomb.xlsx" -> bomb();
      case "cut.xlsx" -> java.util.Arrays.copyOf(workbook(), 900);
      case "cut.csv.gz" -> {
        var bytes = new java.io.ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
          gzip.write(CSV.repeat(500).getBytes(StandardCharsets.UTF_8));
        }
        yield java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
      }
      case "none.bin" -> new byte[] {0, 1, 2, 3, (byte) 0xff, 0, 9, 9, 0, (byte) 0xfe};
      default -> "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] workbook() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("S").createRow(0).createCell(0).setCellValue("SBD");
      book.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] locked() throws Exception {
    var bytes = new java.io.ByteArrayOutputStream();
    try (POIFSFileSystem around = new POIFSFileSystem()) {
      EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
      info.getEncryptor().confirmPassword("mật khẩu");
      try (OutputStream inner = info.getEncryptor().getDataStream(around)) {
        inner.write(workbook());
      }
      around.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }

  /** A sheet of 150 million blanks in some 150 KB. */
  private static byte[] bomb() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : List.of("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 150; i++) {
        zip.write(blanks);
      }
    }
    return bytes.toByteArray();
  }

  private MarkedFiles.Marked mark(Path file) {
    return new MarkedFiles(folder.resolve("out"), List.of(file))
        .mark(file, Declared.nothing(), 100);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static Workbook open(MarkedFiles.Marked marked) throws IOException {
    return WorkbookFactory.create(marked.workbook().toFile(), null, true);
  }

  private static List<String> names(Workbook book) {
    List<String> names = new ArrayList<>();
    book.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  private static Cell at(Sheet sheet, String address) {
    var at = new org.apache.poi.ss.util.CellAddress(address);
    return sheet.getRow(at.getRow()).getCell(at.getColumn());
  }

  private static List<String> texts(Sheet sheet) {
    List<String> texts = new ArrayList<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() != CellType.BLANK) {
          texts.add(cell.toString());
        }
      }
    }
    return texts;
  }

  private static long formulas(Workbook book) {
    long formulas = 0;
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          formulas += cell.getCellType() == CellType.FORMULA ? 1 : 0;
        }
      }
    }
    return formulas;
  }
}
