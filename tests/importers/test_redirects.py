from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect

from blog.models import PostPage
from importers.models import ImportRecord, RecordState
from tests.importers.importing import NOW, blogger_export, post, run, write
from tests.pages import Newsroom, make_plain_page

PATH = "/2012/01/post-101.html"


def bring(folder: Path, **fields: Any) -> PostPage:
    run(write(folder, blogger_export(post(101, "Rally", **fields))))
    return PostPage.objects.get()


def states() -> list[str]:
    return list(ImportRecord.objects.filter(kind="redirect").values_list("state", flat=True))


def test_an_old_address_of_a_public_post_answers_301(
    newsroom: Newsroom, tmp_path: Path, client: Any
) -> None:
    page = bring(tmp_path)
    for query in ("", "?m=1", "/"):
        answer = client.get(PATH + query)
        assert (answer.status_code, answer["Location"]) == (301, page.url)


def test_a_drafts_address_waits_until_the_draft_is_published(
    newsroom: Newsroom, tmp_path: Path, client: Any
) -> None:
    page = bring(tmp_path, is_draft=True)
    assert states() == [RecordState.WAITING]
    assert client.get(PATH).status_code == 404
    page.save_revision().publish()
    assert states() == [RecordState.TAKEN]
    assert client.get(PATH).status_code == 301


def test_a_scheduled_posts_address_opens_when_the_clock_publishes_it(
    newsroom: Newsroom, tmp_path: Path, client: Any
) -> None:
    page = bring(tmp_path, published=(NOW + timedelta(days=1)).isoformat())
    assert states() == [RecordState.WAITING]
    assert not Redirect.objects.exists()
    with time_machine.travel(NOW + timedelta(days=2)):
        call_command("publish_scheduled")
        page.refresh_from_db()
        assert page.live
        assert client.get(PATH).status_code == 301
    assert states() == [RecordState.TAKEN]


def test_an_address_that_is_taken_here_wins_and_is_reported(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    other = Redirect.objects.create(old_path=PATH, site=newsroom.site, redirect_link="http://x/")
    report = run(write(tmp_path, blogger_export(post(101))))
    assert states() == [RecordState.IN_USE]
    assert report["lists"]["redirects_in_use_here"] == [PATH]
    assert Redirect.objects.get() == other


def test_a_page_that_lives_at_an_old_address_wins(newsroom: Newsroom, tmp_path: Path) -> None:
    make_plain_page(newsroom, "About", slug="about")
    run(write(tmp_path, blogger_export(post(101, path="/about/"))))
    assert states() == [RecordState.IN_USE]
    assert not Redirect.objects.exists()


def test_a_waiting_address_that_was_taken_meanwhile_stays_closed(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    page = bring(tmp_path, is_draft=True)
    Redirect.objects.create(old_path=PATH, site=newsroom.site, redirect_link="http://x.example/")
    page.save_revision().publish()
    assert states() == [RecordState.IN_USE]
    assert Redirect.objects.count() == 1


def test_a_redirect_that_an_owner_deleted_stays_deleted(newsroom: Newsroom, tmp_path: Path) -> None:
    page = bring(tmp_path)
    Redirect.objects.all().delete()
    page.save_revision().publish()
    run(tmp_path / "blog.xml")
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("is_rehearsal", [True, False])
def test_posts_that_share_an_address_are_reported(
    newsroom: Newsroom, tmp_path: Path, is_rehearsal: bool
) -> None:
    export = blogger_export(post(1, path="/a.html"), post(2, path="/a.html"))
    report = run(write(tmp_path, export), is_rehearsal=is_rehearsal)
    assert report["lists"]["addresses_shared"] == ["/a.html: post 2"]
