package vn.phanluong.synthetic.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.phanluong.synthetic.life.Person;

/** The groups that figures are broken down by, each as a number. Number 0 is everybody. */
final class Groups {
  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "sex", List.of("female", "male"),
          "ethnicity_group", List.of("kinh", "minority", "foreign"),
          "policy_group",
              List.of(
                  "none",
                  "poor",
                  "near_poor",
                  "merit",
                  "disabled",
                  "orphan",
                  "difficult_area",
                  "other"),
          "ownership", List.of("public", "private", "foreign"),
          "school_type",
              List.of(
                  "THCS",
                  "THPT",
                  "LC",
                  "GDTX",
                  "GDNN_GDTX",
                  "college",
                  "intermediate",
                  "centre",
                  "gdnn_gdtx",
                  "university",
                  "other"),
          "residence", List.of("same_province", "other_province"));

  private final List<String> names = new ArrayList<>(List.of(":"));
  private final Map<String, Integer> numbers = new HashMap<>();

  Groups() {
    for (String breakdown : MEMBERS.keySet().stream().sorted().toList()) {
      for (String member : MEMBERS.getOrDefault(breakdown, List.of())) {
        numbers.put(breakdown + ":" + member, names.size());
        names.add(breakdown + ":" + member);
      }
    }
  }

  /** Numbers of the groups somebody belongs to, one of each breakdown. */
  int[] of(Person person, String ownership, String type, boolean isAtHome) {
    return new int[] {
      number("sex", person.isFemale() ? "female" : "male"),
      number("ethnicity_group", person.ethnicity()),
      number("policy_group", person.policyGroup()),
      number("ownership", ownership),
      number("school_type", type),
      number("residence", isAtHome ? "same_province" : "other_province")
    };
  }

  private int number(String breakdown, String member) {
    Integer number = numbers.get(breakdown + ":" + member);
    if (number == null) {
      throw new IllegalArgumentException("No group " + breakdown + ":" + member);
    }
    return number;
  }

  String breakdown(int group) {
    return names.get(group).split(":", 2)[0];
  }

  String member(int group) {
    return names.get(group).split(":", 2)[1];
  }
}
