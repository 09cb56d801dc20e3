# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""The daily news of communes and departments."""

from __future__ import annotations

import random

from tests.province.papers.fill import Fill

TITLES: tuple[str, ...] = (
    "{name} tổ chức hội nghị {meeting}",
    "Hội nghị {meeting} năm {year}",
    "{chief} {unit} kiểm tra công tác {task}",
    "Lãnh đạo {name} thăm, tặng quà {people}",
    "{name} phát động phong trào {movement}",
    "Sôi nổi {festival} tại {village}",
    "Khai mạc {festival} năm {year}",
    "{village}: hiệu quả từ mô hình {model}",
    "Nông dân {village} thu nhập cao từ {model}",
    "Khánh thành {work} tại {village}",
    "Khởi công xây dựng {work}",
    "Ra quân {campaign}",
    "{name} tăng cường {task} trong mùa mưa bão",
    "Tuyên truyền {law} cho nhân dân {village}",
    "Phổ biến {law} đến cán bộ, công chức",
    "{club} tổ chức sinh hoạt chuyên đề {topic}",
    "Đại hội {club} nhiệm kỳ {term}",
    "{club}: nhiều hoạt động kỷ niệm {anniversary}",
    "Gặp mặt kỷ niệm {anniversary}",
    "Dâng hương tưởng niệm nhân {anniversary}",
    "Tập huấn {skill} cho người dân {village}",
    "{name} triển khai {skill} tới từng thôn bản",
    "Kết quả {task} tháng {month}/{year}",
    "Tình hình kinh tế - xã hội tháng {month} năm {year}",
    "Lịch công tác tuần của lãnh đạo {name}",
    "Thông báo lịch cắt điện tại {village}",
    "Thông báo về việc {notice}",
    "Cảnh báo {warning}",
    "Khuyến cáo người dân về {warning}",
    "Tiếp nhận hỗ trợ {gift} cho {people}",
    "Trao tặng {gift} cho {people}",
    "Bàn giao nhà đại đoàn kết cho {people}",
    "{village} đón nhận danh hiệu thôn văn hóa",
    "Công nhận {village} đạt chuẩn nông thôn mới kiểu mẫu",
    "Tiến độ thực hiện {program} năm {year}",
    "Giải ngân vốn {program} đạt {percent}",
    "Giám sát việc thực hiện {program} tại {village}",
    "HĐND {unit} tổ chức kỳ họp thường lệ",
    "Cử tri {village} kiến nghị về {work}",
    "Tiếp xúc cử tri tại {village}",
    "{name} tiếp công dân định kỳ tháng {month}",
    "Tuổi trẻ {place} {campaign}",
    "Đoàn công tác của {parent} làm việc tại {place}",
    "Ký kết quy chế phối hợp về {task}",
    "Sơ kết công tác {task} 6 tháng đầu năm {year}",
    "Tổng kết công tác {task} năm {last}",
    "Triển khai nhiệm vụ {task} năm {year}",
    "Diễn tập {task} năm {year}",
    "Bắt giữ đối tượng {crime} trên địa bàn {place}",
    "Công an {unit} cảnh giác thủ đoạn {crime}",
    "Giá {crop} tăng, nông dân {village} phấn khởi",
    "Được mùa {crop} ở {village}",
    "Phòng trừ sâu bệnh cho {crop} vụ xuân",
    "Tiêm phòng cho đàn gia súc tại {village}",
    "Hướng dẫn {skill} trên Cổng dịch vụ công",
    "Thanh toán không dùng tiền mặt: {skill}",
    "Học sinh {place} {school}",
    "Trường học trên địa bàn {place} {school}",
    "Nâng cao chất lượng khám chữa bệnh cho {people}",
    "Mục tiêu giảm nghèo bền vững ở {village}",
    "Nâng cao chất lượng sinh hoạt chi bộ ở {place}",
    "Nâng cao chất lượng nguồn nhân lực tại {place}",
    "Công bố quyết định về công tác cán bộ",
    "Chính sách mới có hiệu lực từ tháng {month}/{year}",
    "{place} hôm nay: đổi thay từ {program}",
    "Chùm ảnh: {festival} ở {place}",
    "Gương sáng {club} ở {village}",
    "Xét xử lưu động vụ án {crime}",
    "Bảo vệ rừng tận gốc ở {village}",
    "Chuyển đổi số ở {place}: {skill}",
)
FILLERS: dict[str, tuple[str, ...]] = {
    "meeting": ("cán bộ, công chức", "tổng kết công tác Đảng", "giao ban tháng", "sơ kết quý", "triển khai nhiệm vụ", "đối thoại với nhân dân"),
    "task": ("phòng cháy chữa cháy rừng", "quốc phòng, quân sự địa phương", "giảm nghèo", "an toàn giao thông", "phòng chống thiên tai", "dân số", "giải phóng mặt bằng", "thu ngân sách", "bảo đảm an ninh trật tự"),
    "people": ("hộ nghèo", "gia đình chính sách", "người cao tuổi", "học sinh vượt khó", "nạn nhân chất độc da cam", "đồng bào vùng lũ"),
    "movement": ("Toàn dân bảo vệ an ninh Tổ quốc", "Tết trồng cây", "hiến đất làm đường", "chung tay xây dựng nông thôn mới", "đọc sách"),
    "festival": ("Lễ hội Lồng Tồng", "Ngày hội Đại đoàn kết", "Giải bóng chuyền", "Hội thi tiếng hát", "Lễ hội Cơm mới", "Hội xuân", "Giải chạy Olympic"),
    "village": ("thôn Đồng Tâm", "bản Lao Chải", "thôn 5", "tổ dân phố số 3", "thôn Khe Sán", "bản Nậm Khắt", "thôn Trung Nam"),
    "model": ("trồng quế", "nuôi cá lồng", "măng Bát Độ", "nuôi ong", "trồng dâu nuôi tằm", "du lịch cộng đồng", "cam hữu cơ"),
    "work": ("nhà văn hóa", "cầu dân sinh", "đường liên thôn", "trạm y tế", "công trình nước sạch", "kè chống sạt lở", "chợ trung tâm"),
    "campaign": ("dọn vệ sinh môi trường", "chiến dịch thanh niên tình nguyện hè", "làm thủy lợi nội đồng", "hiến máu tình nguyện", "xóa nhà tạm, nhà dột nát"),
    "law": ("Luật Đất đai", "Luật Căn cước", "Luật Phòng, chống ma túy", "Luật Bảo hiểm xã hội", "Luật Giao thông đường bộ", "Luật Nghĩa vụ quân sự"),
    "club": ("Hội Nông dân", "Hội Phụ nữ", "Đoàn Thanh niên", "Hội Cựu chiến binh", "Công đoàn cơ sở", "Hội Người cao tuổi", "Mặt trận Tổ quốc"),
    "topic": ("học và làm theo Bác", "phòng chống bạo lực gia đình", "bảo vệ môi trường", "chuyển đổi số", "khởi nghiệp"),
    "anniversary": ("Ngày Thương binh - Liệt sĩ 27/7", "Quốc khánh 2/9", "Ngày Quốc tế Phụ nữ 8/3", "Ngày thành lập Đoàn 26/3", "Ngày Nhà giáo Việt Nam 20/11"),
    "skill": ("nộp hồ sơ trực tuyến", "cài đặt VNeID", "ký số cá nhân", "kỹ thuật trồng lúa", "sơ cấp cứu", "sử dụng ứng dụng phản ánh hiện trường"),
    "notice": ("tuyển quân", "thu tiền điện", "đấu giá quyền sử dụng đất", "nghỉ lễ", "niêm yết mất giấy chứng nhận", "cấp đổi thẻ căn cước"),
    "warning": ("lừa đảo qua mạng", "mưa lớn và lũ quét", "bệnh dại", "cháy rừng", "ngộ độc nấm", "rét đậm, rét hại"),
    "gift": ("xe đạp", "nhu yếu phẩm", "sách vở", "bò giống", "kinh phí xây nhà", "máy tính"),
    "program": ("chương trình mục tiêu quốc gia", "xây dựng nông thôn mới", "đề án phát triển rừng", "chương trình OCOP", "đề án giảm nghèo"),
    "crime": ("trộm cắp", "mua bán ma túy", "giả danh công an", "đánh bạc", "khai thác cát trái phép"),
    "crop": ("chè", "quế", "lúa", "ngô", "bưởi", "sắn", "sơn tra"),
    "school": ("thi học sinh giỏi cấp tỉnh", "khai giảng năm học mới", "đạt chuẩn quốc gia", "nâng cao chất lượng dạy và học", "hưởng ứng Tuần lễ học tập suốt đời"),
}  # fmt: skip
BODY: tuple[str, ...] = (
    "Sáng ngày {day}/{month}, tại {village}, {name} đã tổ chức {festival} với sự tham gia của đông đảo nhân dân.",
    "Tham dự có đồng chí {person}, lãnh đạo {name}, cùng đại diện các ban, ngành, đoàn thể.",
    "Phát biểu tại buổi lễ, đồng chí {person} ghi nhận nỗ lực của cán bộ và nhân dân trong thời gian qua.",
    "Theo báo cáo, trong năm {last}, công tác {task} đạt {percent} kế hoạch; đời sống nhân dân được nâng lên.",
    "Ông {person}, người dân {village}, cho biết: gia đình ông đã mạnh dạn đầu tư {model}, mỗi năm thu lãi hơn 100 triệu đồng.",
    "Bên cạnh đó, {club} đã phối hợp tuyên truyền {law}, vận động hội viên {campaign}.",
    "Nhờ nguồn vốn của {program}, {work} được xây dựng, tạo thuận lợi cho việc đi lại, giao thương.",
    "Chính quyền khuyến cáo người dân đề phòng {warning}, kịp thời báo tin cho cơ quan chức năng.",
    "Dịp này, ban tổ chức trao {gift} cho {people} có hoàn cảnh khó khăn.",
    "Công tác cải cách hành chính được quan tâm, {percent} hồ sơ được tiếp nhận qua Cổng dịch vụ công.",
    "Các đại biểu thảo luận về {task}, {topic} và đề ra giải pháp cho thời gian tới.",
    "Cùng ngày, đoàn đã kiểm tra thực tế {work} tại {village}.",
)
CLOSING: tuple[str, ...] = (
    "Thời gian tới, các đơn vị tiếp tục phối hợp chặt chẽ, nâng cao hiệu quả công tác.",
    "Chương trình kết thúc trong không khí phấn khởi, đoàn kết.",
    "Tin, ảnh: Ban biên tập.",
    "Đây là hoạt động có ý nghĩa thiết thực, góp phần hoàn thành nhiệm vụ chính trị của địa phương.",
)


def closing(rng: random.Random, count: int) -> list[str]:
    """Some sentences that end any item."""
    return rng.sample(CLOSING, count)


def _filled(pattern: str, fill: Fill, rng: random.Random) -> str:
    for key, words in FILLERS.items():
        if "{" + key + "}" in pattern:
            pattern = pattern.replace("{" + key + "}", rng.choice(words))
    return fill.write(pattern)


def written(fill: Fill, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    """Title and 3 to 8 paragraphs."""
    title = _filled(rng.choice(TITLES), fill, rng)
    body = rng.sample(BODY, rng.randint(2, 7))
    return title[0].upper() + title[1:], tuple(
        _filled(line, fill, rng) for line in [*body, *closing(rng, 1)]
    )
