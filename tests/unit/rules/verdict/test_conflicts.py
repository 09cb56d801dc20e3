"""What several papers for one publication say against each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.findings import Finding, Side
from domain.publications import Status
from domain.visits import LinkWords
from rules.naming.withdrawal import called_expired, says_expired, withdrawal_of
from rules.sightings import PageNotes, Sighting, SightingKind
from rules.vietnamese.folding import fold
from tests.unit.rules.builders import (
    GOALS,
    POLICY,
    PORTAL,
    SEEN_WHOLE,
    attempt,
    finding,
    having,
    sighting,
)

GOALS_TITLE = "Quyết định ban hành Mục tiêu chất lượng năm 2026"
BACK = "Quyết định về việc bãi bỏ Quyết định số 12/QĐ-UBND ngày 20/01/2026 ban hành Mục tiêu"
LATER = date(2026, 5, 4)


def paper(url: str = "u1", **changes: object) -> Sighting:
    """This year's objectives."""
    return sighting(GOALS, url=url, **{"title": GOALS_TITLE, **changes})  # type: ignore[arg-type]  # by name


def found_with(*seen: Sighting, name: str = GOALS) -> Finding:
    """The verdict on a portal where these were seen."""
    return finding(having(sightings=seen), name)


def test_two_papers_of_one_year_with_other_numbers_are_shown() -> None:
    """Published, and the sentence names the other number and day."""
    other = paper("u2", number="30/QĐ-UBND", issued_on=date(2025, 12, 30))
    found = found_with(paper(), other)
    assert found.status is Status.PUBLISHED
    assert "còn bản khác số hoặc ngày: số 30/QĐ-UBND ngày 30/12/2025" in found.reason


@pytest.mark.parametrize(
    "changes",
    [
        {"sha256": "sha-u1", "number": "30/QĐ-UBND"},
        {"issuer": "Phòng Tư pháp", "number": "30/QĐ-UBND"},
        {"number": "30/KH-UBND"},
        {},
    ],
)
def test_what_is_no_rival(changes: dict[str, object]) -> None:
    """The same body, another issuer's, another kind of paper, a copy: no conflict."""
    assert "khác số" not in found_with(paper(), paper("u2", **changes)).reason


def test_a_standing_paper_issued_again_is_no_conflict() -> None:
    """Announcements are renewed; the newest is the best."""
    old = sighting(POLICY, url="u2", number="5/QĐ-UBND", issued_on=date(2019, 1, 2))
    assert "khác số" not in found_with(sighting(POLICY), old, name=POLICY).reason


def test_a_paper_withdrawn_by_number_is_a_question() -> None:
    """What takes it back is no paper itself; an inspector is asked, with both named."""
    back = paper("u2", title=BACK, number="99/QĐ-UBND", issued_on=LATER)
    found = found_with(paper(), back)
    assert found.status is Status.UNVERIFIED
    assert "?" in found.reason
    assert {entry.url for entry in found.evidence} == {"u1", "u2"}
    assert all(entry.note for entry in found.evidence)


def test_a_withdrawal_alone_counts_as_nothing() -> None:
    """It is plainly not the paper, and is listed with why."""
    found = found_with(paper(title=BACK))
    assert found.status is Status.MISSING
    assert [(entry.side, entry.note) for entry in found.evidence] == [
        (Side.AGAINST, "Văn bản chỉ bãi bỏ, thu hồi, không ban hành nội dung thay thế.")
    ]


def test_parts_taken_back_mean_that_the_rest_stands() -> None:
    """Where the paper itself was not found, an inspector is asked for it."""
    found = found_with(paper(title="Quyết định bãi bỏ một số nội dung Mục tiêu chất lượng"))
    assert found.status is Status.UNVERIFIED
    assert found.reason.endswith("đăng ở đâu?")


