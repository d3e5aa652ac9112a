from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from blog.models import PostPage
from comments.models import Comment
from importers.applying import pages
from importers.destination import Destination
from tests.importers.importing import blogger_export, comment, figures, post, run, write
from tests.pages import Newsroom


def test_a_record_that_cannot_be_written_fails_alone(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = pages.place

    def picky(destination: Destination, kind: str, *, title: str, slug: str) -> object:
        if title == "Bad":
            raise ValidationError("words of the body")
        return place(destination, kind, title=title, slug=slug)

    entries = [post(1, "Good"), post(2, "Bad"), comment(3, on=1), comment(4, on=2)]
    path = write(tmp_path, blogger_export(*entries))
    with monkeypatch.context() as patched:
        patched.setattr(pages, "place", picky)
        report = run(path)
    assert report["exit"] == 2
    assert figures(report, "failed") == {"post": 1}
    assert report["lists"]["failed"] == ["post 2: ValidationError"]
    assert report["unattached"] == ["comment 4 on 2"]
    assert "words of the body" not in str(report)
    report = run(path)
    assert (PostPage.objects.count(), Comment.objects.count()) == (2, 2)
    assert report["exit"] == 0


def test_what_is_our_mistake_ends_the_run(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_fields: object) -> object:
        raise AttributeError

    monkeypatch.setattr(pages, "place", broken)
    with pytest.raises(AttributeError):
        run(write(tmp_path, blogger_export(post(1))))
