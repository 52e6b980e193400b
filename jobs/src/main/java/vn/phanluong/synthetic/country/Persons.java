package vn.phanluong.synthetic.country;

import java.util.List;
import java.util.SplittableRandom;

/** Persons of history after whom schools in Việt Nam are called. */
final class Persons {
  private static final List<String> NAMES =
      """
      An Dương Vương; Âu Cơ; Bà Triệu; Bạch Đằng Giang; Bế Văn Đàn; Bùi Hữu Nghĩa; Bùi Thị Xuân
      Cao Bá Quát; Cao Thắng; Châu Văn Liêm; Chu Văn An; Cù Chính Lan; Duy Tân; Dương Đình Nghệ
      Đào Duy Anh; Đào Duy Từ; Đào Sơn Tây; Đặng Dung; Đặng Huy Trứ; Đặng Tất; Đặng Thai Mai
      Đinh Bộ Lĩnh; Đinh Công Tráng; Đinh Tiên Hoàng; Đoàn Thị Điểm; Hà Huy Tập; Hai Bà Trưng
      Hàm Nghi; Hàn Thuyên; Hoàng Diệu; Hoàng Hoa Thám; Hoàng Quốc Việt; Hoàng Văn Thụ; Hồ Tùng Mậu
      Hồ Xuân Hương; Huyền Trân; Huỳnh Mẫn Đạt; Huỳnh Thúc Kháng; Hùng Vương; Kim Đồng; Lạc Long Quân
      Lê Anh Xuân; Lê Chân; Lê Đại Hành; Lê Đình Chinh; Lê Hồng Phong; Lê Hữu Trác; Lê Lai; Lê Lợi
      Lê Ngọc Hân; Lê Quý Đôn; Lê Thánh Tông; Lê Thị Hồng Gấm; Lê Trung Đình; Lê Văn Hưu; Lê Văn Tám
      Lê Văn Thiêm; Lương Đình Của; Lương Ngọc Quyến; Lương Thế Vinh; Lương Văn Can; Lý Công Uẩn
      Lý Nam Đế; Lý Thái Tổ; Lý Thường Kiệt; Lý Tự Trọng; Mạc Đĩnh Chi; Mạc Thị Bưởi; Mai Hắc Đế
      Mai Thúc Loan; Ngô Gia Tự; Ngô Mây; Ngô Quyền; Ngô Sĩ Liên; Ngô Thì Nhậm; Nguyễn An Ninh
      Nguyễn Bá Ngọc; Nguyễn Bỉnh Khiêm; Nguyễn Chí Thanh; Nguyễn Công Trứ; Nguyễn Cư Trinh; Nguyễn Du
      Nguyễn Đáng; Nguyễn Đình Chiểu; Nguyễn Đức Cảnh; Nguyễn Gia Thiều; Nguyễn Hiền; Nguyễn Huệ
      Nguyễn Hữu Cảnh; Nguyễn Hữu Huân; Nguyễn Hữu Thọ; Nguyễn Khuyến; Nguyễn Lương Bằng; Nguyễn Thái Bình
      Nguyễn Thái Học; Nguyễn Thị Định; Nguyễn Thị Minh Khai; Nguyễn Thiện Thuật; Nguyễn Thông
      Nguyễn Thượng Hiền; Nguyễn Trãi; Nguyễn Tri Phương; Nguyễn Trung Trực; Nguyễn Trường Tộ
      Nguyễn Văn Cừ; Nguyễn Văn Linh; Nguyễn Văn Trỗi; Nguyễn Viết Xuân; Nguyễn Việt Hồng
      Nguyễn Xuân Ôn; Phạm Hồng Thái; Phạm Ngũ Lão; Phạm Văn Đồng; Phan Bội Châu; Phan Châu Trinh
      Phan Đăng Lưu; Phan Đình Giót; Phan Đình Phùng; Phan Huy Chú; Phan Ngọc Hiển; Phan Thanh Giản
      Phan Thúc Duyện; Phan Văn Trị; Phù Đổng; Phùng Chí Kiên; Phùng Hưng; Phùng Khắc Khoan; Quang Trung
      Tạ Uyên; Tăng Bạt Hổ; Thái Phiên; Thân Nhân Trung; Thủ Khoa Huân; Tô Hiến Thành; Tô Hiệu
      Tôn Đức Thắng; Tôn Thất Thuyết; Tôn Thất Tùng; Tống Duy Tân; Trần Bình Trọng; Trần Cao Vân
      Trần Đại Nghĩa; Trần Hưng Đạo; Trần Khánh Dư; Trần Khát Chân; Trần Kỳ Phong; Trần Nguyên Hãn
      Trần Nhân Tông; Trần Nhật Duật; Trần Phú; Trần Quang Khải; Trần Quốc Toản; Trần Quốc Tuấn
      Trần Quý Cáp; Trần Thủ Độ; Trần Văn Kỷ; Trần Văn Ơn; Triệu Quang Phục; Trịnh Hoài Đức; Trưng Vương
      Trương Công Định; Trương Định; Trương Vĩnh Ký; Tự Đức; Út Tịch; Văn Cao; Võ Nguyên Giáp
      Võ Thị Sáu; Võ Trường Toản; Võ Văn Kiệt; Võ Văn Tần; Vũ Duy Thanh; Xuân Diệu; Yết Kiêu
      """
          .lines()
          .flatMap(line -> List.of(line.strip().split("; ")).stream())
          .toList();

  private Persons() {}

  static String any(SplittableRandom luck) {
    return NAMES.get(luck.nextInt(NAMES.size()));
  }
}
