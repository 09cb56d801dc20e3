"""What stands on real portals around their content, and has nothing to do with any paper."""

from __future__ import annotations

import random

_SITES = "".join(
    f'<option value="https://{name}.example.gov.vn/">{title}</option>'
    for name, title in (
        ("chinhphu", "Cổng thông tin Chính phủ"), ("sonoivu", "Sở Nội vụ"),
        ("sotc", "Sở Tài chính"),
        ("hdnd", "Hội đồng nhân dân tỉnh"), ("thanhtra", "Thanh tra tỉnh"), ("bao", "Báo tỉnh"),
    )
)  # fmt: skip
_WIDGETS = (
    '<h3>Thời tiết</h3><iframe src="https://thoitiet.example.com/w" height="90"></iframe>',
    '<div class="fb-page" data-href="https://www.facebook.com/xa"><blockquote>'
    '<a href="https://www.facebook.com/xa">Trang Facebook</a></blockquote></div>'
    '<iframe src="https://www.facebook.com/plugins/page.php?href=xa"></iframe>',
    '<h3>Bản đồ</h3><iframe src="https://www.google.com/maps/embed?pb=1"></iframe>',
    '<h3>Video</h3><iframe src="https://www.youtube.com/embed/abc"></iframe>',
    '<h3>Thăm dò ý kiến</h3>Giao diện cổng thế nào? <input type="radio" name="yk"> Đẹp'
    ' <a href="javascript:;" onclick="bieuQuyet(1)">Biểu quyết</a>'
    ' <a href="#" onclick="xemKetQua(3);return false">Kết quả</a>',
    '<a href="javascript:void(0)" onclick="doiNgonNgu(\'en\')">English</a>'
    ' <a href="javascript:void(0)" onclick="doiNgonNgu(\'vi\')">Tiếng Việt</a>',
    '<button onclick="coChu(1)">A+</button><button onclick="coChu(-1)">A-</button>'
    ' <a href="javascript:tuongPhan()">Tương phản</a>',
    '<a href="javascript:window.print()">In</a> <a href="mailto:?subject=Bài viết">Gửi email</a>'
    ' <a href="javascript:history.back()">Quay lại</a>',
    '<div class="slider"><img src="/anh/1.jpg" alt="Lễ hội"><a class="prev" onclick="sang(-1)">'
    '❮</a><a class="next" onclick="sang(1)">❯</a></div>',
    f'<h3>Liên kết website</h3><select onchange="window.open(this.value)">'
    f'<option value="">-- Chọn trang --</option>{_SITES}</select>',
    '<div id="binhluan"><h3>Ý kiến bạn đọc (0)</h3><input placeholder="Họ tên">'
    "<textarea></textarea>"
    '<img src="/anh/ma.jpg"> <a href="javascript:doiMa()">Đổi mã khác</a>'
    ' <button type="button" onclick="guiYKien()">Gửi ý kiến</button></div>',
    '<div class="popup"><a href="javascript:dong()">Đóng</a><img src="/anh/chao.jpg"></div>',
    '<div class="zalo-chat-widget" data-oaid="1" data-welcome-message="Xin chào!"></div>',
    '<div class="danhgia">Đánh giá: <a href="javascript:danhGia(1)">★</a>'
    '<a href="javascript:danhGia(2)">★</a><a href="javascript:danhGia(3)">★</a></div>',
    '<a href="https://vanban.example.gov.vn/"><img src="/anh/vb.png" alt="Quản lý văn bản"></a>'
    ' <a href="https://mail.example.gov.vn/">Thư điện tử công vụ</a>',
    '<p>Đường dây nóng: <a href="tel:02160001">0216.0001</a> <a href="https://zalo.me/1">Zalo</a></p>',
    '<a href="#top">Lên đầu trang</a> <a>Chuyên mục</a>',
    '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Chia sẻ</a>'
    ' <button onclick="chepLienKet()">Sao chép liên kết</button>',
    "<h3>Truyền thanh</h3><audio controls><source src='/am/1.mp3'></audio>",
    '<noscript>Trình duyệt của bạn không hỗ trợ JavaScript.</noscript><div id="dongho"></div>'
    "<script>setInterval(function(){dongho.innerHTML=new Date()},1000)</script>",
    '<a href="javascript:;" onclick="boQua()">Bỏ qua để đến nội dung chính</a>'
    ' <a href="#" onclick="tatHoatAnh()">Tắt hoạt ảnh</a>',
)
_BOXES = ("", ' class="cot-phai"', ' class="sidebar"', ' class="khoi"', ' id="tienich"')
_MOST = 6


def with_widgets(frame: str, seed: str) -> str:
    """The frame with a few of them: below the page's own part, or at the end of the page."""
    rng = random.Random(f"widgets {seed}")
    for widget in rng.sample(_WIDGETS, rng.randint(0, _MOST)):
        box = f"<div{rng.choice(_BOXES)}>{widget}</div>"
        place = rng.choice(("@@main@@", "</body>"))
        added = f"{place}{box}" if place == "@@main@@" else f"{box}{place}"
        frame = frame.replace(place, added, 1)
    return frame
