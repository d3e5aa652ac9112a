"""A copied page has blocks of its own, so that its event is another one."""

import pytest
from django.urls import reverse
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from blog.models import PostEvent, PostPage
from tests.blog.events.happenings import event_block
from tests.blog.writing import editor
from tests.pages import (
    Newsroom,
    make_campaign,
    make_newsroom,
    make_plain_page,
    make_post,
    make_translation,
)

pytestmark = pytest.mark.django_db

SOON = {"date": "2027-03-01"}


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


@pytest.fixture
def post(newsroom) -> PostPage:
    """Published from the editor: it has a revision."""
    made = make_post(newsroom, "Rally", body=[event_block(**SOON)])
    made.save_revision().publish()
    return PostPage.objects.get(pk=made.pk)


def copy_in_admin(page: Page, **ticked: str) -> None:
    fields = {"new_title": "New", "new_slug": "new", "new_parent_page": str(page.get_parent().pk)}
    editor().post(reverse("wagtailadmin_pages:copy", args=[page.pk]), fields | ticked)


def ids(page: Page) -> list[str]:
    return [block.id for block in page.body]


def ids_in_revisions(page: Page) -> list[list[str]]:
    return [ids(revision.as_object()) for revision in page.revisions.all()]


def test_the_blocks_of_a_copy_are_others_in_the_page_and_in_its_draft(post) -> None:
    copy_in_admin(post)
    copy = PostPage.objects.get(slug="new")
    assert ids(copy) != ids(post)
    assert ids_in_revisions(copy) == [ids(copy), ids(copy)]
    assert ids(PostPage.objects.get(pk=post.pk)) == ids(post)
    assert ids_in_revisions(post) == [ids(post)]


def test_a_copy_hands_out_its_own_event(client, post) -> None:
    copy_in_admin(post, publish_copies="on")
    copy = PostPage.objects.get(slug="new")
    assert str(PostEvent.objects.get(page=copy).block_id) == ids(copy)[0]
    draft = copy.get_latest_revision_as_object()
    draft.body[0].value["title"] = "The second rally"
    draft.save_revision().publish()
    event = client.get(f"/events/{ids(copy)[0]}.ics").content.decode()
    assert "SUMMARY:The second rally" in event
    assert client.get("/calendar.ics").content.decode().count("BEGIN:VEVENT") == 2


def test_the_copy_in_hand_has_the_new_blocks_too(post) -> None:
    copy = post.copy(update_attrs={"slug": "new"}, keep_live=False)
    stored = PostPage.objects.get(pk=copy.pk)
    assert ids(copy) == ids(stored) == ids(copy.get_latest_revision_as_object())
    assert ids(copy) != ids(post)


def test_every_page_with_a_body_is_meant_also_below_what_is_copied(newsroom) -> None:
    above = make_plain_page(newsroom, "About", body=[event_block(**SOON)])
    below = above.add_child(instance=type(above)(title="Us", body=[event_block(**SOON)]))
    campaign = make_campaign(newsroom, body=[event_block(**SOON)])
    copied = above.copy(recursive=True, update_attrs={"slug": "new"})
    assert ids(copied) != ids(above)
    assert ids(copied.get_children().get().specific) != ids(below)
    assert ids(campaign.copy(update_attrs={"slug": "new"})) != ids(campaign)


def test_a_page_without_a_body_is_copied(newsroom) -> None:
    assert newsroom.index.copy(update_attrs={"slug": "new"}).slug == "new"


def test_a_translation_tells_of_the_same_event(newsroom, post) -> None:
    spanish = make_translation(newsroom)
    assert ids(post.copy_for_translation(spanish.home.locale)) == ids(post)


def test_an_alias_shows_the_same_event(post) -> None:
    alias = CreatePageAliasAction(post, update_slug="alias").execute()
    assert ids(alias) == ids(post)
