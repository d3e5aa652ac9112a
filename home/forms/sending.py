"""Keeps what somebody sent: once, with what the filter says of it, and with the mail about it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, OperationalError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments import outside_text
from comments.outside_text import Asker, Words
from home.forms import mails, pace
from home.forms.reading import Answers, kept, said
from home.forms.ticket import Ticket
from home.models import FormPage, SentForm, SentVerdict


@dataclass(frozen=True)
class Refusal:
    """Why nothing was kept, and after how many seconds it would be; 0 if waiting does not help."""

    status: int
    message: str | Promise
    retry_after_seconds: int = 0


USED_BEFORE = Refusal(422, _("This form has been sent already. Your new answers are here."))
BUSY = Refusal(503, _("The newsroom is too busy to keep this. Send it again in a minute."), 60)
TOO_MUCH = _("Too much came at once. Your answers are still here: send them again a little later.")


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What came, before it is judged."""

    page: FormPage
    answers: Answers
    ticket: Ticket
    asker: Asker
    now: datetime
    is_trap_filled: bool


def keep(sent: Sent) -> Refusal | None:
    """Keep it, or say why not; the same form twice is kept once and is no error."""
    if row := SentForm.objects.filter(key=sent.ticket.key).first():
        return None if row.form_data == kept(sent.answers) else USED_BEFORE
    allowance = pace.take_turn(sent.asker, sent.page.pk)
    if allowance and not allowance.is_allowed:
        return Refusal(429, TOO_MUCH, allowance.retry_after_seconds)
    judged = outside_text.judge(_words(sent, is_uncounted=allowance is None))
    try:
        _store(sent, judged)
    except OperationalError:
        return BUSY
    except IntegrityError:
        # The same form arrived twice at the same moment: the other one is kept.
        if not SentForm.objects.filter(key=sent.ticket.key).exists():
            raise
    return None


def _store(sent: Sent, judged: outside_text.Judged) -> None:
    with transaction.atomic():
        SentForm.objects.create(
            page=sent.page,
            form_data=kept(sent.answers),
            verdict=SentVerdict(judged.opinion),
            evidence=judged.evidence,
            key=sent.ticket.key,
        )
        if judged.opinion != outside_text.Opinion.SPAM:
            mails.tell(sent.page, now=sent.now)


def _words(sent: Sent, *, is_uncounted: bool) -> Words:
    read = said(sent.page.get_form_fields(), sent.answers)
    return Words(
        page=sent.page,
        body=read.body,
        name=read.name,
        email=read.email,
        website=read.website,
        key=sent.ticket.key,
        opened_at=sent.ticket.opened_at,
        sent_at=sent.now,
        is_trap_filled=sent.is_trap_filled,
        is_origin_proven=sent.asker.is_origin_proven,
        is_uncounted=is_uncounted,
    )
