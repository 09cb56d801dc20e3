"""A changed catalogue with mistakes: all of them named, with file, line, key and reason."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from domain.errors import CatalogueError
from rules.catalogue import WrongCatalogueError, check_file, load_catalogue
from rules.catalogue.sources import LARGEST_FILE_BYTES, SHARED, shipped
from tests.unit.rules.changed_catalogue import GOOD, change, copied, problems


def test_the_good_one_is_good(tmp_path: Path) -> None:
    """What the other tests break has nothing wrong; Windows line ends and a mark change nothing."""
    (tmp_path / "trial.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_catalogue(tmp_path).ids == ("trial",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"bản thử"', '""', "line 8: key names[2]: empty; take it out"),
        ('"bản thử"', "7", "line 8: key names[2]: must be a text in quotes, on one line"),
        ('"bản thử"', '"a\\nb"', "line 8: key names[2]: must be a text in quotes, on one line"),
        ('"bản thử"', '"{ISSO} x"', "line 8: key names[2]: no word group {ISSO} in _shared.toml; "),
        ('"bản thử"', '"{iso} x"', "line 8: key names[2]: a word group is written {NAME} in "),
        ('"bản thử"', '"…"', "line 8: key names[2]: holds no words: '…'"),
        ('"bản thử"', '"bản …"', "line 8: key names[2]: “…” stands between words, not at an end"),
        ('"bản thử"', '"... bản"', "line 8: key names[2]: “…” stands between words, not at an "),
        ('"bản thử"', '"---"', "line 8: key names[2]: '---' holds no letter and no digit"),
        (
            '"bản thử"',
            '"Thử  Nghiệm"',
            "line 8: key names[2]: “Thử Nghiệm” stands already in names[1], line 7",
        ),
        ('"tin"', '"bản thử"', "line 10: key not_with[1]: “bản thử” speaks against what names[2]"),
        ("not_with", "not_wiht", "line 10: key not_wiht: unknown; the nearest known one is not_"),
        ('"yearly"', '"yearli"', "line 3: key period: 'yearli' is unknown; the nearest known one "),
        ('"district"', '"distrct"', "line 13: key legal_basis[1].levels[2]: 'distrct' is unknown"),
        ('["commune"]', "[]", "line 20: key legal_basis[2].levels: is needed: a list of province"),
        ("2014-05-01", '"2014-05-01"', "line 15: key legal_basis[1].valid_from: must be a date"),
        ("2014-05-01", "2014-05-01T00:00:00", "line 15: key legal_basis[1].valid_from: must be a"),
        ("2014-05-01", "2014-13-01", "line 15: not TOML: Expected newline or end of document"),
        ("2014-05-01", "2014-02-30", "; a date is written 2014-05-01, and must exist"),
        ("2014-05-01", "01/5/2014", "; a date is written 2014-05-01, and must exist"),
        ("valid_from = 2020-02-01", "", "line 19: key legal_basis[2].valid_from: is needed"),
        ("2020-01-31", "2013-01-31", "line 16: key legal_basis[1].valid_to: lies before valid_"),
        (
            "2020-01-31",
            "2020-02-01",
            "line 22: key legal_basis[2].valid_from: for level commune legal_basis[1], line 12, ",
        ),
        ('text = "Hai"', "", "line 19: key legal_basis[2].text: is missing; a text in quotes"),
        (
            'source = "b"',
            'sauce = "c"\nsource = "b"',
            "line 23: key legal_basis[2].sauce: unknown; the nearest ",
        ),
        ("[[legal_basis]]", "[legal_basis]", "not TOML: Cannot declare ('legal_basis',) twice"),
        ("order = 1", "order = true", "line 4: key order: must be a whole number, 0 to 9999"),
        ("order = 1", "order = -1", "line 4: key order: must be a whole number, 0 to 9999"),
        ("order = 1", "due = 5", 'line 4: key due: must be a day as "MM-DD"'),
        ("order = 1", 'due = "02-30"', 'line 4: key due: must be a day as "MM-DD"'),
        ("order = 1", 'due = "3-1"', 'line 4: key due: must be a day as "MM-DD"'),
        ("order = 1", "weight = 2", "line 4: key weight: needs weight_source: the paper that sets"),
        ("order = 1", "weight = nan", "line 4: key weight: must be a number, 0 or more"),
        ("order = 1", 'weight_source = "x"', "line 4: key weight_source: says where a weight is "),
        ("order = 1", "body_needed = 1", "line 4: key body_needed: asks for more than the 0 word"),
        ("order = 1", "issuer_above = 1", "line 4: key issuer_above: must be true or false"),
        ("order = 1", 'types = "báo cáo"', "line 4: key types: must be a list of texts in quotes"),
        ("order = 1", 'types = ["quyêt định"]', "line 4: key types[1]: 'quyêt định' is no type of"),
        ("order = 1", 'despite = ["sơ két"]', "line 4: key despite[1]: no shared word 'sơ két'; "),
        ("order = 1", 'instead_of = ["trail"]', "line 4: key instead_of[1]: no publication "),
        ("order = 1", 'instead_of = ["trial"]', "line 4: key instead_of: names this publication "),
        (
            "order = 1",
            "order = 1\norder = 2",
            "line 5: not TOML: Cannot overwrite a value; the key",
        ),
    ],
)
def test_one_mistake(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Each mistake is found where it stands, and nothing else is called wrong for it."""
    assert old in GOOD
    (found,) = problems(tmp_path, GOOD.replace(old, new))
    assert said in found


