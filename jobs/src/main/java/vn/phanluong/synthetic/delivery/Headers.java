package vn.phanluong.synthetic.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.text.Spelling;

/** The headers by which the fields of a dataset may be told, none of which tells another field. */
final class Headers {
  /** Names of a part of the name: right only where the given name stands apart. */
  private static final List<String> PART_OF_NAME =
      List.of("Họ đệm", "Họ và chữ đệm", "Họ và tên đệm");

  /** These headers say less, or other, than the column holds. */
  private static final List<String> MISLEADING = List.of("Năm sinh", "Nữ");

  private final Map<String, String> owners = new HashMap<>();

  Headers(Contract contract) {
    for (Field field : contract.fields()) {
      own(field.name(), field);
      field.aliases().forEach(alias -> own(alias, field));
    }
  }

  private void own(String header, Field field) {
    owners.merge(
        Spelling.bare(header), field.name(), (first, second) -> first.equals(second) ? first : "");
  }

  /** The aliases of a field; its name where there are none. */
  List<String> of(Field field, boolean isGivenApart) {
    if (field.name().equals("full_name") && isGivenApart) {
      return PART_OF_NAME;
    }
    List<String> headers = new ArrayList<>();
    for (String alias : field.aliases()) {
      boolean isConstant =
          field.constants().stream().anyMatch(constant -> constant.startsWith(alias + "="));
      boolean isOwn = field.name().equals(owners.get(Spelling.bare(alias)));
      if (isOwn && !isConstant && !PART_OF_NAME.contains(alias) && !MISLEADING.contains(alias)) {
        headers.add(alias);
      }
    }
    return headers.isEmpty() ? List.of(field.name()) : headers;
  }
}
