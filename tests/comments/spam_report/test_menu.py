import pytest
from django.urls import reverse

from comments.moderation_queue.menu import QueueMenuItem
from comments.spam_report.menu import SpamFilterMenuItem
from tests.comments.moderation_queue.desk import read_queue
from tests.comments.moderation_queue.staff import ROLES


@pytest.mark.parametrize(
    ("role", "is_shown"), [("editor", False), ("moderator", True), ("administrator", True)]
)
def test_only_those_who_may_moderate_are_shown_the_way(rf, newsroom, role, is_shown):
    request = rf.get("/")
    request.user = ROLES[role]()
    assert SpamFilterMenuItem().is_shown(request) is is_shown


def test_it_stands_below_the_queue_and_leads_to_the_report_card():
    item = SpamFilterMenuItem()
    assert item.url == "/admin/spam-filter/"
    assert item.order == QueueMenuItem().order + 1


def test_the_queue_leads_to_the_report_card(volunteer):
    assert f'href="{reverse("spam_filter:report")}">Spam filter</a>' in read_queue(volunteer)
