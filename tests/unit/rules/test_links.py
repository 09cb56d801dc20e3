"""What links promise: priority and the publications they could hold."""

from __future__ import annotations

from functools import cache

import pytest

from domain.documents import Zone
from domain.protocols import Promise
from domain.visits import LinkWords
from rules.links import CatalogueScorer
from tests.unit import shipped

ALL = "all"


@cache
def scorer() -> CatalogueScorer:
    """The scorer over the shipped catalogue."""
    return CatalogueScorer(shipped.catalogue())


def meant(text: str, address: str = "https://a.example.vn/x", **about: str) -> set[str] | str:
    """What a link could mean; ALL for everything."""
    zone = Zone(about.pop("zone", "list"))
    found = scorer().value(address, LinkWords(text, zone=zone, **about)).could_mean
    return ALL if len(found) == len(shipped.catalogue().ids) else set(found)


@pytest.mark.parametrize(
    ("text", "publications"),
    [
        ("Mục tiêu chất lượng năm 2026", {"quality_objectives"}),
        ("MTCL 2026.pdf", {"quality_objectives"}),
        ("QD cong bo HTQLCL.signed.pdf", {"conformity_announcement"}),
        ("BAN CHỈ ĐẠO ISO", {"steering_committee"}),
        ("TÀI LIỆU HỆ THỐNG ISO", {"qms_documents"}),
        ("Thủ tục hành chính", {"procedure_list", "tthc_list"}),
    ],
)
def test_words_that_name_publications(text: str, publications: set[str]) -> None:
    """Words that name a publication mean that one and no other."""
    assert meant(text) == publications


@pytest.mark.parametrize(
    "text",
    [
        "ISO 9001:2015",
        "Hệ thống QLCL ISO 9001:2008",
        "Công khai ISO",
        "Cải cách hành chính",
        "Công khai",
        "Văn bản",
        "Tin tức - Sự kiện",
        "Thông báo",
        "Tài liệu",
        "Chuyên mục",
        "Xem chi tiết",
        "Tải về",
        "2",
        "12/QĐ-UBND",
        "Quyết định số 12/QĐ-UBND ngày 05/02/2026",
        "Về việc triển khai nhiệm vụ",
        "",
    ],
)
def test_words_that_could_mean_all(text: str) -> None:
    """The system in general, sections that may hold anything and words that say nothing."""
    assert meant(text) == ALL


@pytest.mark.parametrize(
    "text",
    [
        "Liên hệ",
        "Lịch tiếp công dân",
        "Công khai ngân sách",
        "Đội bóng xã giành giải nhất",
        "Hội nghị tổng kết công tác Hội Nông dân năm 2025",
        "Thông báo tuyển dụng viên chức",
        "Kế hoạch phòng chống thiên tai năm 2026",
    ],
)
def test_words_of_another_subject(text: str) -> None:
    """A link that plainly speaks of something else blocks nothing."""
    assert meant(text) == set()


def test_bare_words_mean_what_stands_around_them() -> None:
    """ "Tải về" means its row, its article or its section."""
    assert meant("Tải về", context="Quyết định kiện toàn Ban chỉ đạo ISO") == {"steering_committee"}
    assert meant("Tải về", parent_title="Mục tiêu chất lượng năm 2026") == {"quality_objectives"}
    assert meant("Tải về", section="ISO 9001:2015") == ALL
    assert meant("Tải về", context="Kế hoạch phòng chống thiên tai năm 2026") == set()
    assert meant("2", section="Lịch công tác", zone="paging") == set()
    assert meant("2", section="Văn bản", zone="paging") == ALL
    assert meant("2", parent_title="Cổng thông tin điện tử xã Minh Quán", zone="paging") == ALL


def test_unknown_menu_words_cannot_be_told() -> None:
    """A menu item nobody can place may hold anything; in a list it is a headline."""
    assert meant("Phòng Nội vụ", zone="menu") == ALL


def test_slugs_speak_where_words_do_not() -> None:
    """The address names what the link does not, also without its đ."""
    assert meant("", "https://a.example.vn/ban-chi-ao-iso") == {"steering_committee"}
    assert meant("Xem", "https://a.example.vn/f/muc-tieu-chat-luong-2026.pdf") == {
        "quality_objectives"
    }


