# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""Names of administrative procedures, by field, of communes and of departments."""

from __future__ import annotations

COMMUNE_FIELDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("TP", "Hộ tịch", (
        "Đăng ký khai sinh", "Đăng ký kết hôn", "Đăng ký khai tử", "Đăng ký giám hộ",
        "Đăng ký nhận cha, mẹ, con", "Đăng ký lại khai sinh", "Đăng ký lại kết hôn",
        "Thay đổi, cải chính, bổ sung thông tin hộ tịch", "Cấp bản sao trích lục hộ tịch",
        "Cấp Giấy xác nhận tình trạng hôn nhân", "Đăng ký khai sinh lưu động",
        "Đăng ký chấm dứt giám hộ", "Đăng ký lại khai tử", "Ghi vào sổ hộ tịch việc kết hôn")),
    ("CT", "Chứng thực", (
        "Chứng thực bản sao từ bản chính", "Chứng thực chữ ký", "Chứng thực di chúc",
        "Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản",
        "Chứng thực văn bản từ chối nhận di sản", "Cấp bản sao từ sổ gốc",
        "Chứng thực việc sửa đổi, bổ sung, hủy bỏ hợp đồng")),
    ("ĐĐ", "Đất đai", (
        "Hòa giải tranh chấp đất đai", "Xác nhận hồ sơ đăng ký đất đai lần đầu",
        "Thẩm định nhu cầu sử dụng đất", "Xác nhận hiện trạng sử dụng đất",
        "Đăng ký chuyển mục đích sử dụng đất", "Cung cấp dữ liệu đất đai")),
    ("LĐ", "Lao động, người có công và xã hội", (
        "Xác nhận hộ nghèo, hộ cận nghèo", "Trợ giúp xã hội thường xuyên hằng tháng",
        "Hỗ trợ chi phí mai táng", "Xác định mức độ khuyết tật", "Công nhận hộ thoát nghèo",
        "Giải quyết chế độ thờ cúng liệt sĩ", "Đổi, cấp lại giấy xác nhận khuyết tật",
        "Xác nhận đơn đề nghị di chuyển hài cốt liệt sĩ", "Tiếp nhận đối tượng bảo trợ xã hội")),
    ("VH", "Văn hóa, thông tin", (
        "Công nhận danh hiệu gia đình văn hóa", "Thông báo tổ chức lễ hội cấp xã",
        "Thông báo thành lập thư viện cộng đồng", "Công nhận câu lạc bộ thể thao cơ sở",
        "Đăng ký hoạt động đại lý Internet công cộng")),
    ("NV", "Nội vụ, tôn giáo", (
        "Đăng ký hoạt động tín ngưỡng", "Thông báo danh mục hoạt động tôn giáo",
        "Tặng Giấy khen của Chủ tịch UBND cấp xã", "Tặng danh hiệu Lao động tiên tiến",
        "Thông báo tổ chức quyên góp", "Cho phép thành lập hội")),
    ("NN", "Nông nghiệp, môi trường", (
        "Chuyển đổi cơ cấu cây trồng trên đất lúa", "Hỗ trợ khôi phục sản xuất sau thiên tai",
        "Đăng ký kê khai chăn nuôi", "Phê duyệt phương án ứng phó thiên tai",
        "Xác nhận bảng kê lâm sản", "Tham vấn báo cáo đánh giá tác động môi trường")),
    ("TC", "Tài chính, kinh tế", (
        "Đăng ký thành lập hộ kinh doanh", "Đăng ký thay đổi nội dung hộ kinh doanh",
        "Tạm ngừng kinh doanh của hộ kinh doanh", "Đăng ký thành lập tổ hợp tác",
        "Cấp Giấy phép bán lẻ rượu", "Mua quyển hóa đơn lẻ")),
    ("XD", "Xây dựng", (
        "Cấp giấy phép xây dựng nhà ở riêng lẻ", "Điều chỉnh giấy phép xây dựng",
        "Gia hạn giấy phép xây dựng", "Cấp giấy phép di dời công trình")),
    ("KN", "Khiếu nại, tố cáo", (
        "Tiếp công dân", "Giải quyết khiếu nại lần đầu", "Giải quyết tố cáo", "Xử lý đơn thư")),
)  # fmt: skip
MORE_COMMUNE_FIELDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("TP", "Hộ tịch có yếu tố nước ngoài", (
        "Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới",
        "Đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới",
        "Đăng ký khai tử có yếu tố nước ngoài tại khu vực biên giới",
        "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con", "Đăng ký kết hôn lưu động",
        "Đăng ký khai tử lưu động", "Đăng ký giám sát việc giám hộ", "Đăng ký việc nuôi con nuôi trong nước",
        "Đăng ký lại việc nuôi con nuôi trong nước", "Xác nhận thông tin hộ tịch",
        "Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi",
        "Liên thông đăng ký khai tử, xóa đăng ký thường trú, trợ cấp mai táng phí")),
    ("CT", "Chứng thực", (
        "Chứng thực hợp đồng, giao dịch liên quan đến quyền sử dụng đất và nhà ở",
        "Chứng thực văn bản thỏa thuận phân chia di sản", "Chứng thực văn bản khai nhận di sản",
        "Sửa lỗi sai sót trong hợp đồng, giao dịch đã được chứng thực",
        "Cấp bản sao có chứng thực từ bản chính hợp đồng, giao dịch")),
    ("PB", "Phổ biến giáo dục pháp luật, hòa giải ở cơ sở", (
        "Công nhận tuyên truyền viên pháp luật", "Cho thôi làm tuyên truyền viên pháp luật",
        "Công nhận hòa giải viên", "Công nhận tổ trưởng tổ hòa giải", "Thôi làm hòa giải viên",
        "Thanh toán thù lao cho hòa giải viên")),
    ("LĐ", "Người có công, trẻ em", (
        "Hưởng trợ cấp khi người có công đang hưởng trợ cấp ưu đãi từ trần",
        "Cấp giấy xác nhận thân nhân của người có công", "Thăm viếng mộ liệt sĩ",
        "Công nhận hộ làm nông, lâm, ngư nghiệp có mức sống trung bình", "Hỗ trợ khẩn cấp về nhà ở",
        "Đăng ký nhận chăm sóc thay thế cho trẻ em", "Áp dụng biện pháp bảo vệ khẩn cấp cho trẻ em",
        "Quyết định cai nghiện ma túy tự nguyện tại gia đình", "Hỗ trợ học văn hóa, học nghề",
        "Chuyển trường hợp bảo trợ xã hội khi thay đổi nơi cư trú")),
    ("GD", "Giáo dục và đào tạo", (
        "Cho phép nhóm trẻ độc lập hoạt động giáo dục", "Sáp nhập, chia, tách nhóm trẻ độc lập",
        "Giải thể nhóm trẻ, lớp mẫu giáo độc lập", "Cho phép cơ sở giáo dục khác dạy chương trình tiểu học",
        "Xét hỗ trợ tiền ăn trưa cho trẻ mẫu giáo", "Chuyển trường đối với học sinh tiểu học")),
    ("NV", "Thi đua khen thưởng, tôn giáo", (
        "Tặng Giấy khen về thành tích đột xuất", "Tặng Giấy khen cho gia đình",
        "Đăng ký bổ sung hoạt động tín ngưỡng", "Đăng ký sinh hoạt tôn giáo tập trung",
        "Thông báo thay đổi địa điểm sinh hoạt tôn giáo tập trung", "Thông báo tổ chức hội nghị thường niên")),
    ("QS", "Quân sự, an ninh", (
        "Đăng ký nghĩa vụ quân sự lần đầu", "Đăng ký nghĩa vụ quân sự bổ sung",
        "Đăng ký tạm vắng nghĩa vụ quân sự", "Đăng ký miễn gọi nhập ngũ thời chiến",
        "Chế độ trợ cấp một lần theo Quyết định số 49/2015/QĐ-TTg")),
    ("GT", "Đường thủy nội địa, giao thông", (
        "Đăng ký phương tiện thủy nội địa lần đầu", "Đăng ký lại phương tiện thủy nội địa",
        "Xóa đăng ký phương tiện thủy nội địa", "Cấp giấy phép hoạt động bến khách ngang sông")),
)  # fmt: skip
ACTS = ("Cấp", "Cấp lại", "Điều chỉnh", "Gia hạn", "Thu hồi", "Đề nghị cấp đổi")
OBJECTS: dict[str, tuple[str, ...]] = {
    "SYT": (
        "giấy phép hoạt động khám bệnh, chữa bệnh", "chứng chỉ hành nghề dược",
        "chứng chỉ hành nghề khám bệnh", "giấy chứng nhận đủ điều kiện kinh doanh dược",
        "giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm", "phiếu xác nhận nội dung quảng cáo",
        "giấy chứng nhận thực hành tốt bán lẻ thuốc", "giấy phép tiêm chủng",
        "giấy xác nhận hành nghề y học cổ truyền", "số lưu hành trang thiết bị y tế"),
    "SGTVT": (
        "giấy phép lái xe", "giấy phép kinh doanh vận tải", "phù hiệu xe ô tô", "biển hiệu xe du lịch",
        "giấy phép thi công trên đường bộ", "giấy chứng nhận đăng ký xe máy chuyên dùng",
        "giấy phép liên vận Việt - Lào", "giấy phép đào tạo lái xe", "giấy phép xe tập lái"),
    "": (
        "giấy chứng nhận đăng ký hoạt động", "giấy phép hành nghề", "chứng chỉ năng lực",
        "giấy chứng nhận đủ điều kiện kinh doanh", "quyết định công nhận tổ chức",
        "giấy phép hoạt động chuyên ngành", "chứng chỉ hành nghề hạng II", "giấy xác nhận đăng ký",
        "thẻ hành nghề", "văn bản thẩm định hồ sơ", "giấy phép sử dụng", "giấy chứng nhận hợp lệ",
        "giấy phép thành lập văn phòng", "văn bản chấp thuận chủ trương", "quyết định phê duyệt dự án"),
}  # fmt: skip
