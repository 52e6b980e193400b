package vn.phanluong.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.FileReport;
import vn.phanluong.reading.Finding;

/** Of every workbook, whatever its dirt and its looks: the marks, and nothing but the marks. */
class MarkingLawsTest {
  private static final int COLUMNS = 6;
  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("marking-laws");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 60)
  void every_finding_is_marked_and_all_else_is_unchanged(
      @ForAll @LongRange(max = 1_000_000) long seed) throws IOException {
    for (String suffix : List.of(".xlsx", ".xls")) {
      Path file = folder.resolve("58_2021" + suffix);
      Set<String> dirt = workbook(file, new Random(seed));
      MarkedFiles.Marked marked = mark(file);
      assertThat(marked.notes()).isEmpty();
      Set<String> found = new TreeSet<>();
      for (Finding finding : marked.report().findings()) {
        String cell = finding.cell();
        if (finding.rowNumber() > 0) {
          found.add(cell == null ? "A" + finding.rowNumber() : cell);
        }
      }
      assertThat(found).containsAll(dirt);
      try (Workbook before = WorkbookFactory.create(file.toFile(), null, true);
          Workbook after = WorkbookFactory.create(marked.workbook().toFile(), null, true)) {
        assertThat(after.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets() + 2);
        for (int i = 0; i < before.getNumberOfSheets(); i++) {
          assertThat(after.getSheetName(i)).isEqualTo(before.getSheetName(i));
          equal(before.getSheetAt(i), after.getSheetAt(i), i == 1 ? found : Set.of());
        }
      }
    }
  }

  @Property(tries = 15)
  void a_corrected_workbook_has_nothing_to_say_and_no_mark_left(
      @ForAll @LongRange(max = 1_000_000) long seed) throws IOException {
    for (String suffix : List.of(".xlsx", ".xls")) {
      Path file = folder.resolve("58_2021" + suffix);
      workbook(file, new Random(seed));
      MarkedFiles.Marked first = mark(file);
      Path corrected = folder.resolve("lai/58_2021" + suffix);
      Files.createDirectories(corrected.getParent());
      try (Workbook book = WorkbookFactory.create(Files.newInputStream(first.workbook()));
          OutputStream out = Files.newOutputStream(corrected)) {
        Sheet sheet = book.getSheet("Điểm");
        for (Finding finding : first.report().findings()) {
          if (finding.cell() != null) {
            CellAddress at = new CellAddress(finding.cell());
            Cell cell = sheet.getRow(at.getRow()).getCell(at.getColumn());
            if (at.getRow() == 2) {
              cell.setBlank();
            } else {
              cell.setCellValue(at.getColumn() == 1 ? 58_000_000.0 + at.getRow() : 5.0);
            }
          }
        }
        book.write(out);
      }
      FileReport again = FileReport.of(corrected, Declared.nothing(), 100);
      assertThat(again.findings()).extracting(Finding::code).containsOnly("sheet.not-read");
      assertThat(again.accepted()).isEqualTo(first.report().read());
      MarkedFiles.Marked second = mark(corrected);
      try (Workbook book = WorkbookFactory.create(second.workbook().toFile(), null, true)) {
        assertThat(book.getNumberOfSheets()).isEqualTo(5);
        assertThat(book.getSheet("Lỗi").getLastRowNum())
            .isEqualTo((int) second.report().findingCount() + 1);
        Sheet sheet = book.getSheet("Điểm");
        for (Comment comment : sheet.getCellComments().values()) {
          assertThat(comment.getString().getString()).isEqualTo("của tôi");
        }
        for (Finding finding : first.report().findings()) {
          if (finding.cell() != null) {
            CellAddress at = new CellAddress(finding.cell());
            assertThat(sheet.getRow(at.getRow()).getCell(at.getColumn()).getCellStyle())
                .extracting(CellStyle::getFillPattern)
                .isEqualTo(FillPatternType.NO_FILL);
          }
        }
      }
    }
  }

  private static MarkedFiles.Marked mark(Path file) {
    return new MarkedFiles(folder.resolve("out"), List.of(file))
        .mark(file, Declared.nothing(), 1000);
  }

  private static void equal(Sheet before, Sheet after, Set<String> marked) {
    assertThat(after.getMergedRegions()).isEqualTo(before.getMergedRegions());
    assertThat(after.getDataValidations()).hasSameSizeAs(before.getDataValidations());
    assertThat(after.getPaneInformation() == null).isEqualTo(before.getPaneInformation() == null);
    for (int column = 0; column < COLUMNS; column++) {
      assertThat(after.getColumnWidth(column)).isEqualTo(before.getColumnWidth(column));
    }
    Set<String> left = new HashSet<>(marked);
    for (int r = 0; r <= Math.max(before.getLastRowNum(), after.getLastRowNum()); r++) {
      for (int c = 0; c < COLUMNS + 3; c++) {
        String address = new CellAddress(r, c).formatAsString();
        Cell old = cell(before, r, c);
        Cell now = cell(after, r, c);
        Comment oldNote = before.getCellComment(new CellAddress(r, c));
        Comment nowNote = after.getCellComment(new CellAddress(r, c));
        if (left.remove(address)) {
          assertThat(Objects.requireNonNull(now).getCellStyle().getFillPattern())
              .as(address)
              .isEqualTo(FillPatternType.SOLID_FOREGROUND);
          assertThat(nowNote.getString().getString())
              .startsWith(oldNote == null ? "[Phân" : oldNote.getString().getString() + "\n\n[P");
        } else {
          assertThat(nowNote == null).as(address).isEqualTo(oldNote == null);
          assertThat(now == null).as(address).isEqualTo(old == null);
        }
        if (old != null) {
          equal(old, Objects.requireNonNull(now), !marked.contains(address));
        }
      }
    }
    assertThat(left).isEmpty();
  }

  private static @Nullable Cell cell(Sheet sheet, int row, int column) {
    Row at = sheet.getRow(row);
    return at == null ? null : at.getCell(column);
  }

  private static void equal(Cell old, Cell now, boolean hasSameFill) {
    assertThat(now.getCellType()).isEqualTo(old.getCellType());
    assertThat(now.toString()).isEqualTo(old.toString());
    CellStyle before = old.getCellStyle();
    CellStyle after = now.getCellStyle();
    assertThat(after.getDataFormatString()).isEqualTo(before.getDataFormatString());
    assertThat(after.getFontIndex()).isEqualTo(before.getFontIndex());
    assertThat(after.getBorderBottom()).isEqualTo(before.getBorderBottom());
    assertThat(after.getWrapText()).isEqualTo(before.getWrapText());
    if (hasSameFill) {
      assertThat(after.getIndex()).isEqualTo(before.getIndex());
    }
  }

  /** A workbook of three sheets; the cells that are wrong by their making. */
  private static Set<String> workbook(Path file, Random random) throws IOException {
    Set<String> dirt = new TreeSet<>();
    boolean isLegacy = file.toString().endsWith(".xls");
    try (Workbook book = isLegacy ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle[] styles = styles(book);
      book.createSheet("Ghi chú").createRow(3).createCell(2).setCellValue("=1+1");
      Sheet sheet = book.createSheet("Điểm");
      Sheet last = book.createSheet("Sau");
      last.createRow(0).createCell(0).setCellFormula("SUM('Điểm'!C4:C9)");
      looks(sheet, random);
      int header = 2;
      row(sheet, header, styles[0], "STT", "SBD", "Toán", "Văn", "Ghi", "Lý");
      int rows = 3 + random.nextInt(12);
      for (int i = 0; i < rows; i++) {
        int number = header + 1 + i + i / 5;
        double id = 58_000_000.0 + number;
        Row row = row(sheet, number, styles[random.nextInt(styles.length)], i + 1.0, id, 7.25);
        dirt(row, random, styles, dirt);
      }
      book.write(out);
    }
    // The column that nobody asked for is found in its header.
    dirt.add("E3");
    return dirt;
  }

  private static void dirt(Row row, Random random, CellStyle[] styles, Set<String> dirt) {
    int choice = random.nextInt(7);
    Cell cell = row.createCell(choice == 1 ? 5 : 3);
    cell.setCellStyle(styles[random.nextInt(styles.length)]);
    switch (choice) {
      case 0 -> cell.setCellValue(17.5);
      case 1 -> cell.setCellValue("@x");
      case 2 -> cell.setCellFormula("C" + (row.getRowNum() + 1) + "+0");
      case 3 -> row.getCell(1).setCellValue("5800");
      default -> cell.setCellValue("6,5");
    }
    if (choice == 0 || choice == 1) {
      dirt.add(cell.getAddress().formatAsString());
    } else if (choice == 3) {
      dirt.add("B" + (row.getRowNum() + 1));
    }
    if (random.nextInt(4) == 0) {
      comment(cell);
    }
  }

  private static void comment(Cell cell) {
    ClientAnchor anchor = cell.getSheet().getWorkbook().getCreationHelper().createClientAnchor();
    anchor.setRow2(3);
    anchor.setCol2(3);
    Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
    comment.setString(
        cell.getSheet().getWorkbook().getCreationHelper().createRichTextString("của tôi"));
    cell.setCellComment(comment);
  }

  private static void looks(Sheet sheet, Random random) {
    sheet.createRow(0).createCell(0).setCellValue("SỞ GIÁO DỤC VÀ ĐÀO TẠO");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
    for (int column = 0; column < COLUMNS; column++) {
      sheet.setColumnWidth(column, 256 * (5 + random.nextInt(30)));
    }
    DataValidationHelper helper = sheet.getDataValidationHelper();
    sheet.addValidationData(
        helper.createValidation(
            helper.createExplicitListConstraint(new String[] {"a", "b"}),
            new CellRangeAddressList(3, 9, 4, 4)));
    sheet.createFreezePane(0, 3);
  }

  private static CellStyle[] styles(Workbook book) {
    CellStyle plain = book.createCellStyle();
    CellStyle bordered = book.createCellStyle();
    bordered.setBorderBottom(BorderStyle.THIN);
    bordered.setWrapText(true);
    CellStyle numbers = book.createCellStyle();
    numbers.setDataFormat(book.createDataFormat().getFormat("0.00"));
    Font font = book.createFont();
    font.setBold(true);
    numbers.setFont(font);
    CellStyle filled = book.createCellStyle();
    filled.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
    filled.setFillPattern(FillPatternType.THIN_BACKWARD_DIAG);
    return new CellStyle[] {plain, bordered, numbers, filled};
  }

  private static Row row(Sheet sheet, int number, CellStyle style, Object... values) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < values.length; i++) {
      Cell cell = row.createCell(i);
      cell.setCellStyle(style);
      if (values[i] instanceof Double value) {
        cell.setCellValue(value);
      } else {
        cell.setCellValue(String.valueOf(values[i]));
      }
    }
    return row;
  }
}
