"""Links to drafts end by themselves, by hand, and with the rights of who made them."""

from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone
from time_machine import Traveller
from wagtail.models import GroupPagePermission, PageLogEntry

from accounts.models import User
from blog.drafts import links
from blog.models import DraftLink, PostPage


def works(link: DraftLink) -> bool:
    return links.find(links.secret_of(link), now=timezone.now()) == link


def test_a_link_is_found_by_its_secret_and_by_nothing_else(link: DraftLink) -> None:
    assert works(link)
    assert links.find("", now=timezone.now()) is None
    assert links.find(link.digest, now=timezone.now()) is None


def test_the_database_alone_opens_nothing(link: DraftLink) -> None:
    row = DraftLink.objects.values().get()
    assert links.secret_of(link) not in " ".join(map(str, row.values()))


def test_two_links_have_two_secrets(draft: PostPage, editor: User) -> None:
    now = timezone.now()
    one, other = (
        links.make(draft, user=editor, days=1, now=now + timedelta(microseconds=n)) for n in (0, 1)
    )
    assert links.secret_of(one) != links.secret_of(other)


@pytest.mark.parametrize("days", links.LIFETIMES)
def test_it_ends_by_itself(draft: PostPage, editor: User, clock: Traveller, days: int) -> None:
    link = links.make(draft, user=editor, days=days, now=timezone.now())
    clock.shift(timedelta(days=days) - timedelta(seconds=1))
    assert works(link)
    clock.shift(1)
    assert not works(link)


def test_it_ends_when_it_is_revoked(link: DraftLink, editor: User) -> None:
    links.revoke(link, user=editor, now=timezone.now())
    assert not works(link)


def test_it_ends_when_its_maker_leaves(link: DraftLink, editor: User) -> None:
    User.objects.filter(pk=editor.pk).update(is_active=False)
    assert not works(link)


def test_it_ends_when_its_maker_may_not_edit_the_page_any_more(link: DraftLink) -> None:
    GroupPagePermission.objects.all().delete()
    assert not works(link)


def test_it_goes_on_while_the_secret_key_is_replaced(link: DraftLink, settings) -> None:
    old = settings.SECRET_KEY
    with override_settings(SECRET_KEY="a new one", SECRET_KEY_FALLBACKS=[old]):
        assert works(link)
    with override_settings(SECRET_KEY="a new one", SECRET_KEY_FALLBACKS=[]):
        assert links.secret_of(link) == ""


def test_the_history_of_the_page_says_who_shared_it(link: DraftLink, editor: User) -> None:
    links.revoke(link, user=editor, now=timezone.now())
    actions = PageLogEntry.objects.filter(user=editor).values_list("action", flat=True)
    assert {"blog.draft_link_made", "blog.draft_link_revoked"} <= set(actions)


def test_links_that_ended_are_forgotten_a_month_later(
    draft: PostPage, editor: User, clock: Traveller
) -> None:
    links.make(draft, user=editor, days=1, now=timezone.now())
    clock.shift(1)
    revoked = links.make(draft, user=editor, days=30, now=timezone.now())
    links.revoke(revoked, user=editor, now=timezone.now())
    clock.shift(timedelta(days=30, seconds=-2))
    links.forget_past()
    assert DraftLink.objects.count() == 2
    clock.shift(timedelta(days=1, seconds=2))
    links.forget_past()
    assert not DraftLink.objects.exists()
