package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;

/** Which fields make two rows of a dataset the same one. */
public final class RowKey {
  private static final Set<String> PLACE =
      Set.of("province", "district", "commune", "place", "place_level", "parent_place");

  private RowKey() {}

  /**
   * The fields of the key, without those of the person; a place is its unit, however it is written.
   */
  public static List<String> of(Contract dataset) {
    List<String> names = new ArrayList<>();
    dataset.fields().stream()
        .filter(field -> field.key() && !isPseudonym(field))
        .map(Field::name)
        .forEach(names::add);
    if (names.removeAll(PLACE)) {
      names.add("region_key");
    }
    return names;
  }

  /**
   * The fields that name the person of a row, the surest first; none where a row is of no person.
   */
  public static List<String> persons(Contract dataset) {
    return dataset.fields().stream().filter(RowKey::isPseudonym).map(Field::name).toList();
  }

  private static boolean isPseudonym(Field field) {
    return field.door() == Field.Door.PSEUDONYM;
  }
}
