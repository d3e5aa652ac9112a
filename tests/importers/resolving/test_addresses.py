from pathlib import Path

from tests.importers.importing import blogger_export, figures, post, run, write
from tests.pages import Newsroom


def test_a_known_address_is_left_to_the_newsroom(newsroom: Newsroom, tmp_path: Path) -> None:
    path = write(tmp_path, blogger_export(post(1), post(2, is_draft=True)))
    run(path)
    report = run(path)
    assert figures(report, "unchanged")["redirect"] == 2
    assert report["lists"]["redirects_active"] == ["/2012/01/post-1.html"]
    assert report["lists"]["redirects_waiting"] == ["/2012/01/post-2.html"]


def test_a_post_that_moved_keeps_both_addresses(newsroom: Newsroom, tmp_path: Path) -> None:
    run(write(tmp_path, blogger_export(post(1, path="/a.html"))))
    report = run(write(tmp_path, blogger_export(post(1, path="/b.html"))))
    assert figures(report, "created") == {"redirect": 1}
    assert report["lists"]["redirects_active"] == ["/b.html"]
