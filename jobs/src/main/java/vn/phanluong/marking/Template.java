package vn.phanluong.marking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.SchemaFiles;

/** An empty workbook of a dataset, made from its contract: headers, lists, checks, a guide. */
public final class Template {
  /** Rows below the header that are checked while typed. */
  private static final int ROWS = 100_000;

  /** What Excel shows of a message beside a cell; more it calls damage. */
  private static final int LONGEST_PROMPT = 255;

  private static final int LONGEST_TITLE = 32;
  private static final String LISTS = "Danh mục";

  private final Contract dataset;
  private final boolean isVietnamese;
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Styles styles = new Styles(workbook);
  private final Sheet sheet;
  private final List<Field> fields;

  private Template(Contract dataset, boolean isVietnamese) {
    this.dataset = dataset;
    this.isVietnamese = isVietnamese;
    sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(dataset.table()));
    fields = fields(dataset);
  }

  /** The datasets that can be sent. */
  public static List<Contract> datasets() {
    return Contracts.bundled().ofStage("raw").stream()
        .filter(contract -> !contract.fields().isEmpty())
        .toList();
  }

  /** The fields a sender fills, in the contract's order, each value in a cell of its own. */
  static List<Field> fields(Contract dataset) {
    return dataset.fields().stream()
        .filter(field -> !field.filled() && field.cell() != Field.Cell.LABELS)
        .toList();
  }

  /**
   * Writes the template of a dataset.
   *
   * @param isVietnamese true for official headers, false for the names of the contract
   */
  public static void write(Contract dataset, boolean isVietnamese, OutputStream out)
      throws IOException {
    Template template = new Template(dataset, isVietnamese);
    try (XSSFWorkbook made = template.workbook) {
      template.fill();
      made.write(out);
    }
  }

  private void fill() {
    Sheet lists = workbook.createSheet(LISTS);
    Row header = sheet.createRow(0);
    CellStyle optional = styles.header();
    CellStyle required = styles.requiredHeader();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      String title = header(field);
      Reports.put(header, i, title, field.required() ? required : optional);
      sheet.setColumnWidth(i, 256 * Math.min(40, Math.max(12, title.length() + 4)));
      sheet.setDefaultColumnStyle(i, columnStyle(CellRule.of(field)));
      Notes.put(sheet, new CellAddress(0, i), note(field));
      Choices choices = Choices.of(field, SchemaFiles.bundled());
      validate(i, field, choices.isEmpty() ? null : listed(lists, i, title, choices));
    }
    sheet.createFreezePane(0, 1);
    new Guide(workbook, dataset, isVietnamese).write(fields);
    workbook.setSheetHidden(workbook.getSheetIndex(lists), true);
    workbook.setActiveSheet(0);
  }

  /** The header a sender knows: the first official one, with its Vietnamese marks. */
  private String header(Field field) {
    return header(field, isVietnamese);
  }

  static String header(Field field, boolean isVietnamese) {
    if (!isVietnamese || field.aliases().isEmpty()) {
      return field.name();
    }
    List<String> plain =
        field.aliases().stream()
            .filter(alias -> field.constants().stream().noneMatch(it -> it.startsWith(alias + "=")))
            .toList();
    return plain.stream()
        .filter(alias -> alias.chars().anyMatch(c -> c > 127))
        .findFirst()
        .orElse(plain.isEmpty() ? field.name() : plain.get(0));
  }

  private CellStyle columnStyle(CellRule rule) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(rule.format()));
    return style;
  }

  private String note(Field field) {
    CellRule rule = CellRule.of(field);
    String needed = field.required() ? "Bắt buộc. Required." : "Không bắt buộc. May be left blank.";
    String unit = field.unit() == null ? "" : "\nĐơn vị (unit): " + field.unit();
    return "%s%s\n%s\n%s %s".formatted(field.description(), unit, needed, rule.vi(), rule.en());
  }

  /** Puts choices into a column of the hidden sheet; where they stand. */
  private DataValidationConstraint listed(Sheet lists, int column, String title, Choices choices) {
    CellStyle text = styles.text();
    for (int i = 0; i <= choices.codes().size(); i++) {
      Row row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
      Reports.put(row, column, i == 0 ? title : choices.codes().get(i - 1), text);
    }
    String letters = CellReference.convertNumToColString(column);
    return sheet
        .getDataValidationHelper()
        .createFormulaListConstraint(
            "'%s'!$%s$2:$%s$%d".formatted(LISTS, letters, letters, choices.codes().size() + 1));
  }

  private void validate(int column, Field field, @Nullable DataValidationConstraint list) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    CellRule rule = CellRule.of(field);
    DataValidationConstraint constraint = list == null ? rule.constraint(helper) : list;
    if (constraint == null) {
      return;
    }
    DataValidation validation =
        helper.createValidation(constraint, new CellRangeAddressList(1, ROWS, column, column));
    validation.setSuppressDropDownArrow(true);
    validation.setEmptyCellAllowed(true);
    validation.setShowErrorBox(true);
    String said =
        list == null
            ? rule.vi() + "\n" + rule.en()
            : "Hãy chọn trong danh sách.\nChoose from the list.";
    validation.createErrorBox(cut(header(field), LONGEST_TITLE), cut(said, LONGEST_PROMPT));
    sheet.addValidationData(validation);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