def test_likely_links_come_first() -> None:
    """Papers before the system, the system before sections, sections before news; zones weigh."""

    def priority(text: str, zone: Zone = Zone.LIST) -> float:
        return scorer().value("https://a.example.vn/x", LinkWords(text, zone=zone)).priority

    order = [
        "Mục tiêu chất lượng năm 2026",
        "ISO 9001:2015",
        "Cải cách hành chính",
        "Tin tức",
        "Đội bóng xã giành giải nhất",
    ]
    values = [priority(text) for text in order]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)
    assert priority("ISO 9001:2015", Zone.MENU) > priority("ISO 9001:2015", Zone.FOOTER)


@pytest.mark.parametrize(
    "text",
    [
        "Thông tư 26/2014/TT-BKHCN",
        "Quyết định số 19/2014/QĐ-TTg",
        "Công bố chất lượng sản phẩm nước đóng chai",
        "Báo cáo kết quả kiểm soát TTHC quý II năm 2026",
        "Mục tiêu chất lượng giáo dục năm học 2026-2027",
    ],
)
def test_laws_and_other_subjects_block_nothing(text: str) -> None:
    """A law text or another subject's paper is none of the publications."""
    assert meant(text) == set()


def test_a_bare_link_beside_another_subject_blocks_nothing() -> None:
    """ "Tải xuống" beside a campaign's name leads to that campaign's paper."""
    assert meant("Tải xuống", context="Tháng hành động vì an toàn thực phẩm năm 2026") == set()


def test_a_numbered_plan_in_the_section_may_only_be_a_plan() -> None:
    """In an ISO section a numbered plan may be any plan; a numbered decision may be anything."""
    plan = meant("Kế hoạch số 22/KH-UBND", section="ISO 9001:2015")
    assert "annual_plan" in plan
    assert "internal_audit" in plan
    assert "quality_policy" not in plan
    assert meant("Quyết định số 22/QĐ-UBND", section="ISO 9001:2015") == ALL


@pytest.mark.parametrize("words", ["BAN CHỈ ĐẠO ISO", "Tài liệu hệ thống ISO"])
def test_a_menu_entry_about_iso_is_a_section_that_may_hold_every_paper(words: str) -> None:
    """Portals name their ISO section after one of its papers; in a list the words mean that one."""
    scorer = CatalogueScorer(shipped.catalogue())
    everything = frozenset(shipped.catalogue().ids)
    in_menu = scorer.value("http://a.vn/x", LinkWords(text=words, zone=Zone.MENU))
    in_list = scorer.value("http://a.vn/x", LinkWords(text=words, zone=Zone.LIST))
    assert in_menu.could_mean == everything
    assert len(in_list.could_mean) < len(everything)


def test_an_offices_own_name_is_no_other_subject() -> None:
    """The "dân số" of an office's name does not make its policy one of population work."""
    title = "Về việc ban hành Chính sách chất lượng của Chi cục Dân số - Kế hoạch hóa gia đình"
    assert meant(title) == {"quality_policy"}
    assert meant("Chính sách chất lượng dân số năm 2026") == set()


def test_the_systems_name_is_a_sections_whatever_its_address() -> None:
    """Words that name just the system may lead to every paper; folders of the site add nothing."""
    address = "https://a.example.vn/tailieu/77/iso.html"
    assert meant("Hệ thống quản lý chất lượng TCVN ISO 9001:2015", address, zone="main") == ALL
    assert meant("Tải về", "https://a.example.vn/tai-lieu-iso/anh01.pdf") == ALL
    assert meant("Tải về", "https://a.example.vn/tailieu/bcd-iso.pdf") == {"steering_committee"}


def test_an_address_written_out_says_nothing() -> None:
    """A share whose link is its own address means what stands around it."""
    share = "https://drive.google.com/drive/folders/9Qw"
    assert meant(share, share, parent_title="ISO 9001:2015", zone="main") == ALL
    assert meant(share, share, parent_title="Lễ hội mùa xuân của bản làng vùng cao") == set()


@pytest.mark.parametrize("words", ["bản Word", "bản PDF có dấu", "tải tệp nén", "bản chụp"])
def test_the_form_of_a_file_says_nothing(words: str) -> None:
    """What form a copy has is no subject: it means the article that it hangs on."""
    assert meant(words, parent_title="Mục tiêu chất lượng năm 2026") == {"quality_objectives"}


def test_a_plan_in_a_committees_section_may_be_a_plan() -> None:
    """A section named after the committee holds other papers too."""
    plans = meant("Kế hoạch năm 2026", section="BAN CHỈ ĐẠO ISO")
    assert "annual_plan" in plans
    assert "steering_committee" not in plans


