# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""Papers that look like a publication and are none, by kind."""

from __future__ import annotations

from tests.province.papers.values import Wording
from tests.province.papers.wordings_announcement import CARRIES, DECIDES, LOCAL

ANY_LINKS = ("{title}", "{type} {title}", "{type} số {number}")
ANY_STEMS = ("{slug}", "{filenumber}_{dashdate}_signed", "{filenumber}", "VB {n} (ký)")
LABELS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "school_objectives": (
        (
            "{title}",
            "{type} {title}",
            "Mục tiêu chất lượng năm học {last}-{year}",
            "Cam kết chất lượng giáo dục",
        ),
        ("{slug}", "muc-tieu-chat-luong-nam-hoc-{last}-{year}", "MTCLGD {last}-{year}"),
    ),
    "hospital_quality": (
        ("{title}", "{type} QLCL bệnh viện năm {year}"),
        ("{slug}", "QLCLBV {year}"),
    ),
    "telecom_objectives": (
        ("{title}", "MTCL dịch vụ viễn thông {year}", "Công bố chất lượng dịch vụ"),
        ("{slug}", "MTCL vien thong {year}", "cong bo chat luong dich vu"),
    ),
    "product_conformity": (
        ("{title}", "Bản công bố hợp quy", "Công bố chất lượng sản phẩm"),
        ("{slug}", "ban-cong-bo-hop-quy", "cong bo chat luong san pham"),
    ),
    "law_decision_19": (
        ("{title}", "Quyết định số 19/2014/QĐ-TTg", "Quyết định 19 về áp dụng ISO"),
        ("19-2014-QD-TTg", "QD19TTg.signed"),
    ),
    "law_circular_26": (
        ("{title}", "Thông tư 26/2014/TT-BKHCN"),
        ("26-2014-TT-BKHCN", "TT26"),
    ),
}
SCHOOL: tuple[Wording, ...] = (
    Wording("MỤC TIÊU CHẤT LƯỢNG GIÁO DỤC", "Năm học {last}-{year}", ("Tỷ lệ học sinh hoàn thành chương trình lớp học: {percent}.", "Tỷ lệ học sinh giỏi, khá: {percent}; chuyên cần: {percent}.", "Công khai cam kết chất lượng giáo dục theo Thông tư 36/2017/TT-BGDĐT.")),
    Wording("KẾ HOẠCH", "Thực hiện mục tiêu chất lượng giáo dục năm học {year}-{next}", ("Nhà trường phấn đấu các mục tiêu chất lượng giáo dục sau:", "- Hạnh kiểm: tốt {percent}; học lực khá, giỏi {percent};", "- Duy trì sĩ số {percent}."), "KH"),
    Wording("THÔNG BÁO", "Cam kết chất lượng giáo dục của nhà trường, năm học {year}-{next}", ("Nhà trường thông báo cam kết chất lượng giáo dục như sau:", "TT\tNội dung\tLớp 1\tLớp 2", "1\tĐiều kiện tuyển sinh\tĐúng độ tuổi\tĐúng độ tuổi"), "TB"),
)  # fmt: skip
HOSPITAL: tuple[Wording, ...] = (
    Wording("KẾ HOẠCH", "Cải tiến chất lượng bệnh viện năm {year}", ("Căn cứ Thông tư số 19/2013/TT-BYT về quản lý chất lượng dịch vụ khám bệnh, chữa bệnh tại bệnh viện;", "Mục tiêu chất lượng: điểm trung bình 83 tiêu chí đạt từ 3,5 trở lên; người bệnh hài lòng {percent}."), "KH"),
    Wording("BÁO CÁO", "Kết quả tự kiểm tra, đánh giá chất lượng bệnh viện năm {year}", ("Bệnh viện tự đánh giá theo bộ tiêu chí QLCL bệnh viện ban hành kèm theo Quyết định 6858/QĐ-BYT.", "Hội đồng QLCL bệnh viện thống nhất số điểm 3,62."), "BC"),
    Wording("QUYẾT ĐỊNH", "Về việc kiện toàn Hội đồng quản lý chất lượng bệnh viện", (DECIDES, "Điều 1. Kiện toàn Hội đồng quản lý chất lượng bệnh viện, Tổ QLCL gồm:", "@members"), "QĐ"),
)  # fmt: skip
TELECOM: tuple[Wording, ...] = (
    Wording("BÁO CÁO", "Chất lượng dịch vụ viễn thông quý II năm {year}", ("Tên doanh nghiệp: Viễn thông tỉnh. MTCL dịch vụ truy nhập Internet băng rộng: tốc độ tải về đạt {percent} mức công bố.", "Các chỉ tiêu theo QCVN 34:2019/BTTTT."), "BC"),
    Wording("BẢN CÔNG BỐ", "Chất lượng dịch vụ viễn thông", ("Dịch vụ: điện thoại trên mạng viễn thông di động mặt đất. Quy chuẩn áp dụng: QCVN 36:2015/BTTTT.", "MTCL {year}: tỷ lệ cuộc gọi thành công {percent}.")),
)  # fmt: skip
PRODUCT: tuple[Wording, ...] = (
    Wording("BẢN CÔNG BỐ HỢP QUY", "Số {n}/HTX", ("CÔNG BỐ: sản phẩm phân bón hữu cơ phù hợp với quy chuẩn kỹ thuật QCVN 01-189:2019/BNNPTNT.", "Phương thức đánh giá sự phù hợp: phương thức 5.")),
    Wording("THÔNG BÁO", "Tiếp nhận bản tự công bố chất lượng sản phẩm", ("Cơ quan tiếp nhận bản tự công bố chất lượng sản phẩm chè Shan tuyết đóng gói của hợp tác xã.", "Sản phẩm phù hợp quy định an toàn thực phẩm theo Nghị định số 15/2018/NĐ-CP."), "TB"),
    Wording("BẢN CÔNG BỐ HỢP CHUẨN", "Số {n}/CBHC", ("Gạch bê tông phù hợp tiêu chuẩn TCVN 6477:2016.", "Tổ chức chứng nhận: Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng.")),
)  # fmt: skip


