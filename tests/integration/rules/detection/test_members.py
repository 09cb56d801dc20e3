"""Archives of many long files."""

from __future__ import annotations

from tests.unit.rules.archives import OBJECTIVES, archive, paper
from tests.unit.rules.written_pages import link, notes, paper_text


def test_of_many_long_files_the_beginnings_are_looked_at() -> None:
    """Each still shows what its head and title say, and none is a gap."""
    body = "\n".join(["Nội dung thực hiện theo quy định hiện hành của pháp luật."] * 300)
    files = [paper(f"{n}.pdf", paper_text("Về việc trực Tết", body=body)) for n in range(70)]
    page = archive(link("Hồ sơ"), *files, paper("0.pdf", f"{OBJECTIVES}\n{body}"))
    found = notes(page)
    assert [sight.publication for sight in found.sightings] == ["quality_objectives"]
    assert found.members_unseen == ()