def test_a_day_of_its_own_is_for_yearly_ones(tmp_path: Path) -> None:
    """A standing publication is never due."""
    changed = GOOD.replace('"yearly"', '"standing"\ndue = "12-15"')
    assert 'key due: only for period = "yearly"' in problems(tmp_path, changed)[0]


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    """Mistakes of several files come in one answer, by file and line."""
    problems(tmp_path, "title = \n", "a_broken.toml")
    changed = GOOD.replace('"bản thử"', '""').replace('"yearly"', '"daily"')
    found = problems(tmp_path, changed.replace("not_with", "nowith"))
    places = [problem.partition(":")[0] for problem in found]
    assert places[0].startswith("a_broken.toml, line 1")
    assert places[1:] == [f"trial.toml, line {line}" for line in (3, 8, 10)]


def test_keys_at_the_end_of_the_file(tmp_path: Path) -> None:
    """A key of the publication below a legal basis is told to be moved; several are told once."""
    (found,) = problems(tmp_path, GOOD + 'types = ["báo cáo"]\n')
    assert "line 24: key legal_basis[2].types: of the publication; move it above the" in found
    (found,) = problems(tmp_path, GOOD + 'types = ["báo cáo"]\nweight = 2\nbody = ["a"]\n')
    assert found.endswith("above the first [[legal_basis]] (also weight, body)")
    twice = problems(tmp_path, GOOD + GOOD)
    assert sum("move it above" in said for said in twice) == 1


def test_an_empty_file_lacks_everything(tmp_path: Path) -> None:
    """What must be there is named key by key."""
    found = problems(tmp_path, "")
    assert [problem.split(" ")[2] for problem in found] == [
        "title:",
        "short:",
        "period:",
        "version:",
        "names:",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'title = "a"\nshort = "\xff"\n', "trial.toml, line 2: not UTF-8 text; save it as UTF-8"),
        (GOOD.encode("utf-16"), "trial.toml, line 1: not UTF-8 text"),
        (b"#" * (LARGEST_FILE_BYTES + 1), "trial.toml: larger than 1,000,000 bytes"),
        (b"a = " + b"[" * 9_000, "trial.toml: not TOML: lists or tables nested too deeply"),
        (b"order = 1" + b"0" * 5_000, "trial.toml: not TOML: a number of thousands of digits"),
        (b'names = ["a",\n"b"\n', "trial.toml, line 2: not TOML: Unclosed array"),
        (b'names = ["a"\n"b"]\n', "line 2: not TOML: Unclosed array; a comma or ] is missing"),
        (
            b'title = "a\nshort = "b"\n',
            "line 1: not TOML: Illegal character '\\n'; a closing quote",
        ),
        (b"title = a\n", "line 1: not TOML: Invalid value; a text stands in quotes"),
        (
            b"a comment\n",
            "line 1: not TOML: Expected '=' after a key in a key/value pair; a comment",
        ),
    ],
)
def test_files_that_are_no_toml(tmp_path: Path, content: bytes, said: str) -> None:
    """Another encoding, too much, too deep or unfinished: said with the line, nothing crashes."""
    assert said in problems(tmp_path, content)[0]