def test_a_withdrawal_of_last_years_paper_does_not_touch_this_years() -> None:
    """Its own year is named."""
    back = paper("u2", title="Quyết định bãi bỏ Mục tiêu chất lượng năm 2025", year=2025)
    assert found_with(paper(), replace(back, year=2025)).status is Status.PUBLISHED
    assert found_with(replace(back, year=2025)).status is Status.MISSING


def test_a_withdrawal_without_number_touches_older_papers_only() -> None:
    """What was issued after it still stands."""
    back = paper("u2", title="Quyết định thu hồi bản công bố HTQLCL", number="9/QĐ-UBND")
    newer = paper(issued_on=LATER)
    assert found_with(newer, back).status is Status.PUBLISHED
    assert found_with(paper(), replace_day(back, LATER)).status is Status.UNVERIFIED


def replace_day(seen: Sighting, day: date) -> Sighting:
    """The same, signed on another day."""
    return replace(seen, evidence=replace(seen.evidence, issued_on=day))


def test_a_replaced_paper_speaks_against_and_the_new_one_serves() -> None:
    """The new paper is named; the old one is listed with why it does not count."""
    new = paper(
        "u2",
        title=f"{GOALS_TITLE} thay thế Quyết định số 12/QĐ-UBND ngày 20 tháng 01 năm 2026",
        number="99/QĐ-UBND",
        issued_on=LATER,
        confidence=0.7,
    )
    found = found_with(paper(confidence=0.97), new)
    assert found.status is Status.PUBLISHED
    assert [(entry.url, entry.side) for entry in found.evidence] == [
        ("u2", Side.FOR),
        ("u1", Side.AGAINST),
    ]
    assert "thay thế bởi" in found.evidence[1].note


def test_a_paper_without_issuer_whose_copy_names_another_is_a_question() -> None:
    """The same number on the same day, once without a head and once with another's."""
    nameless = paper(issuer=None)
    rejected = replace(
        paper("u2", issuer="UBND xã B"), kind=SightingKind.NOT_IT, rejected_issuer="UBND xã B"
    )
    found = found_with(nameless, rejected)
    assert found.status is Status.UNVERIFIED
    assert "của cơ quan này hay của UBND xã B?" in found.reason
    assert found_with(paper(), rejected).status is Status.PUBLISHED


def test_copies_for_different_years_are_a_question() -> None:
    """The deciding field contradicts itself; a far less sure copy does not count."""
    copy = paper("u2", year=2025)
    assert found_with(paper(), copy).status is Status.UNVERIFIED
    assert "năm 2026 hay năm 2025?" in found_with(paper(), copy).reason
    unsure = paper("u2", year=2025, confidence=0.5)
    assert found_with(paper(), unsure).status is Status.PUBLISHED


def test_what_the_portals_own_list_calls_expired_is_a_question() -> None:
    """The row of the list says so; a second paper that is in force serves."""
    row = LinkWords(text="tin", context="12/QĐ-UBND | 20/01/2026 | Hết hiệu lực")
    page = attempt("cu.pdf", words=row)
    note = PageNotes(page, (paper(PORTAL + "cu.pdf"),))
    case = having(SEEN_WHOLE, attempts=(page,), notes=(note,))
    assert finding(case).status is Status.UNVERIFIED
    assert "khi cổng ghi “Hết hiệu lực”?" in finding(case).reason
    case = having(case, sightings=(paper("u2", number="13/QĐ-UBND"),))
    assert finding(case).status is Status.PUBLISHED


