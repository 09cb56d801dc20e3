"""What stands on portals beside their papers, as their programs write it."""

from __future__ import annotations

SITES = "".join(f"<option value='https://so{n}.tinh.example.vn'>Sở {n}</option>" for n in range(20))
AGENCIES = "".join(f"<li><a href='/xa/{n}'>UBND xã Minh Tân {n}</a></li>" for n in range(20))
BESIDE = {
    "sites": f"<select onchange='window.open(this.value)'><option>Chọn</option>{SITES}</select>",
    "weather": (
        "<div class=box><h3>Thời tiết</h3><iframe src='https://thoitiet.example.com/w'>"
        "</iframe></div>"
    ),
    "fb": (
        "<div class=fb-page data-href='https://www.facebook.com/xaminhquan' "
        "data-tabs='timeline'><blockquote><a "
        "href='https://www.facebook.com/xaminhquan'>Fanpage xã Minh Quán</a></blockquote>"
        "</div><iframe src='https://www.facebook.com/plugins/page.php?href=x'></iframe>"
    ),
    "map": (
        "<h3>Bản đồ hành chính</h3><iframe src='https://www.google.com/maps/embed?pb=1'></iframe>"
    ),
    "youtube": (
        "<h3>Video</h3><iframe src='https://www.youtube.com/embed/abc'></iframe><a "
        "href='/video'>Xem tất cả</a>"
    ),
    "poll": (
        "<div class=poll><h3>Thăm dò ý kiến</h3><form method=post action='/vote'><input "
        "type=radio name=v value=1>Tốt <input type=radio name=v value=2>Chưa tốt<input "
        "type=button value='Bình chọn' onclick='vote()'><input type=button value='Xem kết quả' "
        "onclick='ketqua()'></form></div>"
    ),
    "poll2": (
        "<div class=poll><h3>Thăm dò ý kiến</h3>Bạn thấy cổng thế nào?<a href='javascript:;' "
        "onclick='vote(1)'>Biểu quyết</a> <a href='#' onclick='showResult(3);return false'>Kết "
        "quả</a></div>"
    ),
    "lang": (
        "<a href='javascript:void(0)' onclick=\"changeLang('en')\">English</a><a "
        "href='javascript:void(0)' onclick=\"changeLang('vi')\">Tiếng Việt</a>"
    ),
    "fontsize": (
        "<button onclick='fs(1)'>A+</button><button onclick='fs(-1)'>A-</button><a "
        "href='javascript:tuongphan()'>Tương phản</a>"
    ),
    "tts": (
        "<div class=tts><button onclick='play()'>Nghe bài viết</button><select><option>Giọng "
        "nữ</option><option>Giọng nam</option></select><audio src='/a.mp3'></audio></div>"
    ),
    "print": (
        "<a href='javascript:window.print()'>In</a> <a href='mailto:?subject=x'>Gửi email</a> "
        "<a href='javascript:history.back()'>Quay lại</a> <a href='#' "
        "onclick='window.print()'>Bản in</a>"
    ),
    "slider": (
        "<div class=slider><img src='/1.jpg'><a class=prev onclick='p(-1)'>❮</a><a class=next "
        "onclick='p(1)'>❯</a><ol><li data-target='#c' data-slide-to=0></li><li "
        "data-target='#c' data-slide-to=1></li></ol></div>"
    ),
    "carousel": (
        "<a class='carousel-control-prev' href='#car' role=button data-slide=prev><span "
        "class=sr-only>Previous</span></a><a class='carousel-control-next' href='#car' "
        "role=button data-slide=next><span class=sr-only>Next</span></a>"
    ),
    "newsletter": (
        "<form method=post action='/subscribe'><input type=email name=e><button "
        "type=submit>Đăng ký nhận tin</button></form>"
    ),
    "comment": (
        "<div id=respond><h3>Ý kiến bạn đọc (0)</h3><form method=post action='/comment'><input "
        "name=ten placeholder='Họ tên'><textarea name=nd></textarea><img src='/captcha.jpg'><a "
        "href='javascript:reload()'>Đổi mã khác</a><button>Gửi ý kiến</button></form></div>"
    ),
    "popup": (
        "<div class=popup id=pp><a href='javascript:void(0)' onclick='closePopup()'>×</a><a "
        "href='javascript:dong()'>Đóng</a><img src='/banner.jpg' alt='Chào mừng đại hội'></div>"
    ),
    "cookie": (
        "<div class=cookie>Trang này dùng cookie. <button>Đồng ý</button><a "
        "href='javascript:;'>Từ chối</a></div>"
    ),
    "chat": (
        "<div class='zalo-chat-widget' data-oaid='123' data-welcome-message='Rất vui được hỗ "
        "trợ bạn!'></div><div id=chatbot><button>Chat với trợ lý ảo</button><input "
        "placeholder='Nhập câu hỏi'></div>"
    ),
    "stars": (
        "<div class=rating>Đánh giá: <a href='javascript:rate(1)'>★</a><a "
        "href='javascript:rate(2)'>★</a><a href='javascript:rate(3)'>★</a> <span>0/5 (0 bình "
        "chọn)</span></div>"
    ),
    "vbpl": (
        "<h3>Văn bản mới</h3><marquee><a "
        "href='https://vbpl.vn/yenbai/pages/vbpq.aspx?ItemID=5'>Nghị quyết 05/2026/NQ-HĐND về "
        "ngân sách</a></marquee>"
    ),
    "qlvb": (
        "<a href='https://qlvb.tinh.example.vn'>Hệ thống quản lý văn bản và điều hành</a><a "
        "href='https://mail.tinh.example.vn'>Thư điện tử công vụ</a><a "
        "href='http://1022.tinh.example.vn'>Phản ánh kiến nghị</a>"
    ),
    "badurl": (
        "<a href='http://'>Liên kết</a><a href='http:///abc'>Báo Yên Bái</a><a "
        "href='htp://x.vn'>Báo Nhân dân</a><a href='www.tinh.example.vn'>Tỉnh Yên Bái</a>"
    ),
    "emptyparent": (
        "<ul class=menu><li><a href='#'>Tổ chức bộ máy</a><ul><li><a href='/gioi-thieu'>Đảng "
        "ủy</a></li></ul></li><li><a href='javascript:;'>Văn hóa - Xã hội</a><ul><li><a "
        "href='/tin-tuc'>Y tế</a></li></ul></li></ul>"
    ),
    "dopost": (
        "<a href=\"javascript:__doPostBack('ctl00$lnkLogin','')\">Đăng nhập</a><a "
        "href=\"javascript:__doPostBack('ctl00$lang','')\">English</a>"
    ),
    "prevnext": (
        "<div class=nav-links><a href='/gioi-thieu' rel=prev>← Bài trước</a><a href='/tin-tuc' "
        "rel=next>Bài sau →</a></div>"
    ),
    "deadnews": (
        "<h3>Tin nổi bật</h3><ul><li><a href='/tin/chet-1'>Hội nghị tổng kết công tác Hội phụ "
        "nữ xã</a></li><li><a href='/tin/chet-2'>Lễ khai giảng năm học mới tại trường tiểu "
        "học</a></li></ul>"
    ),
    "apk": (
        "<a href='/app/minhquan.apk'>Tải ứng dụng</a><a "
        "href='https://play.google.com/store/apps/x'>Google Play</a><a href='/setup.exe'>Bộ gõ "
        "Unikey</a>"
    ),
    "video": "<video src='/v.mp4' controls></video><a href='/v2.mp4'>Phóng sự xã Minh Quán</a>",
    "noscript": (
        "<noscript>Trình duyệt của bạn không hỗ trợ JavaScript. Vui lòng bật JavaScript để "
        "xem.</noscript>"
    ),
    "orgchart": "<h3>Cơ cấu tổ chức</h3><img src='/so-do-to-chuc.jpg' alt='Sơ đồ tổ chức'>",
    "maparea": (
        "<img src='/bd.png' usemap='#m'><map name=m><area href='/gioi-thieu' alt='Thôn 1'>"
        "<area href='#' alt='Thôn 2'></map>"
    ),
    "windowopen": (
        "<div class=tb><a href='javascript:;' onclick=\"window.open('/tb/5.html')\">Thông báo "
        "tuyển dụng</a></div>"
    ),
    "rsspage": "<a href='/rss/trang-chu.rss'><img src='/rss.png' alt=RSS></a>",
    "viewall": (
        "<div class=box><h3>Tin trong tỉnh</h3><ul><li><a "
        "href='https://tinh.example.vn/tin1'>Tỉnh ủy họp</a></li></ul><a "
        "href='https://tinh.example.vn'>Xem thêm</a></div>"
    ),
    "staff": (
        "<h3>Danh bạ</h3><table><tr><th>Họ tên<th>Chức vụ<th>Điện thoại</tr><tr><td>Nguyễn Văn "
        "A<td>Chủ tịch<td>0912</tr></table>"
    ),
    "clock": (
        "<div id=clock></div><script>setInterval(function(){clock.innerHTML=new "
        "Date()},1000)</script>"
    ),
    "hoidap": (
        "<h3>Hỏi đáp</h3><form method=post action='/hoi-dap/gui'><input name=t><textarea>"
        "</textarea><input type=submit value='Gửi câu hỏi'><input type=reset value='Nhập lại'>"
        "</form>"
    ),
    "share": (
        "<a href='https://www.facebook.com/sharer/sharer.php?u=x'>Chia sẻ</a><a "
        "href='https://twitter.com/intent/tweet?u=x'>Tweet</a><div class='zalo-share-button' "
        "data-href='' data-oaid='1'></div><a href='#' class=addthis_button>Share</a><button "
        "onclick='copyLink()'>Sao chép liên kết</button>"
    ),
    "qr": "<h3>Quét mã QR</h3><img src='/qr-zalo.png' alt='Zalo OA xã Minh Quán'>",
    "expand": (
        "<button class=more onclick='toggle()'>Xem thêm</button><p style='display:none'>Đoạn "
        "văn ẩn về du lịch.</p>"
    ),
    "loading": "<aside><h3>Tin đọc nhiều</h3><div class=loading>Đang tải...</div></aside>",
    "updating": "<div class=box><h3>Quy hoạch</h3><p>Nội dung đang được cập nhật</p></div>",
    "sp_tools": (
        "<a href=\"javascript:__doPostBack('ctl00$x','')\">Bỏ qua để đến Nội dung chính</a><a "
        "href='#' onclick=\"TurnOffAnimation()\">Turn off Animations</a><a href='javascript:;' "
        "onclick='HideFlyout()'>It looks like your browser does not have JavaScript enabled</a>"
    ),
    "liferay_login": (
        "<a href='/c/portal/login?p_l_id=1'>Đăng nhập</a><a "
        "href='/home?p_p_id=58&p_p_lifecycle=0'>Sign In</a>"
    ),
    "darkmode": "<a href='javascript:void(0)' class=theme-toggle>Giao diện tối</a>",
    "pagination_disabled": (
        "<ul class=pagination><li class=disabled><a href='#'>«</a></li><li class=active><a "
        "href='#'>1</a></li><li class=disabled><a href='#'>»</a></li></ul>"
    ),
    "ipv6": (
        "<a href='/ipv6'><img src='/ipv6.png' alt='IPv6 Ready'></a><a "
        "href='https://tinnhiemmang.vn/danh-ba-tin-nhiem/x'><img "
        "src='https://tinnhiemmang.vn/handle_cert?id=x' alt='Chung nhan Tin Nhiem Mang'></a>"
    ),
}