@pytest.mark.parametrize("name", ["Trial.toml", "trial-one.toml", "thử.toml", "2trial.toml"])
def test_a_name_that_is_no_identifier(tmp_path: Path, name: str) -> None:
    """The file's name is the identifier that exports and configuration use."""
    assert "the file's name is the identifier" in problems(tmp_path, GOOD, name)[0]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A folder or pipe that is called like a publication."""
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    found = problems(tmp_path, GOOD)
    assert found == ["folder.toml: not a file", "pipe.toml: not a file"]


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    """A path that is not there and a folder with shared words alone are refused by name."""
    with pytest.raises(CatalogueError, match="no such folder"):
        load_catalogue(tmp_path / "nowhere")
    shutil.copy(shipped() / SHARED, tmp_path)
    with pytest.raises(CatalogueError, match="no publication"):
        load_catalogue(tmp_path)


def test_one_name_in_two_publications(tmp_path: Path) -> None:
    """A title would name both; said when either of the two is checked."""
    file = copied(tmp_path) / "trial.toml"
    file.write_text(GOOD.replace("bản thử", "Mục tiêu chất lượng"), encoding="utf-8")
    for checked in (file, tmp_path / "quality_objectives.toml"):
        with pytest.raises(WrongCatalogueError) as caught:
            check_file(checked)
        (problem,) = caught.value.problems
        assert "“Mục tiêu chất lượng” also stands in names of quality_obj" in problem.reason


def test_only_the_checked_file_is_spoken_of(tmp_path: Path) -> None:
    """A mistake next door does not hide that this file is good."""
    copied(tmp_path)
    change(tmp_path / "annual_plan.toml", 'period = "yearly"', 'period = "often"')
    assert "tthc_list" in check_file(tmp_path / "tthc_list.toml").ids
    with pytest.raises(WrongCatalogueError, match="annual_plan"):
        check_file(tmp_path / "annual_plan.toml")


def test_a_file_by_itself_joins_the_shipped_ones(tmp_path: Path) -> None:
    """Without shared words beside it, a file is checked with the shipped catalogue around it."""
    file = tmp_path / "trial.toml"
    file.write_text(GOOD.replace("bản thử", "bản {HTQLCL}"), encoding="utf-8")
    assert set(load_catalogue().ids) < set(check_file(file).ids)
    with pytest.raises(CatalogueError, match=r"a file \*\.toml"):
        check_file(tmp_path / "trial.txt")
    with pytest.raises(CatalogueError, match="No such file"):
        check_file(tmp_path / "gone.toml")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "\nmention = ",
            "\nmentions = ",
            "key mentions: unknown; the nearest known one is ",
        ),
        ("\nmention = ", "\nmentions = ", "key mention: is missing; take it from the shipped file"),
        ("\nHTQLCL = ", "\nHTQLCLX = ", "key groups.HTQLCL: is missing"),
        ("\nHTQLCL = ", "\nIso9 = ", "key groups.Iso9: the name of a word group is written in"),
        ("\nTTHC = [", "\nISO = [", "key groups.ISO: is built in"),
        ('\ndraft = ["dự thảo"]', "\ndraft = [3]", "key draft[1]: must be a text in quotes"),
    ],
)
def test_shared_words(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Lists and groups that the rules ask for by name may not get lost by a slip."""
    copied(tmp_path)
    change(tmp_path / SHARED, old, new)
    with pytest.raises(WrongCatalogueError) as caught:
        check_file(tmp_path / SHARED)
    assert any(said in str(problem) for problem in caught.value.problems)
