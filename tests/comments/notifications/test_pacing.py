from datetime import timedelta

from comments.models import Frequency
from comments.notifications.pacing import moderator_may_hear_at, reader_may_hear_at
from tests.conftest import NOON

MINUTE = timedelta(minutes=1)


def mails_of_a_day(may_hear_at, *frequency):
    """When mails leave if something happens in every minute of a day."""
    sent = []
    for minute in range(24 * 60):
        now = NOON + minute * MINUTE
        later = may_hear_at(*frequency, sent=sent)
        if later is None or later <= now:
            sent.append(now)
    return sent


def test_who_got_nothing_today_may_hear_at_once():
    assert reader_may_hear_at(Frequency.AT_ONCE, sent=[]) is None
    assert moderator_may_hear_at(sent=[]) is None


def test_a_flood_of_a_day_is_a_handful_of_mails_to_a_reader():
    sent = mails_of_a_day(reader_may_hear_at, Frequency.AT_ONCE)
    assert len(sent) == 8
    assert sent[1] - sent[0] == 10 * MINUTE
    assert sent[2] - sent[1] == 20 * MINUTE


def test_daily_is_once_a_day():
    assert len(mails_of_a_day(reader_may_hear_at, Frequency.DAILY)) == 1


def test_a_moderator_hears_once_an_hour_at_most():
    sent = mails_of_a_day(moderator_may_hear_at)
    assert len(sent) == 24
    assert sent[1] - sent[0] == 60 * MINUTE


def test_no_pause_is_longer_than_a_day():
    sent = [NOON - number * MINUTE for number in range(100)]
    assert reader_may_hear_at(Frequency.AT_ONCE, sent=sent) == NOON + timedelta(days=1)
