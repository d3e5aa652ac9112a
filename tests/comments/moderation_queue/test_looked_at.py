"""A decision on all that fit takes nothing along that came into the list without the log."""

import re

import pytest
from django.http import QueryDict
from django.urls import reverse
from pytest_django.asserts import assertContains

from comments.models import Cluster, Comment, SpamCheck
from comments.moderation import fitting
from comments.moderation_queue import looked_at
from comments.moderation_queue.filters import QueueFilter
from comments.states import Action
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import AS_A_SCRIPT, read_queue
from tests.pages import make_post

MATCHING = reverse("reader_comments:decide_matching")
CHANGED = "Nothing was changed. Other comments fit this list now."


def press(browser, html, *, headers=None, action=Action.MARK_SPAM):
    """Press the button for all that fit on a page that was read earlier."""
    [form] = re.findall(r'<form id="desk-matching".*?</form>', html, re.DOTALL)
    carried = dict(re.findall(r'name="(back|up_to|reports|fitted)" value="([^"]*)"', form))
    back = carried.pop("back").replace("&amp;", "&")
    sent = {"action": action, "back": back} | carried
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


def rename(comment):
    comment.page.title = "Casino jail"
    comment.page.save()


def tell_language(comment):
    Comment.objects.filter(pk=comment.pk).update(language="es")


@pytest.mark.parametrize(
    ("query", "bring_in"),
    [({"post": "casino"}, rename), ({"language": "es"}, tell_language)],
)
def test_where_a_list_has_changed_without_the_log_nothing_is_decided_on(
    seen_and_unseen, browser, query, bring_in
):
    html = read_queue(browser, **query)
    bring_in(seen_and_unseen[1])
    assertContains(press(browser, html), CHANGED, status_code=409)
    assert press(browser, html, headers=AS_A_SCRIPT).json() == {"why": CHANGED}
    assert [status_of(each) for each in seen_and_unseen] == ["pending"] * 2
    assert press(browser, read_queue(browser, **query)).status_code == 303
    assert [status_of(each) for each in seen_and_unseen] == ["spam"] * 2


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


def test_a_page_that_carries_no_digest_decides_on_no_such_list(seen_and_unseen, browser):
    html = read_queue(browser, language="es")
    response = press(browser, html.replace('name="fitted"', 'name="left_out"'))
    assert response.status_code == 409
    assert status_of(seen_and_unseen[0]) == "pending"


def test_a_list_too_long_to_compare_has_to_be_narrowed(seen_and_unseen, browser, monkeypatch):
    tell_language(seen_and_unseen[1])
    monkeypatch.setattr(fitting, "MOST_COMPARED", 1)
    response = press(browser, read_queue(browser, language="es"))
    assertContains(response, "More than 1 comments fit this list: narrow it", status_code=409)
    assert status_of(seen_and_unseen[0]) == "pending"


def test_what_came_with_an_event_hinders_nobody(seen_and_unseen, post, browser):
    html = read_queue(browser, language="es")
    late = make_comment(post, status="pending", language="es")
    assert press(browser, html).status_code == 303
    assert (status_of(seen_and_unseen[0]), status_of(late)) == ("spam", "pending")


@pytest.mark.parametrize(
    ("query", "is_told"),
    [("", False), ("q=x&page=1&since=2026-01-01&urgent=1", False), ("status=reported", False)]
    + [(f"{name}=1", True) for name in ("post", "section", "alike")]
    + [("language=es", True), ("status=check", True)],
)
def test_only_lists_of_which_the_log_does_not_tell_are_compared(db, query, is_told):
    wanted = QueueFilter(QueryDict(query))
    assert looked_at.changes_unlogged(wanted) == is_told
    looked = looked_at.look(wanted, up_to=0, reports=0)
    assert bool(looked.fitted) == is_told


def test_the_newest_report_matters_where_the_list_is_of_reports(post):
    report = make_report(make_comment(post))
    newest = {
        query: looked_at.newest_report(QueueFilter(QueryDict(query)))
        for query in ("", "status=reported")
    }
    assert newest == {"": 0, "status=reported": report.pk}
