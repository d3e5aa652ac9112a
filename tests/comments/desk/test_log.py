from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments import desk_log, seals
from comments.models import DeskAct
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import make_administrator, make_moderator, sign_in

LOG = reverse("reader_comments:log")


@pytest.fixture
def ana(newsroom):
    return make_moderator("ana", first_name="Ana", last_name="Ruiz")


@pytest.fixture
def browser(ana):
    return sign_in(ana)


def read(browser, **query):
    response = browser.get(LOG, query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_log_says_when_what_by_whom_and_leads_to_the_comment(clock, browser, post, ana):
    comment = make_comment(post)
    desk_log.record(DeskAct.RULE, actor=ana, subject=1, code="no-threats")
    html = read(browser)
    assert "A rule was published" in html
    assert "Ana Ruiz" in html
    assert "code: no-threats" in html
    assert reverse("reader_comments:history", args=[comment.pk]) in html


def test_the_filter_keeps_what_was_chosen(browser, ana):
    html = read(browser, moderator=ana.pk, act="remove", day="2026-03-04")
    assert f'<option value="{ana.pk}" selected>' in html
    assert '<option value="remove" selected>' in html
    assert 'value="2026-03-04"' in html
    assert "Nothing of that is in the log." in html


def test_a_long_log_goes_on_with_the_same_filter(clock, browser, ana):
    for _number in range(60):
        desk_log.record(DeskAct.RULE, actor=ana)
    html = read(browser, act="rule")
    following = html.partition('href="?act=rule&amp;after=')[2].partition('"')[0]
    second = browser.get(f"{LOG}?act=rule&after={following}").content.decode()
    assert second.count(">A rule was published</td>") == 10
    assert 'href="?act=rule"' in second


def test_the_newest_seal_is_named(clock, browser, post):
    make_comment(post)
    clock.shift(timedelta(minutes=2))
    seals.seal()
    assert seals.newest().digest in read(sign_in(make_moderator("other")))


def test_only_administrators_are_led_to_requests(browser, newsroom):
    address = reverse("reader_comments:authorities")
    assert address not in read(browser)
    assert address in read(sign_in(make_administrator()))


def test_a_hostile_name_does_nothing(browser, ana, clock):
    ana.first_name = "<script>alert(1)</script>"
    ana.save()
    desk_log.record(DeskAct.RULE, actor=ana)
    assert "<script>alert" not in read(browser)


def test_it_takes_as_many_queries_for_a_long_log(clock, browser, ana):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            read(browser)
        return len(captured)

    desk_log.record(DeskAct.RULE, actor=ana)
    queries()  # the first request looks up the site
    few = queries()
    for _number in range(60):
        desk_log.record(DeskAct.RULE, actor=ana)
    assert queries() == few
