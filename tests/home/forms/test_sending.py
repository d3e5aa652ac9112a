from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from comments.outside_text import Asker, Judged, Opinion
from home.forms import sending
from home.forms.sending import BUSY, Sent, keep
from home.forms.ticket import Ticket
from home.models import SentForm
from operations.models import OutboxMail
from tests.home.forms.filling import HONEST


@pytest.fixture
def sent(page):
    now = timezone.now()
    return Sent(
        page=page,
        answers=HONEST,
        ticket=Ticket("key", now - timedelta(minutes=2)),
        asker=Asker("sender", is_known=True, is_origin_proven=True, is_foreign=False),
        now=now,
        is_trap_filled=False,
    )


@pytest.mark.parametrize("opinion", list(Opinion))
def test_everything_is_kept_with_what_the_filter_says(page, sent, monkeypatch, opinion):
    judged = Judged(opinion, [{"sign": "honeypot", "detail": ""}])
    monkeypatch.setattr(sending.outside_text, "judge", lambda _words: judged)
    assert keep(sent) is None
    row = SentForm.objects.get()
    assert (row.verdict, row.evidence) == (opinion, judged.evidence)


@pytest.mark.parametrize(("opinion", "mails"), [(Opinion.FINE, 1), (Opinion.SPAM, 0)])
def test_nobody_is_told_of_spam(page, sent, monkeypatch, opinion, mails):
    monkeypatch.setattr(sending.outside_text, "judge", lambda _words: Judged(opinion, []))
    page.mail_to = "desk@example.org"
    keep(sent)
    assert OutboxMail.objects.count() == mails


def test_a_database_that_is_busy_keeps_nothing_and_says_so(sent, monkeypatch):
    def busy(*_asked):
        raise OperationalError("database is locked")

    monkeypatch.setattr(sending, "_store", busy)
    assert keep(sent) == BUSY


def test_the_same_form_at_the_same_moment_is_kept_once(sent, monkeypatch):
    first = sending._store
    monkeypatch.setattr(sending, "_store", lambda *asked: (first(*asked), first(*asked)))
    assert keep(sent) is None
    assert SentForm.objects.count() == 1
