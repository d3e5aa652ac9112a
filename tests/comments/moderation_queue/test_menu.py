import json
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment
from comments.moderation_queue.menu import QueueMenuItem, panels_for
from comments.states import CommentStatus
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import QUEUE
from tests.comments.moderation_queue.staff import ROLES, sign_in

DASHBOARD = reverse("wagtailadmin_home")


def request_of(rf, user):
    request = rf.get(DASHBOARD)
    request.user = user
    return request


def badge(rf, user):
    item = QueueMenuItem()
    return item.render_component(request_of(rf, user)).attrs.get("data-waiting")


def panel(client):
    """The words of the queue's panel on the dashboard, or None when it has none."""
    html = client.get(DASHBOARD).content.decode()
    found = re.search(r'<p class="waiting-panel">(.*?)<a', html, re.DOTALL)
    return " ".join(found[1].replace("\xa0", " ").split()) if found else None


@pytest.mark.parametrize(
    ("role", "is_shown"), [("editor", False), ("moderator", True), ("administrator", True)]
)
def test_only_those_who_may_moderate_are_shown_the_way(rf, newsroom, role, is_shown):
    user = ROLES[role]()
    assert QueueMenuItem().is_shown(request_of(rf, user)) is is_shown
    assert bool(panels_for(request_of(rf, user))) is is_shown


def test_the_menu_leads_to_the_queue(newsroom, browser):
    html = browser.get(DASHBOARD).content.decode()
    props = re.search(r'<script id="wagtail-sidebar-props"[^>]*>(.*?)</script>', html, re.DOTALL)
    item = next(
        found
        for found in _walk(json.loads(props[1]))
        if isinstance(found, dict) and found.get("name") == "reader-comments"
    )
    assert (item["label"], item["url"]) == ("Reader comments", QUEUE)


def _walk(value):
    yield value
    for child in value.values() if isinstance(value, dict) else value:
        if isinstance(child, dict | list):
            yield from _walk(child)


def test_the_badge_counts_what_waits_and_nothing_else(rf, post, ana):
    assert badge(rf, ana) is None
    for status in CommentStatus:
        make_comment(post, status=status)
    assert badge(rf, ana) == "1"


def test_the_badge_counts_a_reported_comment_once(rf, post, ana):
    comment = make_comment(post)
    make_report(comment)
    make_report(comment)
    make_report(make_comment(post, status=CommentStatus.PENDING))
    make_report(make_comment(post), state="dismissed", settled_at=timezone.now())
    assert badge(rf, ana) == "2"


def test_the_badge_of_one_request_is_not_kept_for_the_next(rf, post, ana):
    item = QueueMenuItem()
    make_comment(post, status=CommentStatus.PENDING)
    item.render_component(request_of(rf, ana))
    Comment.objects.update(status=CommentStatus.PUBLISHED)
    assert item.render_component(request_of(rf, ana)).attrs == {}


def test_the_badge_costs_two_queries(rf, post, ana, django_assert_num_queries):
    """What waits, and whether there are sections; that is read once for a request."""
    badge(rf, ana)  # fills what Wagtail keeps for the whole process
    with django_assert_num_queries(2):
        badge(rf, ana)


def test_the_dashboard_says_how_many_wait_and_for_how_long(post, browser):
    hour_ago = timezone.now() - timedelta(hours=1, minutes=1)
    make_comment(post, status=CommentStatus.PENDING, created_at=hour_ago)
    assert panel(browser) == "1 comment is waiting, for 1 hour, 1 minute."
    make_comment(post, status=CommentStatus.PENDING, created_at=hour_ago + timedelta(minutes=30))
    assert panel(browser) == "2 comments are waiting, the oldest for 1 hour, 1 minute."


def test_the_dashboard_says_how_many_are_reported_and_leads_to_them(post, browser):
    comment = make_comment(post)
    make_report(comment)
    make_report(comment)
    html = browser.get(DASHBOARD).content.decode()
    assert f'<a href="{QUEUE}?status=reported">1 comment is reported.</a>' in html


def test_the_dashboard_says_when_nothing_waits(post, browser):
    make_comment(post)
    assert panel(browser) == "No comment is waiting."


def test_an_editors_dashboard_is_silent_about_comments(post):
    make_comment(post, status=CommentStatus.PENDING)
    assert panel(sign_in(ROLES["editor"]())) is None
