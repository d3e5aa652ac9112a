"""A draft is read by its link, by nobody else, and kept nowhere."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts.models import User
from blog.drafts import links
from blog.models import DraftLink, PostPage
from tests.blog.drafts.conftest import SECRET_WORD
from tests.comments.moderation_queue.staff import make_moderator, sign_in
from tests.pages import paragraph


def address(link: DraftLink) -> str:
    return reverse("blog_files:draft", args=[links.secret_of(link)])


def test_the_link_shows_the_draft_to_a_stranger(link: DraftLink, client: Client) -> None:
    page = client.get(address(link))
    assert page.status_code == 200
    assert SECRET_WORD in page.content.decode()
    assert "This is a draft that was shown to you" in page.content.decode()


def test_it_shows_the_newest_draft(link: DraftLink, draft: PostPage, client: Client) -> None:
    draft.body = [paragraph("<p>Second thoughts.</p>")]
    draft.save_revision()
    assert "Second thoughts." in client.get(address(link)).content.decode()


def test_it_is_kept_nowhere_and_told_to_nobody(link: DraftLink, client: Client) -> None:
    page = client.get(address(link))
    assert page["Cache-Control"] == "private, no-store"
    assert "noindex" in page["X-Robots-Tag"]
    assert page["Referrer-Policy"] == "no-referrer"
    assert not page.cookies


def test_the_secret_stands_nowhere_on_the_page(link: DraftLink, client: Client) -> None:
    assert links.secret_of(link) not in client.get(address(link)).content.decode()


@pytest.mark.parametrize("secret", ["x", "0" * 64, "a" * 5_000])
def test_another_secret_shows_nothing(link: DraftLink, client: Client, secret: str) -> None:
    answer = client.get(reverse("blog_files:draft", args=[secret]))
    assert answer.status_code == 404
    assert SECRET_WORD not in answer.content.decode()


def test_a_revoked_link_answers_as_one_that_never_was(
    link: DraftLink, editor: User, client: Client
) -> None:
    links.revoke(link, user=editor, now=timezone.now())
    never = client.get(reverse("blog_files:draft", args=["0" * 64]))
    answer = client.get(address(link))
    assert (answer.status_code, answer.headers) == (never.status_code, never.headers)


def test_the_draft_stays_hidden_from_those_without_the_link(
    link: DraftLink, draft: PostPage, client: Client
) -> None:
    client.get(address(link))
    assert client.get(draft.get_url()).status_code == 404


def test_once_it_is_published_the_link_leads_there(
    link: DraftLink, draft: PostPage, client: Client
) -> None:
    draft.get_latest_revision().publish()
    assert client.get(address(link))["Location"].endswith("/news/tomorrow/")


def test_what_is_published_for_some_only_stays_readable_by_the_link(
    link: DraftLink, draft: PostPage, client: Client
) -> None:
    draft.get_latest_revision().publish()
    PageViewRestriction.objects.create(page=draft, restriction_type="login")
    assert client.get(address(link)).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_draft_is_only_read(link: DraftLink, client: Client, method: str) -> None:
    assert getattr(client, method)(address(link)).status_code == 405


def test_an_editor_makes_a_link_and_sees_it(draft: PostPage, editor: User) -> None:
    window, page = sign_in(editor), reverse("draft_links", args=[draft.pk])
    assert window.post(page, {"days": "30"})["Location"] == page
    link = DraftLink.objects.get()
    assert link.expires_at - link.made_at == links.LIFETIMES[30]
    assert links.secret_of(link) in window.get(page).content.decode()


@pytest.mark.parametrize("days", ["", "0", "8", "-7", "99999999999", "x", "\u0663"])
def test_an_odd_lifetime_becomes_the_usual_one(draft: PostPage, editor: User, days: str) -> None:
    sign_in(editor).post(reverse("draft_links", args=[draft.pk]), {"days": days})
    link = DraftLink.objects.get()
    assert link.expires_at - link.made_at == links.LIFETIMES[links.USUAL_DAYS]


def test_looking_makes_nothing(draft: PostPage, editor: User) -> None:
    assert sign_in(editor).get(reverse("draft_links", args=[draft.pk])).status_code == 200
    assert not DraftLink.objects.exists()


def test_an_editor_revokes_it(link: DraftLink, draft: PostPage, editor: User) -> None:
    revoke = reverse("draft_link_revoke", args=[draft.pk, link.pk])
    window = sign_in(editor)
    assert window.get(revoke).status_code == 405
    window.post(revoke)
    link.refresh_from_db()
    assert link.revoked_at is not None


def test_a_link_is_revoked_under_its_own_page_only(
    link: DraftLink, draft: PostPage, editor: User
) -> None:
    revoke = reverse("draft_link_revoke", args=[draft.get_parent().pk, link.pk])
    assert sign_in(editor).post(revoke).status_code == 404


def test_whoever_may_not_edit_the_page_makes_and_revokes_nothing(
    link: DraftLink, draft: PostPage
) -> None:
    window = sign_in(make_moderator())
    page, revoke = (
        reverse("draft_links", args=[draft.pk]),
        reverse("draft_link_revoke", args=[draft.pk, link.pk]),
    )
    assert [window.post(page).status_code, window.get(page).status_code] == [302, 302]
    assert window.post(revoke).status_code == 302
    link.refresh_from_db()
    assert (DraftLink.objects.count(), link.revoked_at) == (1, None)


def test_strangers_are_sent_to_the_door(draft: PostPage, client: Client) -> None:
    answer = client.get(reverse("draft_links", args=[draft.pk]))
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))