def test_a_row_may_name_two_papers() -> None:
    """ "kèm" joins two papers in one file."""
    row = "Quyết định ban hành hệ thống tài liệu HTQLCL kèm danh mục quy trình ISO"
    assert meant("Tải về", context=row, zone="attachment") == {"qms_documents", "procedure_list"}


@pytest.mark.parametrize(
    ("text", "about", "why"),
    [
        ("Mục tiêu chất lượng năm 2026", {}, Promise.NAMES_PAPER),
        ("Tải về", {"section": "ISO 9001:2015"}, Promise.IN_SYSTEMS_PLACE),
        ("Tải về", {"context": "Mục tiêu chất lượng năm 2026"}, Promise.IN_PAPERS_PLACE),
        ("ISO 9001:2015", {}, Promise.SYSTEM),
        ("Thủ tục hành chính", {"zone": "menu"}, Promise.PROCEDURES),
        ("Văn bản", {}, Promise.SECTION),
        ("Đội bóng xã giành giải nhất", {}, Promise.OTHER_SUBJECT),
        ("KHSDD.doc", {"zone": "attachment"}, Promise.FEW_WORDS),
        ("Quyết định 19/2014/QĐ-TTg", {}, Promise.LAW),
    ],
)
def test_a_promise_says_what_decided(text: str, about: dict[str, str], why: Promise) -> None:
    """The scorer tells its own reason, so that nobody has to guess it."""
    zone = Zone(about.get("zone", "list"))
    rest = {name: said for name, said in about.items() if name != "zone"}
    found = scorer().value("https://a.example.vn/x", LinkWords(text, zone=zone, **rest))
    assert found.why is why


def test_the_folders_of_a_file_are_no_headline() -> None:
    """A file that is only numbered may be anything, wherever its platform keeps files."""
    name = "148-UBND_11-02-2026_signed.docx"
    address = f"http://a.example.vn/images/stories/vanban/2022/1917_{name}"
    around = {"zone": "attachment", "section": "Thông tin công khai", "context": "[ ]"}
    assert meant(name, address, **around) == ALL


@pytest.mark.parametrize(
    "title",
    [
        "Thông tin công khai về cải cách hành chính của Ủy ban nhân dân xã Nậm Quang",
        "Ủy ban nhân dân xã Minh Đồng thực hiện công khai theo quy định",
    ],
)
def test_news_that_papers_are_public_may_carry_any_paper(title: str) -> None:
    """Nor are its attachments about something else; a budget that is public is."""
    assert meant(title) == ALL
    assert meant("148-UBND_signed.docx", zone="attachment", parent_title=title) == ALL
    assert meant("Thực hiện công khai dự toán ngân sách năm 2026") == set()
    assert meant("Niêm yết công khai danh sách hộ nghèo xã Nậm Quang năm 2026") == set()


def test_a_few_letters_on_a_page_of_anything_may_be_any_paper() -> None:
    """ "Công khai" with its attachments: what an abbreviation stands for, nobody can tell."""
    assert meant("KHSDD.docx", zone="attachment", parent_title="Công khai") == ALL
    assert meant("KHSDD.docx", zone="attachment", parent_title="Văn bản") == ALL
    about = "Giải bóng đá thanh niên xã Nậm Quang"
    assert meant("KHSDD.docx", zone="attachment", parent_title=about) == set()
    assert meant("STCL.docx", zone="attachment") == {"qms_documents"}


def test_what_says_nothing_is_never_plainly_of_others() -> None:
    """Its own row may say so; the page around it only makes it less likely."""
    about = "Hội nghị tổng kết công tác Hội Nông dân xã Nậm Quang năm 2025"
    page = LinkWords("Tải về", zone=Zone.ATTACHMENT, parent_title=about)
    row = LinkWords("Tải về", zone=Zone.LIST, context=about)
    assert scorer().value("https://a.example.vn/x", page).why is Promise.IN_OTHERS_PLACE
    assert scorer().value("https://a.example.vn/x", row).why is Promise.OTHER_SUBJECT


