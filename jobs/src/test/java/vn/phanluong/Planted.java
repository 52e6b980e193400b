package vn.phanluong;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.TableStore;

/** Texts of nobody, put wherever a delivered file can hold a person's, and the search for them. */
final class Planted {
  static final String CODE = "8099123457";
  static final String NUMBER = "080208123457";
  static final String OTHER_CODE = "8099123458";

  /** Each stands in one of the files, and may stand nowhere else. */
  static final String[] TEXTS = {
    "Quyền Mẫu Tí",
    "Zuyên Kiểu",
    "Yên Thử",
    "Xoan Ghi Chú",
    "Wích Lập Biểu",
    "Vượng Lạc Cột",
    "Kha Thừa Ô",
    CODE,
    OTHER_CODE,
    NUMBER,
    "080208123458",
    "17/11/2008",
    "0987612345",
    "ngõ 99 phố Thử",
    "Oanh Phụ Huynh",
    "Ung Tệp Lạ",
    "0912398765"
  };

  static final String REGISTER =
      """
      DỮ LIỆU MÔ PHỎNG (SYNTHETIC DATA)
      Người lập: Wích Lập Biểu, 0912398765
      Mã định danh học sinh,Số CCCD,Họ và tên,Ngày sinh,Giới tính,Dân tộc,Tỉnh cư trú,Huyện cư trú,Địa chỉ,Số điện thoại,Họ tên cha,Mã trường,Trường,Tỉnh,Huyện,Năm tốt nghiệp,Cấp học,Đợt xét,Kết quả xét,Ghi nhớ riêng
      8099123457,080208123457,Quyền Mẫu Tí,17/11/2008,Nam,Kinh,Long An,Tân An,ngõ 99 phố Thử,0987612345,Oanh Phụ Huynh,80079901,Trường Mẫu,Long An,Tân An,2023,THCS,1,Công nhận tốt nghiệp,Xoan Ghi Chú
      8099123458,080208123458,Zuyên Kiểu,17/11/2008,Nữ,Kinh,Long An,Tân An,ngõ 99 phố Thử,,Oanh Phụ Huynh,80079901,Trường Mẫu,Long An,Tân An,2023,THCS,1,Công nhận tốt nghiệp,
      ,,Yên Thử,17/11/2008,Nữ,Kinh,Long An,Tân An,,,,80079901,Trường Mẫu,Long An,Tân An,2023,THCS,1,Công nhận tốt nghiệp,
      Vượng Lạc Cột,8099123458,17/11/2008,Nam,Kinh,Long An,Tân An,ngõ 99 phố Thử,,,80079901,Trường Mẫu,Vượng Lạc Cột,Tân An,2023,THCS,1,Công nhận tốt nghiệp,,
      8099123457,080208123457,Quyền Mẫu Tí,17/11/2008,Nam,Kinh,Long An,Tân An,,,,80079901,Trường Mẫu,Long An,Tân An,2023,THCS,1,Công nhận tốt nghiệp,,Kha Thừa Ô
      """;

  /** A year later, known by the national number alone. */
  static final String OTHER_REGISTER =
      """
      DỮ LIỆU MÔ PHỎNG (SYNTHETIC DATA)
      Số CCCD,Họ và tên,Ngày sinh,Giới tính,Trường,Tỉnh,Huyện,Năm tốt nghiệp,Cấp học,Kết quả xét
      080208123457,Quyền Mẫu Tí,17/11/2008,Nam,Trường Mẫu,Long An,Tân An,2024,THCS,Công nhận tốt nghiệp
      """;

  static final String UNKNOWN = "Tên,Nhà\nUng Tệp Lạ,ngõ 99 phố Thử\n";

  private Planted() {}

  /** Where a planted text stands: any version of any table, any byte of any file. */
  static Set<String> foundIn(TableStore store) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Contract contract : Contracts.bundled().all()) {
      for (long version = 0; version <= store.version(contract); version++) {
        found.addAll(foundIn(store.read(contract, version), contract.id()));
      }
    }
    found.addAll(foundIn(store.home().root()));
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      for (Path each : left.toList()) {
        String name = String.valueOf(each.getFileName());
        // A folder of another test that was killed holds what that one delivered.
        boolean isOfTests = name.startsWith("phanluong-test");
        if (name.startsWith("spark")
            || name.startsWith("blockmgr")
            || (name.startsWith("phanluong") && !isOfTests)) {
          found.addAll(foundIn(each));
        }
      }
    }
    return found;
  }

  private static Set<String> foundIn(Dataset<Row> table, String id) {
    Column all =
        functions.concat_ws(
            "\n",
            Stream.of(table.columns())
                .map(name -> col(name).cast("string"))
                .toArray(Column[]::new));
    Column planted = Stream.of(TEXTS).map(all::contains).reduce(functions.lit(false), Column::or);
    return table.where(planted).select(all).takeAsList(1).stream()
        .map(row -> id + ": " + row.getString(0))
        .collect(Collectors.toSet());
  }

  private static Set<String> foundIn(Path folder) {
    Set<String> found = new TreeSet<>();
    for (Path file : files(folder)) {
      try {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String text : TEXTS) {
          String utf8 =
              new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
          if (bytes.contains(utf8)) {
            found.add(file + ": " + text);
          }
        }
      } catch (NoSuchFileException e) {
        // Spark's own temporary files come and go.
        found.remove(file.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  /** Names of all files under a folder. */
  static Set<String> names(Path folder) {
    return files(folder).stream()
        .map(file -> folder.relativize(file).toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Path> files(Path folder) {
    if (!Files.exists(folder)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException | UncheckedIOException e) {
      return Set.of();
    }
  }
}
