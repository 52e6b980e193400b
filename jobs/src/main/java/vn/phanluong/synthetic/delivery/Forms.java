package vn.phanluong.synthetic.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** Draws the form of each report: stable by reporter, with headers that change by the years. */
final class Forms {
  private static final List<String> EXTRA = List.of("Ghi chú", "Người nhập liệu", "Ngày cập nhật");
  private static final Map<String, Headers> HEADERS = new ConcurrentHashMap<>();

  private final Draws draws;
  private final Parameters parameters;

  Forms(Draws draws, Parameters parameters) {
    this.draws = draws;
    this.parameters = parameters;
  }

  /** The form of a delivery. */
  Form of(Delivery delivery) {
    Contract contract = Contracts.bundled().of("raw." + delivery.dataset());
    long reporter = Keys.ofReporter(delivery);
    long system = Keys.of(delivery.dataset()) ^ reporter;
    String pack = pick("delivery_format", reporter);
    Wording wording = wording(contract, delivery, system);
    List<Form.Column> columns = columns(contract, delivery, wording, system);
    boolean isText = !pack.startsWith("xls");
    boolean isTable = columns.stream().anyMatch(column -> column.holds(Field.Cell.COUNT));
    Form.Traits traits =
        new Form.Traits(
            isText && has("trailing_delimiter", reporter),
            has("blank_first_line", system),
            has("two_line_header", system),
            isTable && !columns.get(0).holds(Field.Cell.COUNT) && has("total_row", system),
            !isTable && has("school_titles", system));
    return new Form(
        contract,
        columns,
        pack,
        isText ? pick("delivery_encoding", reporter) : "",
        delimiter(pick("delivery_delimiter", reporter)),
        pick("delivery_line_end", reporter).equals("crlf") ? "\r\n" : "\n",
        delivery.period(),
        wording,
        traits);
  }

  private static char delimiter(String name) {
    return switch (name) {
      case "semicolon" -> ';';
      case "tab" -> '\t';
      case "pipe" -> '|';
      default -> ',';
    };
  }

  private Wording wording(Contract contract, Delivery delivery, long system) {
    boolean canSplit =
        delivery.fields().contains("full_name") && !delivery.fields().contains("given_name");
    return new Wording(
        (int) (4 * draws.share("form/label", system)),
        (int) (3 * draws.share("form/day", system)),
        has("decimal_comma", system),
        has("cross_for_yes", system),
        (int) (3 * draws.share("form/year", system)),
        has("grade_as_class", system),
        canSplit
            && contract.fields().stream().anyMatch(field -> field.name().equals("given_name"))
            && has("given_name_apart", system));
  }

  private List<Form.Column> columns(
      Contract contract, Delivery delivery, Wording wording, long system) {
    int era = (int) Math.floorDiv(delivery.period() + Math.floorMod(system, 3L), 3L);
    List<Form.Column> columns = new ArrayList<>();
    if (has("running_number", system)) {
      columns.add(new Form.Column(Form.Kind.NUMBER, null, -1, "STT"));
    }
    String year = Form.yearField(contract);
    if (!delivery.fields().contains(year)) {
      Field field = field(contract, year);
      columns.add(
          new Form.Column(
              Form.Kind.YEAR, field, -1, header(contract, field, wording, system ^ era)));
    }
    for (int i = 0; i < delivery.fields().size(); i++) {
      Field field = field(contract, delivery.fields().get(i));
      String header = header(contract, field, wording, system ^ era);
      columns.add(new Form.Column(Form.Kind.FIELD, field, i, header));
      if (field.name().equals("full_name") && wording.hasGivenApart()) {
        Field given = field(contract, "given_name");
        columns.add(
            new Form.Column(
                Form.Kind.GIVEN, given, i, header(contract, given, wording, system ^ era)));
      }
    }
    if (draws.share("form/swap", system, era) < parameters.of("delivery_trait", "column_swap")) {
      int last = columns.size() - 1;
      int at = 1 + (int) (draws.share("form/swapped", system, era) * (last - 1));
      if (at < last && isFree(columns.get(at)) && isFree(columns.get(last))) {
        columns.set(at, columns.set(last, columns.get(at)));
      }
    }
    if (has("gap_column", system)) {
      columns.add(columns.size() / 2 + 1, new Form.Column(Form.Kind.GAP, null, -1, ""));
    }
    if (draws.share("form/extra", system, era) < parameters.of("delivery_trait", "extra_column")) {
      int which = (int) (draws.share("form/which-extra", system) * EXTRA.size());
      columns.add(new Form.Column(Form.Kind.EXTRA, null, -1, EXTRA.get(which)));
    }
    return List.copyOf(columns);
  }

  /** Names keep their given name beside them. */
  private static boolean isFree(Form.Column column) {
    return column.kind() == Form.Kind.FIELD && !column.is("full_name");
  }

  private static Field field(Contract contract, String name) {
    return contract.fields().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(contract.table() + " has no field " + name));
  }

  private String header(Contract contract, Field field, Wording wording, long style) {
    List<String> headers =
        HEADERS
            .computeIfAbsent(contract.table(), table -> new Headers(contract))
            .of(field, wording.hasGivenApart());
    double draw = draws.share("form/header", style, Keys.of(field.name()));
    String header = headers.get((int) (draw * headers.size()));
    boolean isUpper =
        draws.share("form/upper", style) < parameters.of("delivery_trait", "upper_case_header");
    return isUpper ? header.toUpperCase(Locale.ROOT) : header;
  }

  private boolean has(String trait, long system) {
    return draws.share("form/" + trait, system) < parameters.of("delivery_trait", trait);
  }

  private String pick(String table, long reporter) {
    double left = draws.share("form/" + table, reporter);
    String last = "";
    for (Map.Entry<String, Double> each : parameters.table(table).entrySet()) {
      last = each.getKey();
      left -= each.getValue();
      if (left < 0) {
        return last;
      }
    }
    return last;
  }
}
