"""What stands on every portal beside the wording: ordinary sections and news about other things."""

from __future__ import annotations

import random

MENU: tuple[tuple[str, str], ...] = (
    ("Giới thiệu", "Nơi đây có truyền thống đoàn kết, cần cù. Dân cư sống tập trung dọc theo quốc "
     "lộ và các sông suối, nghề chính là trồng lúa, chè, quế và chăn nuôi gia súc."),
    ("Liên hệ", "Địa chỉ: tổ 5, đường Điện Biên. Điện thoại: 0216.3852.000. Giờ làm việc: sáng từ "
     "7 giờ 30 đến 11 giờ 30, chiều từ 13 giờ 30 đến 17 giờ, từ thứ Hai đến thứ Sáu."),
    ("Thư viện ảnh", "Một số hình ảnh về ruộng bậc thang, lễ hội xuân và phong trào thể dục thể "
     "thao do nhân dân gửi tới ban biên tập trong thời gian qua."),
)  # fmt: skip
"""Menu entries with the text of their pages."""
NEWS_SECTION = "Tin tức"
NEWS: tuple[tuple[str, str], ...] = (
    ("Nhân dân ra quân làm thủy lợi nội đồng", "Từ sáng sớm, hơn một trăm người đã có mặt để nạo "
     "vét các tuyến kênh, bảo đảm nước tưới cho lúa xuân. Đến cuối ngày, trên ba ki-lô-mét kênh "
     "đã được khơi thông."),
    ("Giải bóng chuyền nam chào mừng ngày thành lập Đảng", "Mười hai đội đã tranh tài trong hai "
     "ngày. Kết thúc giải, đội thôn Đồng Cát giành chức vô địch trước sự cổ vũ của đông đảo khán "
     "giả."),
    ("Mùa quế cho thu hoạch, người dân phấn khởi", "Giá quế tươi tăng nhẹ so với vụ trước, mỗi héc "
     "ta cho thu hàng chục triệu đồng. Nhiều hộ đã trồng lại ngay sau khi khai thác."),
    ("Trao quà cho các gia đình khó khăn dịp Tết", "Năm mươi suất quà gồm gạo, dầu ăn và chăn ấm "
     "đã được trao tận tay các gia đình neo đơn, có người già yếu."),
    ("Cảnh báo rét đậm, rét hại ở vùng cao", "Trung tâm khí tượng dự báo nhiệt độ xuống dưới 8 độ. "
     "Bà con cần che chắn chuồng trại, dự trữ thức ăn cho trâu bò và giữ ấm cho trẻ nhỏ."),
    ("Khánh thành cầu treo qua suối", "Cây cầu dài bốn mươi mét do các nhà hảo tâm đóng góp giúp "
     "việc đi lại của hơn hai trăm hộ dân an toàn hơn trong mùa mưa lũ."),
    ("Hội xuân thu hút hàng nghìn du khách", "Các trò chơi ném còn, đẩy gậy, kéo co diễn ra sôi "
     "nổi. Buổi tối là chương trình văn nghệ của các đội múa xòe."),
    ("Phát động Tết trồng cây", "Ngay sau lễ phát động, hơn năm trăm cây lát hoa và cây sấu đã "
     "được trồng dọc các tuyến đường liên thôn."),
)  # fmt: skip
"""News titles with their texts."""
NOTICES: tuple[tuple[str, str], ...] = (
    ("Thông báo lịch cắt điện sửa chữa đường dây", "Điện lực sẽ ngừng cấp điện từ 7 giờ đến 16 giờ "
     "thứ Bảy để thay dây dẫn. Đề nghị nhân dân chủ động sắp xếp công việc."),
    ("Thông báo nghỉ Tết Nguyên đán", "Cán bộ, công chức được nghỉ Tết bảy ngày liên tục; các bộ "
     "phận phân công người trực để giải quyết việc phát sinh."),
    ("Thư mời tham gia hội chợ nông sản", "Trân trọng kính mời các hợp tác xã, hộ sản xuất đăng ký "
     "gian hàng trưng bày chè, quế, mật ong và gạo nếp."),
)  # fmt: skip
"""Notices with their texts."""
HOME_TEXT = "Chào mừng bạn đọc đến với trang thông tin. Sau đây là những tin vừa được đăng."


def some_news(rng: random.Random, count: int = 4) -> list[tuple[str, str]]:
    """A few news items."""
    return rng.sample(NEWS, count)
