package vn.phanluong.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.ops.Release;
import vn.phanluong.ops.Releases;
import vn.phanluong.region.Region;
import vn.phanluong.runtime.Problem;

/** {@code show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Một chỉ tiêu của một địa bàn và một khóa, với mọi điều đã biết về nó.%n"
            + "One figure with all that is known of it.")
final class ShowCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Parameters(paramLabel = "INDICATOR", description = "Ví dụ. For example: PL-THCS-SCTC.")
  String indicator = "";

  @Option(
      names = "--region",
      required = true,
      description =
          "Địa bàn, có dấu hoặc không: Long-An, \"Thạnh Hóa\". The place, by name or key.")
  String region = "";

  @Option(names = "--cohort", required = true, description = "Năm tốt nghiệp. Year of completion.")
  short cohort;

  @Option(
      names = "--boundary",
      paramLabel = "as_was|today|DATE",
      defaultValue = Boundary.AS_WAS,
      converter = Boundary.Converter.class,
      description = "Địa giới. Units of the cohort's 31 May, of today, or of a day.")
  Boundary boundary = new Boundary(Boundary.AS_WAS, null);

  @Option(names = "--release", description = "Bản phát hành. Default: the current one.")
  @Nullable String release;

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Override
  public Integer call() {
    Context context = parent.context;
    IndicatorDefinition definition = definition();
    Region unit = boundary.unit(region, cohort);
    Release pinned = new Releases(context.existingHome()).of(release);
    List<List<@Nullable Object>> lines =
        context.reading(
            store ->
                new Figure(ReleasedTables.of(store.spark(), store.home(), pinned), definition)
                    .lines(unit, cohort, boundary));
    new Output(List.of("item", "value"), lines).print(System.out, format);
    return 0;
  }

  private IndicatorDefinition definition() {
    var definitions = IndicatorDefinitions.of(SchemaFiles.bundled());
    IndicatorDefinition definition = definitions.get(indicator);
    if (definition == null) {
      throw new Problem(
          Problem.Kind.USE,
          "Không có chỉ tiêu %s. Các chỉ tiêu: %s.".formatted(indicator, definitions.keySet()),
          "There is no indicator %s. Indicators: %s.".formatted(indicator, definitions.keySet()));
    }
    return definition;
  }
}
