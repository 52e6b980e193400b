package vn.phanluong.synthetic.report;

import java.util.Map;
import java.util.SplittableRandom;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.life.Person;

/**
 * Names as common as they are: a few family names for most, and few given names, so many share one.
 */
final class Names {
  private static final String[] MIDDLE_M = {
    "Văn", "Hữu", "Đức", "Minh", "Quốc", "Gia", "Thanh", "Công", "Xuân", "Ngọc", "Anh", "Tuấn"
  };
  private static final String[] MIDDLE_F = {
    "Thị", "Ngọc", "Thanh", "Kim", "Thị Thu", "Thị Mỹ", "Phương", "Bảo", "Khánh", "Thùy", "Minh"
  };
  private static final String[] GIVEN_M = {
    "Anh", "Bảo", "Cường", "Dũng", "Duy", "Đạt", "Hải", "Hiếu", "Hoàng", "Huy", "Hùng", "Khang",
    "Khánh", "Khoa", "Kiên", "Long", "Minh", "Nam", "Nghĩa", "Nhân", "Phát", "Phong", "Phúc",
    "Quân", "Sơn", "Tài", "Thành", "Thịnh", "Tiến", "Trung", "Tuấn", "Việt", "Vinh"
  };
  private static final String[] GIVEN_F = {
    "An", "Anh", "Châu", "Chi", "Diễm", "Dung", "Giang", "Hà", "Hân", "Hạnh", "Hiền", "Hoa",
    "Hồng", "Hương", "Lan", "Linh", "Mai", "My", "Nga", "Ngân", "Nhi", "Nhung", "Oanh", "Phương",
    "Quyên", "Thảo", "Thu", "Thư", "Trang", "Trâm", "Trinh", "Uyên", "Vy", "Yến"
  };

  private final Draws draws;
  private final String[] family;
  private final double[] upTo;

  Names(Draws draws, Parameters parameters) {
    this.draws = draws;
    Map<String, Double> table = parameters.table("family_name");
    family = table.keySet().toArray(String[]::new);
    upTo = table.values().stream().mapToDouble(Double::doubleValue).toArray();
    java.util.Arrays.parallelPrefix(upTo, Double::sum);
  }

  /** Family, middle and given name. Twins share the first, and differ in the last. */
  String of(Person person) {
    boolean isTwin = person.twinOf() >= 0;
    SplittableRandom shared = draws.of("name", isTwin ? person.twinOf() : person.number());
    double at = shared.nextDouble() * upTo[upTo.length - 1];
    int i = 0;
    while (upTo[i] <= at) {
      i++;
    }
    boolean isFemale = person.isFemale();
    String[] middles = isFemale ? MIDDLE_F : MIDDLE_M;
    String[] givens = isFemale ? GIVEN_F : GIVEN_M;
    int middle = shared.nextInt(1 << 20);
    int given = shared.nextInt(1 << 20) + (isTwin ? 1 : 0);
    return family[i] + ' ' + middles[middle % middles.length] + ' ' + givens[given % givens.length];
  }
}
