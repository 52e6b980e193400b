package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameMaskTest {
  @ParameterizedTest
  @CsvSource({
    "DS Nguyễn Văn An 9A.xlsx,DS Aa Aa Aa 9A.xlsx",
    "nguyen_van_an_2024.csv,a_a_a_2024.csv",
    "NguyenVanAn.csv,AaAaAa.csv",
    "Trần Thị Điểm - điểm thi.xls,Aa Aa Điểm - điểm thi.xls",
    "hs 080208123457.csv,hs 999999999999.csv",
    "Lê Long An.csv,Aa Long An.csv",
    "Phạm Minh Hợp - xã Minh Hợp.csv,Aa Aa Aa - xã Minh Hợp.csv"
  })
  void of_a_persons_name_the_shape_stays(String name, String masked) {
    assertThat(NameMask.of(name)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xet_tot_nghiep_thcs_long_an_2023.csv",
        "tot_nghiep_ba_dinh_2025.csv",
        "ket_qua_thi_2023_mo_phong.csv",
        "co_so_gdnn_long_an_2023.csv",
        "phan_luong_binh_phuoc_2020.csv",
        "nhap_hoc_nghe_long_an_2023.csv",
        "Kết quả thi Bà Rịa - Vũng Tàu 2021 (bổ sung).xlsx",
        "cleanData_11-BacKan_2017.csv",
        "exam_2021.csv.gz",
        "58_2024.csv",
        "2025-06-26_graduate_2025_P75_so_giao_duc_va_dao_tao_tinh_dong_nai.csv",
        "2025-10-19_enrolment_2025_sua_loi_C17071_uy_ban_nhan_dan_xa_minh_hop.csv",
        "a.csv",
        "Sheet1",
        "Danh sách học sinh lớp 12A1"
      })
  void words_of_offices_datasets_and_places_stay(String name) {
    assertThat(NameMask.of(name)).isEqualTo(name);
  }

  /** The ten commonest family names: none of them is a word that stays. */
  @Test
  void a_family_name_never_stays() {
    for (String name :
        List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi")) {
      assertThat(NameMask.of("ds " + name + " Tí.csv")).doesNotContain(name);
    }
  }
}