@pytest.mark.parametrize("number", ["16/TB-UBND", "Không số"])
@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("3 | | 04/12/2025 | Lịch tiếp công dân tháng 06 năm 2025", Promise.OTHER_SUBJECT),
        ("7 | | 20/02/2026 | Chuyển đổi số năm 2026", Promise.OTHER_SUBJECT),
        ("5 | Sở Y tế | 20/02/2026 | Thông báo năm 2026", Promise.SECTION),
        ("5 | Sở Văn hóa, Thể thao và Du lịch | Thông báo năm 2026", Promise.SECTION),
    ],
)
def test_a_number_in_a_row_of_another_topic(number: str, row: str, why: Promise) -> None:
    """What few words a row has tell its topic; the name of the office that issued it does not."""
    words = LinkWords(number, zone=Zone.LIST, context=row, section="Văn bản pháp quy")
    assert scorer().value("https://a.example.vn/x?id=7", words).why is why


def test_an_address_of_another_topic() -> None:
    """Sitemaps tell nothing but addresses."""
    words = LinkWords(zone=Zone.SITEMAP)
    told = scorer().value("https://a.example.vn/2026/05/lich-tiep-cong-dan-thang-6/", words)
    assert told.why is Promise.OTHER_SUBJECT
    office = scorer().value("https://a.example.vn/2026/05/thong-bao-cua-so-y-te/", words)
    assert office.why is Promise.SECTION


def test_an_archive_of_the_systems_documents_may_hold_every_paper() -> None:
    """Nobody knows what is packed in a set of documents; one paper of that name is one paper."""
    words = "Bộ tài liệu hệ thống quản lý chất lượng"
    assert meant(words, "https://a.example.vn/tep/bo-tai-lieu.zip") == ALL
    assert meant(words, "https://a.example.vn/tep/bo-tai-lieu.RAR?v=2") == ALL
    assert meant(words, "https://a.example.vn/tep/bo-tai-lieu.pdf") == {"qms_documents"}


def test_a_number_under_the_systems_documents_may_be_any_paper() -> None:
    """An article that makes "các tài liệu ISO" public hangs them on as numbers, or as pictures."""
    parent = "Công khai các tài liệu ISO 9001:2015"
    assert meant("840.QĐ-UBND_signed.pdf", zone="attachment", parent_title=parent) == ALL
    about = "Kết quả duy trì, cải tiến HTQLCL năm 2026"
    found = meant("233.BC-UBND_04-12-2026_signed.png", zone="attachment", parent_title=about)
    assert found == {"annual_report"}


@pytest.mark.parametrize("name", ["BM-04-02 CAR.docx", "phu luc dinh kem so 3.xls"])
def test_what_hangs_on_a_papers_page_by_a_name_that_says_little_may_be_it(name: str) -> None:
    """A file's code is no subject of its own: the page that it is attached to says what it is."""
    page = "Kết quả khắc phục các điểm không phù hợp sau đánh giá của UBND xã Tả Phìn Hồ"
    hung = LinkWords(text=name, parent_title=page, zone=Zone.ATTACHMENT)
    assert scorer().value("", hung).could_mean == {"corrective_action"}
    elsewhere = LinkWords(text=name, parent_title="Tuyển dụng công chức", zone=Zone.ATTACHMENT)
    assert scorer().value("", elsewhere).could_mean == set()


@pytest.mark.parametrize("words", ["Tải về", "BM-04-02 CAR.pdf", "75-UBND.pdf"])
def test_a_file_on_news_of_making_public_may_be_any(words: str) -> None:
    """The headline tells that papers are made public and not which; other news tells its own."""
    news = "Ủy ban nhân dân xã Xuân Lãm thực hiện công khai theo quy định"
    assert meant(words, zone="attachment", parent_title=news) == ALL
    assert not meant(words, zone="attachment", parent_title="Hội nghị nông dân giỏi năm 2026")


def test_a_whole_site_is_told_by_its_own_words() -> None:
    """Not by the page that a drop-down of sites stands on; a home page is no paper."""
    on = {"parent_title": "Mục tiêu chất lượng năm 2026"}
    assert meant("Xem", "https://snv.example.vn/tai-lieu", **on) == {"quality_objectives"}
    assert meant("Xem", "https://snv.example.vn/", **on) == meant("Xem")
    assert meant("Công bố ISO", "https://iso.example.vn/") == {"conformity_announcement"}


def test_public_services_hold_no_procedures_of_iso() -> None:
    """Every portal's banner leads there."""
    words = "Dịch vụ công trực tuyến: thủ tục hành chính"
    assert meant(words, "https://dichvucong.tinh.gov.vn/") == {"tthc_list"}
    assert meant(words, "https://xa.tinh.gov.vn/tthc") == {"tthc_list", "procedure_list"}