def test_a_page_that_calls_its_attachment_expired_is_heard() -> None:
    """The status stands on the page, the paper hangs on it."""
    page = attempt("van-ban-cu", "tin văn bản")
    file = attempt("cu.pdf", parent=page.address, media_type="application/pdf")
    notes = (PageNotes(page, expired="Hết hiệu lực"), PageNotes(file, (paper(PORTAL + "cu.pdf"),)))
    case = having(SEEN_WHOLE, attempts=(page, file), notes=notes)
    assert finding(case).status is Status.UNVERIFIED
    beside = replace(file, parent=PORTAL)
    notes = (notes[0], replace(notes[1], attempt=beside))
    case = having(SEEN_WHOLE, attempts=(page, beside), notes=notes)
    assert finding(case).status is Status.PUBLISHED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Số hiệu | 12/QĐ-UBND\nTình trạng hiệu lực | Hết hiệu lực\nNgày 1/2/2026", "Hết hiệu lực"),
        ("Tình trạng văn bản: Ngưng hiệu lực", "Ngưng hiệu lực"),
        ("Trạng thái: Hết hiệu lực một phần", ""),
        ("Tình trạng hiệu lực: Còn hiệu lực", ""),
        ("Trạng thái: Chưa có hiệu lực", ""),
        ("Trạng thái: Hết hiệu lực\nTrạng thái: Hết hiệu lực", ""),
        ("Điều 3. Quyết định số 5 hết hiệu lực kể từ ngày ký", ""),
    ],
)
def test_what_a_page_says_of_its_paper(text: str, words: str) -> None:
    """One status for one paper; lists, laws and partial ones say nothing of it."""
    assert says_expired(fold(text)) == words


@pytest.mark.parametrize(
    ("context", "words"),
    [
        ("MTCL 2026 (đã bị thay thế)", "bị thay thế"),
        ("Trạng thái: Hết hiệu lực toàn bộ", "Hết hiệu lực"),
        ("Tình trạng: Còn hiệu lực", ""),
        ("Ngày hiệu lực: 1/1/2026 | Ngày hết hiệu lực: | Còn hiệu lực", ""),
        ("Ngày hết hiệu lực: 31/12/2026", ""),
        ("Trạng thái: Hết hiệu lực một phần", ""),
    ],
)
def test_words_of_a_list_about_force(context: str, words: str) -> None:
    """Columns for a date of expiry say nothing; a status does."""
    assert called_expired(attempt("x", words=LinkWords(context=context))) == words


@pytest.mark.parametrize(
    ("title", "takes_back", "numbers"),
    [
        (BACK, True, ["12/qd-ubnd"]),
        ("QĐ 15/QĐ-UBND V/v huỷ bỏ Quyết định số 010/QĐ-UBND", True, ["10/qd-ubnd"]),
        ("Quyết định bãi bỏ Quyết định 10/QĐ-UBND và ban hành Mục tiêu", False, ["10/qd-ubnd"]),
        (f"{GOALS_TITLE} (thay thế Quyết định số 10/2025/QĐ-UBND)", False, ["10/qd-ubnd"]),
        ("THÔNG BÁO VỀ VIỆC THU HỒI BẢN CÔNG BỐ", True, []),
        ("Quyết định giải thể Ban chỉ đạo ISO", True, []),
        ("QĐ v/v kết thúc hoạt động, bàn giao hồ sơ của Tổ ISO", True, []),
        ("Quyết định giải thể Ban chỉ đạo ISO và thành lập Tổ ISO", False, []),
    ],
)
def test_titles_that_take_back(title: str, takes_back: bool, numbers: list[str]) -> None:
    """The verb stands at the beginning; its own number is not what it takes back."""
    says = withdrawal_of(title)
    assert says is not None
    assert says.takes_back is takes_back
    assert [named.number for named in says.named] == numbers


@pytest.mark.parametrize(
    "title",
    [GOALS_TITLE, "Mục tiêu chất lượng về thu hồi đất", "Kế hoạch hủy hồ sơ", "", "Quyết định"],
)
def test_titles_that_take_nothing_back(title: str) -> None:
    """The verbs elsewhere in a title are its subject."""
    assert withdrawal_of(title) is None


def test_the_nearest_paper_is_named_where_nothing_serves() -> None:
    """An accusation says what comes nearest, and why it is none."""
    blank = sighting(GOALS, SightingKind.NOT_IT, title="Mẫu MTCL", note="Mẫu trống, chưa điền")
    found = found_with(blank)
    assert found.status is Status.MISSING
    assert "gần nhất là “Mẫu MTCL”" in found.reason
    assert found.reason.endswith("(mẫu trống, chưa điền).")
