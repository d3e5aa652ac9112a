from datetime import timedelta

from django.core import signing
from django.utils import timezone

from home.forms import ticket

NOW = timezone.now()


def test_a_ticket_is_good_for_its_page_and_says_when_the_form_was_opened():
    found = ticket.read(ticket.issue(7, now=NOW), 7, now=NOW + timedelta(days=1))
    assert abs(found.opened_at - NOW) < timedelta(milliseconds=1)


def test_each_form_has_a_key_of_its_own():
    keys = {ticket.read(ticket.issue(7, now=NOW), 7, now=NOW).key for _ in range(3)}
    assert len(keys) == 3


def test_a_ticket_of_another_page_or_of_long_ago_is_none():
    written = ticket.issue(7, now=NOW)
    assert ticket.read(written, 8, now=NOW) is None
    assert ticket.read(written, 7, now=NOW + ticket.GOOD_FOR + timedelta(seconds=1)) is None


def test_nobody_else_writes_tickets():
    forged = signing.dumps({"page": 7, "opened": 0, "key": "x"}, salt="other", key="other")
    for written in ("", "x", forged):
        assert ticket.read(written, 7, now=NOW) is None