POPULATION: tuple[Wording, ...] = (
    Wording(
        "KẾ HOẠCH",
        "Nâng cao chất lượng dân số năm {year}",
        (
            "Mục tiêu: nâng cao chất lượng dân số về thể chất, trí tuệ; tỷ lệ bà mẹ được sàng lọc trước sinh đạt {percent}.",
            "Giao trạm y tế chủ trì thực hiện.",
        ),
        "KH",
    ),
    Wording(
        "KẾ HOẠCH",
        "Thực hiện mục tiêu nâng cao chất lượng các tiêu chí nông thôn mới năm {year}",
        ("Mục tiêu: duy trì, nâng cao chất lượng 19 tiêu chí; {percent} thôn đạt chuẩn.",),
        "KH",
    ),
    Wording(
        "BÁO CÁO",
        "Kết quả đánh giá, xếp loại chất lượng cán bộ, công chức năm {year}",
        ("Hoàn thành xuất sắc nhiệm vụ: 15%; hoàn thành tốt nhiệm vụ: 80%.",),
        "BC",
    ),
    Wording(
        "KẾ HOẠCH",
        "Kiểm toán nội bộ và tự kiểm tra tài chính năm {year}",
        ("Phạm vi: tình hình thu, chi ngân sách năm {last}.",),
        "KH",
    ),
)
COMPANY: tuple[Wording, ...] = (
    Wording(
        "CHÍNH SÁCH CHẤT LƯỢNG",
        "Của công ty",
        (
            "Khách hàng là trung tâm; sản phẩm đạt chuẩn; giao hàng đúng hẹn; liên tục cải tiến theo ISO 9001:2015.",
        ),
    ),
    Wording(
        "MỤC TIÊU CHẤT LƯỢNG",
        "Sản xuất kinh doanh năm {year}",
        (
            "- Doanh thu tăng 12%; tỷ lệ sản phẩm lỗi dưới 0,5%;",
            "- Giao hàng đúng hẹn {percent}; khách hàng hài lòng {percent}.",
        ),
    ),
)


def _certified(standard: str, system: str, subject: str) -> tuple[Wording, ...]:
    """Another standard's announcement, its committee and its objectives."""
    return (
        Wording("QUYẾT ĐỊNH", f"Về việc công bố {system} phù hợp tiêu chuẩn {standard}", (LOCAL, DECIDES, f"Điều 1. Công bố {system} phù hợp {standard} đối với {subject}.", CARRIES), "QĐ"),
        Wording("QUYẾT ĐỊNH", f"Thành lập Ban chỉ đạo áp dụng {system} theo {standard}", (DECIDES, f"Điều 1. Thành lập Ban chỉ đạo áp dụng {system} gồm các thành viên:", "@members"), "QĐ"),
        Wording("THÔNG BÁO", f"Ban hành tài liệu {system} theo {standard}", (f"Ban hành sổ tay và quy trình của {system} theo {standard} áp dụng cho {subject}.",), "TB"),
    )  # fmt: skip


