package vn.phanluong.synthetic.delivery;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.Places;

/** Dirt of places and of exam councils, which are places too. */
final class PlaceDirt {
  private static final List<String> DISTRICTS = List.of("district", "school_district");
  private static final List<String> COMMUNES = List.of("residence_commune", "commune");

  /**
   * Since 1 July 2025 there are no districts; reports of the school year before still have them.
   */
  private static final int LAST_WITH_DISTRICTS = 2024;

  /** No file of a province has so many bytes in a row that its reporter is told by all rows. */
  private static final int LARGE = 60_000;

  private static final List<Map<String, String>> COUNCILS =
      Reference.rows(SchemaFiles.bundled(), "exam_council");

  private PlaceDirt() {}

  static Map<String, Function<Target, @Nullable Struck>> kinds() {
    return Map.of(
        "place_unknown",
        PlaceDirt::unknown,
        "place_without_marks",
        PlaceDirt::withoutMarks,
        "place_without_type",
        PlaceDirt::withoutType,
        "place_of_other_province",
        PlaceDirt::outside,
        "commune_unknown",
        row -> row.instead(row.firstFilled(COMMUNES), "Xã Chưa Rõ"),
        "district_after_the_end",
        PlaceDirt::districtAfterTheEnd,
        "council_unknown",
        PlaceDirt::councilUnknown,
        "council_differs",
        PlaceDirt::councilDiffers,
        "council_other",
        PlaceDirt::councilOther);
  }

  private static @Nullable Struck unknown(Target row) {
    int place = row.form().period() <= LAST_WITH_DISTRICTS ? row.firstFilled(DISTRICTS) : -1;
    if (place >= 0) {
      return row.instead(place, "Huyện Chưa Rõ");
    }
    return row.isSettled()
        ? row.instead(row.firstFilled(List.of("province")), "Tỉnh Chưa Rõ")
        : null;
  }

  private static @Nullable Struck withoutMarks(Target row) {
    int place = row.firstFilled(DISTRICTS);
    if (place < 0) {
      return null;
    }
    String bare = bare(row.cells().get(place));
    return all(row, bare, result -> result instanceof PlaceResult.Found found && found.guessed())
        ? row.instead(place, bare)
        : null;
  }

  /** «Cao Lãnh»: the city or the district around it. */
  private static @Nullable Struck withoutType(Target row) {
    int place = row.firstFilled(DISTRICTS);
    if (place < 0) {
      return null;
    }
    String untyped =
        row.cells().get(place).replaceFirst("^(?:Huyện|Quận|Thị xã|Thành phố|TP\\.?) ", "");
    return all(row, untyped, result -> result instanceof PlaceResult.Ambiguous)
        ? row.instead(place, untyped)
        : null;
  }

  /** True if a name of a district means this on every day a dataset may look it up. */
  private static boolean all(Target row, String name, Function<PlaceResult, Boolean> means) {
    int province = row.firstFilled(List.of("province", "school_province"));
    if (province < 0 || row.form().period() > LAST_WITH_DISTRICTS) {
      return false;
    }
    return Stream.of("-05-31", "-09-30", "-12-31")
        .map(day -> LocalDate.parse(row.form().period() + day))
        .allMatch(
            day ->
                Places.bundled().resolve(row.cells().get(province), null, Places.PROVINCE, day)
                        instanceof PlaceResult.Found above
                    && means.apply(
                        Places.bundled()
                            .resolve(name, above.unit().regionKey(), Places.DISTRICT, day)));
  }

  /** Letters alone; case and blanks stay. */
  static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{Mn}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }

  /** In a small file the rows say who reports, and it would be the country. */
  private static @Nullable Struck outside(Target row) {
    boolean isLarge = row.form().pack().equals("csv") && row.ordinal() > LARGE;
    boolean isWhole = row.firstFilled(DISTRICTS) < 0;
    int place = row.firstFilled(List.of("province"));
    boolean isCapital = place >= 0 && row.cells().get(place).endsWith("Hà Nội");
    return isLarge && isWhole && !isCapital ? row.instead(place, "Thành phố Hà Nội") : null;
  }

  private static @Nullable Struck districtAfterTheEnd(Target row) {
    int place = row.form().placeOf("district");
    boolean isLate = row.form().period() > LAST_WITH_DISTRICTS + 1;
    return isLate && place >= 0 && row.cells().get(place).isEmpty()
        ? row.instead(place, "Huyện Bến Lức")
        : null;
  }

  private static @Nullable Struck councilUnknown(Target row) {
    int place = row.form().isExam() ? row.form().placeOf("candidate_number") : -1;
    return place < 0 || row.form().placeOf("council_code") >= 0
        ? null
        : row.instead(place, "99" + row.cells().get(place).substring(2));
  }

  private static @Nullable Struck councilDiffers(Target row) {
    int place = row.form().isExam() ? row.firstFilled(List.of("council_code")) : -1;
    return place < 0 ? null : row.instead(place, row.cells().get(place).equals("63") ? "62" : "63");
  }

  private static @Nullable Struck councilOther(Target row) {
    int place = row.form().isExam() ? row.firstFilled(List.of("candidate_number")) : -1;
    if (place < 0 || !row.isSettled() || row.form().placeOf("council_code") >= 0) {
      return null;
    }
    String own = row.cells().get(place);
    return COUNCILS.stream()
        .filter(council -> isOf(council, row.form().period()))
        .map(council -> council.getOrDefault("council_code", ""))
        .filter(code -> code.length() == 2 && !own.startsWith(code))
        .findFirst()
        .map(code -> row.instead(place, code + own.substring(2)))
        .orElse(null);
  }

  private static boolean isOf(Map<String, String> council, int year) {
    String to = council.getOrDefault("valid_to_year", "");
    return Integer.parseInt(council.getOrDefault("valid_from_year", "0")) <= year
        && (to.isEmpty() || year <= Integer.parseInt(to));
  }
}
