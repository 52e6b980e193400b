package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.TableStore;

/** Which schools a census counts. */
@ExtendWith(HomeExtension.class)
class SchoolCensusTest {
  /** The list of autumn tells once more of a school that closed in summer. */
  @Test
  void a_school_that_closed_before_the_day_of_the_census_is_none(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(
        List.of(
            warehouse.file(
                "truong_long_an_2023_2024.csv",
                """
                Năm học,Kỳ báo cáo,Mã trường,Tên trường,Loại trường,Dạy THCS,Tỉnh,Huyện,Biến động,Ngày biến động
                2023-2024,Đầu năm,80079901,Trường THCS Mẫu Tân An,THCS,x,Long An,Tân An,Đổi tên,01/07/2023
                2023-2024,Đầu năm,80080301,Trường THCS Mẫu Bến Lức,THCS,x,Long An,Bến Lức,Giải thể,01/07/2023
                2023-2024,Đầu năm,80080201,Trường THCS Mẫu Đức Hòa,THCS,x,Long An,Đức Hòa,Giải thể,15/12/2023
                """)));
    warehouse.build("star.fct_school_census");
    assertThat(
            store
                .read(Contracts.bundled().of("star.fct_school_census"))
                .select("school_code")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("80079901", "80080201");
  }
}