ENVIRONMENT = _certified(
    "TCVN ISO 14001:2015", "Hệ thống quản lý môi trường", "khu xử lý chất thải"
)
ENVIRONMENT_SHORT = _certified("ISO 14001:2015", "HTQLMT", "cụm công nghiệp trên địa bàn")
FOOD = _certified("TCVN ISO 22000:2018", "Hệ thống quản lý an toàn thực phẩm", "cơ sở chế biến chè")
SECURITY = _certified(
    "TCVN ISO/IEC 27001:2019",
    "Hệ thống quản lý an toàn thông tin",
    "Trung tâm tích hợp dữ liệu tỉnh",
)
SAFETY = _certified(
    "ISO 45001:2018", "Hệ thống quản lý an toàn và sức khỏe nghề nghiệp", "công ty cấp nước"
)
TENDER: tuple[Wording, ...] = (
    Wording("THÔNG BÁO", "Mời chào giá gói thầu tư vấn xây dựng, áp dụng HTQLCL theo TCVN ISO 9001:2015", ("Kính mời các đơn vị tư vấn có đủ năng lực gửi hồ sơ chào giá gói thầu tư vấn ISO.", "Giá gói thầu: 95.000.000 đồng; thời gian thực hiện: 90 ngày."), "TB"),
    Wording("QUYẾT ĐỊNH", "Phê duyệt kết quả lựa chọn nhà thầu gói thầu tư vấn chuyển đổi ISO 9001:2015", (DECIDES, "Điều 1. Phê duyệt kết quả chỉ định thầu rút gọn: Công ty TNHH Tư vấn Chất lượng Việt; giá trúng thầu 88.500.000 đồng.", CARRIES), "QĐ"),
)  # fmt: skip
LAW_DECISION: tuple[Wording, ...] = (
    Wording("QUYẾT ĐỊNH", "Về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước", ("Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;", "Thủ tướng Chính phủ ban hành Quyết định,", "Điều 1. Phạm vi điều chỉnh: Quyết định này quy định việc áp dụng, duy trì hệ thống quản lý chất lượng.", "Điều 4. Xây dựng và áp dụng; công bố Hệ thống quản lý chất lượng phù hợp tiêu chuẩn quốc gia TCVN ISO 9001:2008; công bố lại khi có thay đổi.", "Điều 12. Quyết định này có hiệu lực thi hành kể từ ngày 20 tháng 4 năm 2014.")),
)  # fmt: skip
LAW_CIRCULAR: tuple[Wording, ...] = (
    Wording("THÔNG TƯ", "Quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2008", ("Chương I. QUY ĐỊNH CHUNG", "Điều 1. Thông tư này quy định hoạt động tư vấn, đánh giá, đào tạo và kiểm tra việc áp dụng Hệ thống quản lý chất lượng.", "Điều 5. Mẫu bản công bố quy định tại Phụ lục ban hành kèm theo Thông tư này.")),
)  # fmt: skip
PROVINCE_PLAN: tuple[Wording, ...] = (
    Wording("KẾ HOẠCH", "Kiểm tra việc áp dụng, duy trì Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015 tại các cơ quan hành chính nhà nước trên địa bàn tỉnh năm {year}", ("I. MỤC ĐÍCH: đánh giá thực trạng áp dụng HTQLCL của các cơ quan, đơn vị.", "II. NỘI DUNG KIỂM TRA: công bố HTQLCL, mục tiêu chất lượng, đánh giá nội bộ, xem xét của lãnh đạo.", "III. ĐƠN VỊ ĐƯỢC KIỂM TRA: theo phụ lục."), "KH"),
    Wording("KẾ HOẠCH", "Triển khai áp dụng, duy trì và cải tiến HTQLCL theo TCVN ISO 9001:2015 trên địa bàn tỉnh năm {year}", ("Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ban, ngành và UBND cấp xã thực hiện.",), "KH"),
)  # fmt: skip
INSPECTION: tuple[Wording, ...] = (
    Wording("BÁO CÁO", "Kết quả kiểm tra việc áp dụng HTQLCL theo TCVN ISO 9001:2015 tại các cơ quan hành chính nhà nước năm {year}", ("Số cơ quan đã công bố HTQLCL: 50/52 (96,1%); đã ban hành mục tiêu chất lượng: 47/52.", "Một số đơn vị chưa công khai mục tiêu chất lượng năm {year} trên trang thông tin điện tử."), "BC"),
    Wording("THÔNG BÁO", "Kết luận kiểm tra việc duy trì hệ thống quản lý chất lượng tại một số sở, ngành năm {year}", ("Đoàn kiểm tra của Sở Khoa học và Công nghệ kết luận: các đơn vị cơ bản duy trì HTQLCL theo quy định.",), "TB"),
)  # fmt: skip
PARTIAL: tuple[Wording, ...] = (
    Wording("QUYẾT ĐỊNH", "Về việc công bố danh mục thủ tục hành chính mới ban hành, bị bãi bỏ trong lĩnh vực hộ tịch thuộc phạm vi chức năng quản lý của Sở Tư pháp", (LOCAL, DECIDES, "Điều 1. Công bố kèm theo Quyết định này 02 thủ tục hành chính mới ban hành và 01 thủ tục bị bãi bỏ.", CARRIES), "QĐ"),
)  # fmt: skip
NEUTRAL_TITLES: tuple[tuple[str, str], ...] = (
    ("KẾ HOẠCH", "Phòng, chống thiên tai và tìm kiếm cứu nạn năm {year}"),
    ("KẾ HOẠCH", "Cải cách hành chính nhà nước năm {year}"),
    ("KẾ HOẠCH", "Chuyển đổi số năm {year}"),
    ("KẾ HOẠCH", "Tuyên truyền, phổ biến giáo dục pháp luật năm {year}"),
    ("KẾ HOẠCH", "Triển khai tháng hành động vì an toàn thực phẩm năm {year}"),
    ("BÁO CÁO", "Tình hình kinh tế - xã hội 6 tháng đầu năm {year}"),
    ("BÁO CÁO", "Kết quả kiểm soát thủ tục hành chính quý II năm {year}"),
    ("BÁO CÁO", "Công tác tiếp công dân, giải quyết khiếu nại, tố cáo năm {year}"),
    ("BÁO CÁO", "Kết quả thực hiện dân chủ ở cơ sở năm {year}"),
    ("THÔNG BÁO", "Lịch tiếp công dân tháng {month} năm {year}"),
    ("THÔNG BÁO", "Tuyển dụng công chức năm {year}"),
    ("THÔNG BÁO", "Về việc treo cờ Tổ quốc và nghỉ lễ năm {year}"),
    ("THÔNG BÁO", "Niêm yết công khai danh sách hộ nghèo, hộ cận nghèo năm {year}"),
    ("QUYẾT ĐỊNH", "Về việc công bố công khai dự toán ngân sách năm {year}"),
    ("QUYẾT ĐỊNH", "Ban hành Quy chế làm việc của {name} nhiệm kỳ {term}"),
    ("QUYẾT ĐỊNH", "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số"),
    ("QUYẾT ĐỊNH", "Kiện toàn Ban chỉ đạo các chương trình mục tiêu quốc gia giai đoạn {term}"),
    ("QUYẾT ĐỊNH", "Phê duyệt kế hoạch sử dụng đất năm {year}"),
    ("QUYẾT ĐỊNH", "Ban hành quy chế chi tiêu nội bộ và quản lý tài sản công"),
    ("TỜ TRÌNH", "Về việc đề nghị hỗ trợ kinh phí sửa chữa công trình"),
    ("HƯỚNG DẪN", "Thực hiện thu thập thông tin giá đất"),
    ("GIẤY MỜI", "Dự hội nghị sơ kết 6 tháng đầu năm {year}"),
)
NEUTRAL_LINES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương;",
    "Căn cứ chức năng, nhiệm vụ được giao, {name} triển khai các nội dung sau:",
    "1. Nâng cao trách nhiệm của các cấp, các ngành và người đứng đầu trong tổ chức thực hiện.",
    "2. Tăng cường tuyên truyền bằng nhiều hình thức phù hợp với từng nhóm đối tượng.",
    "3. Kinh phí thực hiện được bố trí trong dự toán năm {year} theo phân cấp.",
    "Định kỳ báo cáo kết quả về {parent} để tổng hợp, theo dõi.",
    "Trong quá trình thực hiện, nếu có vướng mắc đề nghị phản ánh kịp thời để xem xét, giải quyết.",
    "Giao Văn phòng chủ trì, phối hợp với các đơn vị theo dõi, đôn đốc việc thực hiện./.",
    "Kết quả năm {last} đạt {percent} kế hoạch; phấn đấu năm {year} đạt và vượt các chỉ tiêu được giao.",
)
