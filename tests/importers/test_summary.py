from pathlib import Path

from importers.summary import summary
from tests.importers.importing import blogger_export, comment, post, run, write


def test_a_summary_has_the_figures_and_the_first_places(newsroom: object, tmp_path: Path) -> None:
    comments = [comment(300 + number, on=9) for number in range(7)]
    text = summary(run(write(tmp_path, blogger_export(post(101), *comments))))
    assert "post: 1 (1 created, 0 updated, 0 unchanged, 0 skipped, 0 failed)" in text
    assert "unattached: 7\n  comment 300 on 9" in text
    assert "comment 306" not in text
    assert "… and more" in text
    assert "redirects active: 1" in text
    assert "category" not in text


def test_a_summary_says_that_nothing_was_written(newsroom: object, tmp_path: Path) -> None:
    report = run(write(tmp_path, blogger_export()), is_rehearsal=True)
    assert summary(report).splitlines() == [
        "Rehearsal: nothing was written.",
        "The file holds no post, page or comment.",
    ]
