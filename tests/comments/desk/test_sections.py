import pytest
from django.urls import reverse

from comments.models import CommentSettings, DeskAct, DeskEvent, SectionModerator
from tests.comments.moderation_queue.staff import (
    give_section,
    make_administrator,
    make_editor,
    sign_in,
)
from tests.pages import make_post

LIST = reverse("reader_comments:sections")


@pytest.fixture
def admin(newsroom):
    return sign_in(make_administrator())


def html_of(admin):
    return admin.get(LIST).content.decode()


def logged():
    """What the log says of sections, by whoever is an administrator."""
    events = DeskEvent.objects.filter(act=DeskAct.SECTION, actor__is_superuser=True)
    return [(each.data["is_given"], each.data["user"], each.data["page"]) for each in events]


def test_a_section_is_given(newsroom, ana, admin, post):
    answer = admin.post(LIST, {"user": ana.pk, "page": newsroom.index.pk})
    given = SectionModerator.objects.get()
    assert (answer.url, given.user, given.page_id) == (LIST, ana, newsroom.index.pk)
    html = html_of(admin)
    assert "Ana Ruiz" in html
    assert "News" in html


def test_a_section_is_given_once(newsroom, ana, admin, post):
    for _time in range(2):
        admin.post(LIST, {"user": ana.pk, "page": newsroom.index.pk})
    assert SectionModerator.objects.count() == 1
    assert logged() == [(True, ana.pk, newsroom.index.pk)]


def test_a_section_is_taken_away_by_a_post_only(newsroom, ana, admin):
    give_section(ana, newsroom.index)
    url = reverse("reader_comments:take_section", args=[SectionModerator.objects.get().pk])
    assert admin.get(url).url == LIST
    assert SectionModerator.objects.exists()
    assert admin.post(url).url == LIST
    assert not SectionModerator.objects.exists()
    assert admin.post(url).status_code == 404
    assert logged() == [(False, ana.pk, newsroom.index.pk)]


def test_only_moderators_get_sections_and_only_pages_with_others_below(newsroom, ana, admin):
    post, editor = make_post(newsroom), make_editor()
    for sent in (
        {"user": editor.pk, "page": newsroom.index.pk},
        {"user": make_administrator("eva").pk, "page": newsroom.index.pk},
        {"user": ana.pk, "page": post.pk},
        {"user": ana.pk, "page": newsroom.home.get_parent().pk},
        {},
    ):
        assert admin.post(LIST, sent).status_code == 422
    assert not SectionModerator.objects.exists()


def test_the_screen_says_whether_sections_count(newsroom, admin):
    assert "Sections do not count now" in html_of(admin)
    CommentSettings.for_site(newsroom.site).save()
    CommentSettings.objects.update(has_section_moderators=True)
    assert "Sections do not count now" not in html_of(admin)


def test_nobody_but_administrators_gives_sections(newsroom, ana, browser, post):
    assert browser.get(LIST).url == "/admin/"
    assert browser.post(LIST, {"user": ana.pk, "page": newsroom.index.pk}).url == "/admin/"
    assert not SectionModerator.objects.exists()
