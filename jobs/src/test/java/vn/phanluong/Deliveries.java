package vn.phanluong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.phanluong.definition.SchemaFiles;

/** What comes in: the plans, the files of examples/, and exam files made up from a seed. */
final class Deliveries {
  private static final String PLANS = "reference/plans/";

  private static final String FLAWED =
      """
      SBD,Toán,Ngữ văn
      58000001,7.5,6
      58000002,11,6
      5800000,7,x
      58000003,-1,0.00
      """;

  private static final String DISTRICT =
      """
      Năm tốt nghiệp,Tỉnh,Huyện,Cấp học,Số tốt nghiệp,Cơ sở tính,Ngày chốt số liệu
      2023,Long An,Thạnh Hóa,THCS,760,trường,30/09/2023
      2023,Long An,Thạnh Hóa,THPT,345,trường,30/09/2023
      """;

  /** A year after the examples, so that there is a change to part. */
  private static final String GRADUATES_2024 =
      """
      Năm tốt nghiệp,Tỉnh,Huyện,Cấp học,Số tốt nghiệp,Cơ sở tính,Ngày chốt số liệu
      2024,Long An,Tân An,THCS,2190,trường,31/08/2024
      2024,Long An,Châu Thành,THCS,1195,trường,31/08/2024
      """;

  private static final String DESTINATIONS_2024 =
      """
      Năm tốt nghiệp,Tỉnh,Huyện,Cấp học,Hướng đi,Số học sinh,Cơ sở tính,Ngày chốt số liệu
      2024,Long An,Tân An,THCS,trung cấp,611,trường,31/12/2024
      2024,Long An,Tân An,THCS,THPT,1204,trường,31/12/2024
      2024,Long An,Châu Thành,THCS,trung cấp,302,trường,31/12/2024
      2024,Long An,Châu Thành,THCS,THPT,655,trường,31/12/2024
      """;

  /** Two schools of a commune of which nobody says how it was divided in 2025. */
  private static final String SCHOOLS_2023 =
      """
      Năm học,Kỳ báo cáo,Mã trường,Tên trường,Loại trường,Dạy THCS,Loại hình,Tỉnh,Huyện,Xã,Tổng số lớp,Tổng số học sinh
      2023-2024,Đầu năm,80079701,Trường THCS Mẫu Một,THCS,x,Công lập,Long An,Vĩnh Hưng,Xã Khánh Hưng,8,300
      2023-2024,Đầu năm,80079702,Trường THCS Mẫu Hai,THCS,x,Công lập,Long An,Vĩnh Hưng,Xã Khánh Hưng,4,100
      """;

  /** The same, each on its side. */
  private static final String SCHOOLS_2025 =
      """
      Năm học,Kỳ báo cáo,Mã trường,Tên trường,Loại trường,Dạy THCS,Loại hình,Tỉnh,Xã,Tổng số lớp,Tổng số học sinh
      2025-2026,Đầu năm,80079701,Trường THCS Mẫu Một,THCS,x,Công lập,Tây Ninh,Xã Khánh Hưng,8,310
      2025-2026,Đầu năm,80079702,Trường THCS Mẫu Hai,THCS,x,Công lập,Tây Ninh,Xã Vĩnh Hưng,4,90
      """;

  private Deliveries() {}

  /**
   * What comes first: plans, examples, a year after them, schools on both sides of a division, and
   * two exam files, one with wrong rows.
   */
  static List<Path> first(Warehouse warehouse, UnaryOperator<String> written) {
    List<Path> files = new ArrayList<>();
    for (Path file : Stream.concat(plans(warehouse).stream(), examples().stream()).toList()) {
      files.add(warehouse.file("first/" + file.getFileName(), written.apply(text(file))));
    }
    files.add(warehouse.file("first/tot_nghiep_2024.csv", written.apply(GRADUATES_2024)));
    files.add(warehouse.file("first/phan_luong_2024.csv", written.apply(DESTINATIONS_2024)));
    files.add(warehouse.file("first/truong_2023.csv", written.apply(SCHOOLS_2023)));
    files.add(warehouse.file("first/truong_2025.csv", written.apply(SCHOOLS_2025)));
    files.add(warehouse.file("first/thi_2021.csv", written.apply(exam(2021, 1, 30, "46", "49"))));
    files.add(warehouse.file("first/thi_58_2021.csv", written.apply(FLAWED)));
    return files;
  }

  /**
   * What comes second: the national file again, without one council, and a district that says how
   * many left school after all.
   */
  static List<Path> second(Warehouse warehouse, UnaryOperator<String> written) {
    return List.of(
        warehouse.file("second/thi_2021.csv", written.apply(exam(2021, 2, 30, "46", "47"))),
        warehouse.file("second/tot_nghiep_thanh_hoa_2023.csv", written.apply(DISTRICT)));
  }

  /** Another order of the rows below the header; the tables of an appendix keep theirs. */
  static String shuffled(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int header = 0;
    while (!lines.get(header).matches("(Năm|STT[,;]|year|SBD|document_id).*")) {
      header++;
      if (header == lines.size()) {
        return text;
      }
    }
    Collections.shuffle(lines.subList(header + 1, lines.size()), random);
    return String.join("\n", lines) + "\n";
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The plans as files of a warehouse. */
  static List<Path> plans(Warehouse warehouse) {
    List<Path> files = new ArrayList<>();
    new TreeMap<>(SchemaFiles.bundled().under(PLANS, ""))
        .forEach((path, text) -> files.add(warehouse.file(path.substring(PLANS.length()), text)));
    return files;
  }

  /** The files of examples/, in the order of their paths. */
  static List<Path> examples() {
    try (Stream<Path> files = Files.walk(Checkout.path("examples"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An exam file as a council or the ministry sends it.
   *
   * @param seed the same gives the same scores
   * @param councils all of one file; several make it a national one
   */
  static String exam(int year, long seed, int candidates, String... councils) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("year,sbd,toan,ngu_van,ngoai_ngu,lich_su,dia_li\n");
    for (String council : councils) {
      for (int i = 1; i <= candidates; i++) {
        StringJoiner row = new StringJoiner(",", "", "\n");
        row.add(String.valueOf(year)).add("%s%06d".formatted(council, i));
        for (int subject = 0; subject < 5; subject++) {
          row.add(score(random));
        }
        text.append(row);
      }
    }
    return text.toString();
  }

  /** One in seven was not taken; quarter points, and now and then 0 or 10. */
  private static String score(Random random) {
    return random.nextInt(7) == 0
        ? ""
        : String.format(Locale.ROOT, "%.2f", random.nextInt(41) * 0.25);
  }
}
