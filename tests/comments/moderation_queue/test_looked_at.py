"""A decision on all that fit takes nothing along that came into the list without the log."""

import re
from datetime import timedelta

import pytest
from django.http import QueryDict
from django.urls import reverse
from pytest_django.asserts import assertContains

from comments.models import Cluster, Comment, SpamCheck
from comments.moderation_queue import looked_at
from comments.moderation_queue.filters import QueueFilter
from comments.states import Action
from tests.comments.complainant import make_report
from tests.comments.factories import SAID_AT, make_comment
from tests.comments.moderation_queue.desk import AS_A_SCRIPT, read_queue
from tests.pages import make_post

MATCHING = reverse("reader_comments:decide_matching")
CARRIED = "back|up_to|reports|told_until|fitted"
CHANGED = "Nothing was changed. Other comments fit this list now."


def press(browser, html, *, headers=None, action=Action.MARK_SPAM):
    """Press the button for all that fit on a page that was read earlier."""
    [form] = re.findall(r'<form id="desk".*?</form>', html, re.DOTALL)
    carried = dict(
        re.findall(r'name="(back|up_to|reports|told_until|fitted)" value="([^"]*)"', form)
    )
    back = carried.pop("back").replace("&amp;", "&")
    sent = {"matching": action, "back": back} | carried
    return browser.post(MATCHING, sent, headers=headers)


def status_of(comment):
    return Comment.objects.get(pk=comment.pk).status


def test_what_is_reported_later_is_left_and_the_others_are_decided_on(post, browser):
    listed, later = make_comment(post), make_comment(post)
    make_report(listed)
    html = read_queue(browser, status="reported")
    make_report(later)
    make_report(listed)
    assert press(browser, html).status_code == 303
    assert (status_of(listed), status_of(later)) == ("spam", "published")


@pytest.fixture
def seen_and_unseen(newsroom):
    """Of each list below only the first is on it; the other one comes in without an event."""
    return [
        make_comment(make_post(newsroom, title, slug=slug), status="pending", language=language)
        for title, slug, language in (("Casino night", "night", "es"), ("Jail", "jail", None))
    ]


def rename(page, *, title):
    page.title = title
    page.save()


def test_where_a_list_has_changed_without_the_log_nothing_is_decided_on(seen_and_unseen, browser):
    html = read_queue(browser, post="casino")
    rename(seen_and_unseen[1].page, title="Casino jail")
    assertContains(press(browser, html), CHANGED, status_code=409)
    assert press(browser, html, headers=AS_A_SCRIPT).json() == {"why": CHANGED}
    assert [status_of(each) for each in seen_and_unseen] == ["pending"] * 2
    assert press(browser, read_queue(browser, post="casino")).status_code == 303
    assert [status_of(each) for each in seen_and_unseen] == ["spam"] * 2


def test_where_a_post_moved_into_the_section_nothing_is_decided_on(
    seen_and_unseen, newsroom, browser
):
    other = seen_and_unseen[1].page
    section = other.get_parent()
    elsewhere = section.get_parent()
    other.move(elsewhere, pos="last-child")
    html = read_queue(browser, section=section.pk)
    other.refresh_from_db()
    other.move(section, pos="last-child")
    assertContains(press(browser, html), CHANGED, status_code=409)
    assert press(browser, read_queue(browser, section=section.pk)).status_code == 303


def test_a_comment_that_was_told_its_language_since_is_left(seen_and_unseen, browser):
    seen, unseen = seen_and_unseen
    Comment.objects.filter(pk=seen.pk).update(created_at=SAID_AT - timedelta(seconds=1))
    html = read_queue(browser, language="es")
    Comment.objects.filter(pk=unseen.pk).update(language="es")
    assert press(browser, html).status_code == 303
    assert (status_of(seen), status_of(unseen)) == ("spam", "pending")
    assert press(browser, read_queue(browser, language="es")).status_code == 303
    assert status_of(unseen) == "spam"


def test_what_became_alike_or_was_drawn_since_is_not_decided_on_either(post, browser):
    cluster = Cluster.objects.create(sketch=b"")
    listed = make_comment(post, cluster=cluster)
    SpamCheck.objects.create(comment=listed)
    other = make_comment(post)
    kind = read_queue(browser, status="all", alike=cluster.pk)
    drawn = read_queue(browser, status="check")
    Comment.objects.filter(pk=other.pk).update(cluster=cluster)
    SpamCheck.objects.create(comment=other)
    for html in (kind, drawn):
        assertContains(press(browser, html), CHANGED, status_code=409)


@pytest.mark.parametrize("query", [{"language": "es"}, {"post": "casino"}])
def test_a_page_that_carries_nothing_decides_on_no_such_list(seen_and_unseen, browser, query):
    html = read_queue(browser, **query)
    press(browser, re.sub('name="(fitted|told_until)"', 'name="left_out"', html))
    assert status_of(seen_and_unseen[0]) == "pending"


def test_a_list_too_long_to_compare_has_to_be_narrowed(seen_and_unseen, browser, monkeypatch):
    cluster = Cluster.objects.create(sketch=b"")
    Comment.objects.update(cluster=cluster)
    monkeypatch.setattr(looked_at, "MOST_COMPARED", 1)
    response = press(browser, read_queue(browser, alike=cluster.pk))
    assertContains(response, "More than 1 comments fit this list: narrow it", status_code=409)
    assert status_of(seen_and_unseen[0]) == "pending"


@pytest.mark.parametrize("query", [{"language": "es"}, {"post": "casino"}])
def test_what_came_with_an_event_hinders_nobody(seen_and_unseen, browser, query):
    seen, _unseen = seen_and_unseen
    Comment.objects.update(language="es")
    html = read_queue(browser, **query)
    late = make_comment(seen.page, status="pending", language="es")
    assert press(browser, html).status_code == 303
    assert (status_of(seen), status_of(late)) == ("spam", "pending")


@pytest.mark.parametrize(
    ("query", "is_told"),
    [("", False), ("q=x&page=1&since=2026-01-01&urgent=1", False), ("status=reported", False)]
    + [(f"{name}=1", True) for name in ("post", "section", "alike")]
    + [("language=es", True), ("status=check", True)],
)
def test_only_lists_of_which_the_log_does_not_tell_are_compared(db, query, is_told):
    looked = looked_at.look(QueueFilter(QueryDict(query)), now=SAID_AT)
    assert bool(looked.fitted or looked.told_until) == is_told


def test_the_newest_report_matters_where_the_list_is_of_reports(post):
    report = make_report(make_comment(post))
    newest = {
        query: looked_at.look(QueueFilter(QueryDict(query)), now=SAID_AT).reports
        for query in ("", "status=reported")
    }
    assert newest == {"": 0, "status=reported": report.pk}
