package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Communes;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;

/** The unit a row is about, and what had to be said on the way there. */
record PlaceOfRow(@Nullable String regionKey, List<Said> said) {
  /** A finding without its row. */
  record Said(FindingCode code, String field, String text, String detail) {}

  void report(RowFindings findings) {
    for (Said each : said) {
      findings.add(each.code(), each.field(), each.text(), each.detail());
    }
  }

  /** Province, then district inside it; the province itself where there is no district. */
  static PlaceOfRow find(String province, @Nullable String district, LocalDate day) {
    PlaceOfRow whole =
        of(
            "province",
            province,
            null,
            Places.bundled().resolve(province, null, Places.PROVINCE, day));
    if (district == null || whole.regionKey() == null) {
      return whole;
    }
    Region parent = Places.bundled().find(whole.regionKey());
    PlaceOfRow part =
        of(
            "district",
            district,
            parent,
            Places.bundled().resolve(district, whole.regionKey(), Places.DISTRICT, day));
    List<Said> said = new ArrayList<>(whole.said());
    said.addAll(part.said());
    return new PlaceOfRow(part.regionKey(), said);
  }

  /** What a result says about the field it was looked up for. */
  static PlaceOfRow of(String field, String name, @Nullable Region parent, PlaceResult result) {
    if (result instanceof PlaceResult.Found found) {
      return new PlaceOfRow(
          found.unit().regionKey(),
          found.guessed()
              ? List.of(new Said(FindingCode.PLACE_GUESSED, field, name, found.unit().name()))
              : List.of());
    }
    if (result instanceof PlaceResult.Ambiguous ambiguous) {
      return new PlaceOfRow(
          null,
          List.of(
              new Said(
                  FindingCode.ROW_PLACE_AMBIGUOUS, field, name, names(ambiguous.candidates()))));
    }
    List<Region> nearest = ((PlaceResult.Unknown) result).nearest();
    String inside = parent == null ? "" : " (%s)".formatted(parent.name());
    String hint = nearest.isEmpty() ? "" : "; gần giống (near): " + names(nearest);
    return new PlaceOfRow(
        null, List.of(new Said(FindingCode.ROW_PLACE_UNKNOWN, field, name, inside + hint)));
  }

  /** The commune inside a unit; that unit, with a word on it, where no commune is known so. */
  static PlaceOfRow commune(String field, String name, String above, LocalDate day) {
    PlaceResult result = Communes.bundled().resolve(name, above, day);
    PlaceOfRow part = of(field, name, Places.bundled().find(above), result);
    if (part.regionKey() != null) {
      return part;
    }
    String detail = part.said().get(0).detail();
    return new PlaceOfRow(
        above,
        List.of(
            new Said(
                FindingCode.PLACE_COMMUNE_UNKNOWN,
                field,
                name,
                result instanceof PlaceResult.Ambiguous
                    ? ", có thể là (may be): " + detail
                    : detail)));
  }

  private static String names(List<Region> units) {
    return units.stream().map(Region::name).collect(Collectors.joining(", "));
  }
}
