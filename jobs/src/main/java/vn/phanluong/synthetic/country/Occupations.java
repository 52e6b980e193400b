package vn.phanluong.synthetic.country;

import java.util.List;

/**
 * Occupations of the vocational list and majors of the list of bachelor's majors, with the codes
 * less the digit of the level. Names are those in use; codes have the lists' shape and are not
 * vouched for.
 */
final class Occupations {
  /** An entry of a list. */
  record Entry(String digits, String name) {
    /** The seven digits at a level: 4, 5, 6 or 7 stands before. */
    String code(char level) {
      return level + digits;
    }
  }

  static final List<Entry> VOCATIONAL =
      entries(
          """
          520227 Điện công nghiệp
          520226 Điện dân dụng
          520225 Điện tử công nghiệp
          520224 Điện tử dân dụng
          520263 Cơ điện tử
          520121 Cắt gọt kim loại
          520123 Hàn
          510216 Công nghệ ô tô
          520205 Kỹ thuật máy lạnh và điều hòa không khí
          480202 Công nghệ thông tin
          480102 Kỹ thuật sửa chữa, lắp ráp máy tính
          480209 Quản trị mạng máy tính
          210402 Thiết kế đồ họa
          810207 Kỹ thuật chế biến món ăn
          810206 Nghiệp vụ nhà hàng
          810201 Quản trị khách sạn
          810103 Hướng dẫn du lịch
          810404 Chăm sóc sắc đẹp
          540205 May thời trang
          540103 Công nghệ thực phẩm
          340302 Kế toán doanh nghiệp
          340122 Thương mại điện tử
          340113 Logistics
          340417 Quản lý doanh nghiệp
          720301 Điều dưỡng
          720201 Dược
          640101 Thú y
          620119 Chăn nuôi
          620109 Trồng trọt
          620303 Nuôi trồng thủy sản
          580201 Kỹ thuật xây dựng
          510104 Xây dựng cầu đường
          840111 Điều khiển phương tiện thủy nội địa
          520146 Vận hành máy thi công nền
          760203 Công tác xã hội
          140201 Giáo dục mầm non
          """);

  static final List<Entry> HIGHER =
      entries(
          """
          140202 Giáo dục Tiểu học
          140209 Sư phạm Toán học
          140217 Sư phạm Ngữ văn
          140231 Sư phạm Tiếng Anh
          220201 Ngôn ngữ Anh
          220204 Ngôn ngữ Trung Quốc
          310101 Kinh tế
          310401 Tâm lý học
          320101 Báo chí
          340101 Quản trị kinh doanh
          340115 Marketing
          340201 Tài chính - Ngân hàng
          340301 Kế toán
          380101 Luật
          420201 Công nghệ sinh học
          480101 Khoa học máy tính
          480103 Kỹ thuật phần mềm
          480201 Công nghệ thông tin
          510205 Công nghệ kỹ thuật ô tô
          510605 Logistics và Quản lý chuỗi cung ứng
          520103 Kỹ thuật cơ khí
          520201 Kỹ thuật điện
          520207 Kỹ thuật điện tử - viễn thông
          520216 Kỹ thuật điều khiển và tự động hóa
          540101 Công nghệ thực phẩm
          580201 Kỹ thuật xây dựng
          620105 Chăn nuôi
          640101 Thú y
          720101 Y khoa
          720201 Dược học
          720301 Điều dưỡng
          810103 Quản trị dịch vụ du lịch và lữ hành
          810201 Quản trị khách sạn
          850103 Quản lý đất đai
          """);

  private Occupations() {}

  private static List<Entry> entries(String lines) {
    return lines
        .lines()
        .map(line -> new Entry(line.substring(0, 6), line.substring(7).strip()))
        .toList();
  }
}
