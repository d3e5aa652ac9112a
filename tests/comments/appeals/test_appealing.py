"""What can be looked at again, until when, how often, and asking for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import appeals, moderation, rulebook
from comments.appeals import NotAppealable, TooManyAppeals
from comments.models import (
    Appeal,
    AppealState,
    Comment,
    CommentSettings,
    DeskAct,
)
from comments.states import CommentStatus, Reason, RemovedBy
from operations import limits
from tests.comments.appellant import answer, ask, log, sent, take_away
from tests.conftest import NOON

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
ALLOWED = limits.Allowance(is_allowed=True)
UPHELD, REVERSED, VARIED = AppealState.UPHELD, AppealState.REVERSED, AppealState.VARIED
pytestmark = pytest.mark.usefixtures("clock")


def chance(comment):
    comment.refresh_from_db()
    return appeals.chance_to_appeal(comment, now=timezone.now())


def settings_of(newsroom, **fields):
    settings = CommentSettings.for_site(newsroom.site)
    for name, value in fields.items():
        setattr(settings, name, value)
    settings.save()


@pytest.mark.parametrize("action", ["remove", "mark_spam", "trash"])
def test_what_a_moderator_took_away_can_be_looked_at_again_for_thirty_days(comment, ana, action):
    event = take_away(comment, action, ana)
    assert chance(comment) == appeals.Chance(event, NOON + 30 * DAY)


@pytest.mark.parametrize("action", ["approve", "hold"])
def test_what_is_published_or_waits_cannot(post, ana, action):
    comment = sent(post, status="published" if action == "hold" else "pending")
    take_away(comment, action, ana)
    assert chance(comment) is None


def test_what_the_filter_binned_reads_as_waiting_until_a_person_confirms_it(post, ana):
    comment = sent(post, status=CommentStatus.SPAM)
    assert chance(comment) is None
    event = take_away(comment, "confirm_spam", ana)
    assert chance(comment).event == event


def test_what_a_moderator_put_back_to_what_the_filter_said_reads_as_waiting(post, ana):
    comment = sent(post, status=CommentStatus.SPAM)
    approved = take_away(comment, "approve", ana)
    moderation.undo(approved.pk, moderator=ana)
    assert chance(comment) is None


def test_what_its_author_took_back_cannot_be_appealed_against(removed):
    moderation.withdraw(removed.pk, keeps_name=False)
    assert chance(removed) is None


def test_what_was_imported_as_removed_cannot(post):
    assert chance(sent(post, status="removed", removed_by=RemovedBy.UNKNOWN)) is None


def test_words_that_are_gone_cannot_be_looked_at_again(removed):
    Comment.objects.update(body="")
    assert chance(removed) is None


def test_the_time_to_appeal_ends_and_the_owner_says_when(removed, newsroom, clock):
    settings_of(newsroom, appeal_within_days=3)
    clock.shift(3 * DAY - SECOND)
    assert chance(removed)
    clock.shift(SECOND)
    assert chance(removed) is None
    with pytest.raises(NotAppealable):
        ask(removed)
    assert not Appeal.objects.exists()


def test_an_account_that_is_gone_leaves_its_decision_open_to_appeal(removed, ana):
    ana.delete()
    assert chance(removed)


def test_a_decision_that_was_brought_back_by_undoing_what_followed_can_be(removed, ana):
    trashed = take_away(removed, "trash", ana)
    back = moderation.undo(trashed.pk, moderator=ana)
    assert chance(removed).event == back


def test_a_page_outside_of_every_site_has_the_usual_times(removed, monkeypatch):
    monkeypatch.setattr(type(removed.page), "get_site", lambda _page: None)
    assert chance(removed).until == NOON + 30 * DAY


# Asking


def test_an_appeal_is_kept_with_its_deadline(removed, newsroom):
    settings_of(newsroom, decide_appeals_within_days=5)
    made = ask(removed, "It was a quotation.")
    assert (made.comment, made.event) == (removed, removed.events.latest("pk"))
    assert (made.statement, made.state) == ("It was a quotation.", AppealState.OPEN)
    assert (made.created_at, made.due_at) == (NOON, NOON + 5 * DAY)


def test_an_appeal_is_written_into_the_log_without_a_word_of_it(removed):
    made = ask(removed, "It was a quotation.")
    data = {
        "appeal": made.pk,
        "event": made.event_id,
        "action": "remove",
        "reason": "abuse",
        "rule": "abuse",
        "version": 1,
    }
    assert log() == [(DeskAct.APPEAL, None, None, removed.pk, data)]


def test_sent_twice_it_is_one(removed):
    assert ask(removed, "First.") == ask(removed, "Second.")
    assert Appeal.objects.get().statement == "First."
    assert len(log()) == 1


@pytest.mark.parametrize("outcome", [UPHELD, VARIED])
def test_a_decision_is_looked_at_again_once(removed, ben, outcome):
    rule = rulebook.find(Reason.PRIVACY)
    answer(ask(removed), outcome, ben, rule=rule)
    assert chance(removed) is None
    with pytest.raises(NotAppealable):
        ask(removed)


def test_what_an_appeal_made_of_spam_is_final_too(comment, ana, ben):
    take_away(comment, "mark_spam", ana)
    answer(ask(comment), VARIED, ben, rule=rulebook.find(Reason.ADVERTISING))
    assert Comment.objects.get().status == CommentStatus.TRASHED
    assert chance(comment) is None


def test_a_new_decision_after_a_reversal_can_be_looked_at_again(removed, ana, ben, clock):
    answer(ask(removed), REVERSED, ben)
    clock.shift(DAY)
    event = take_away(removed, "remove", ana)
    assert chance(removed).event == event


def test_too_many_store_nothing_and_say_when_to_come_back(removed, monkeypatch):
    refused = limits.Allowance(is_allowed=False, retry_after_seconds=90)
    monkeypatch.setattr(limits, "take", lambda *_limits: refused)
    with pytest.raises(TooManyAppeals) as too_many:
        ask(removed)
    assert too_many.value.retry_after_seconds == 90
    assert not Appeal.objects.exists()


@pytest.mark.parametrize(
    ("sender", "times"),
    [({}, 10), ({"is_known": False}, 100), ({"key": ""}, 100)],
)
def test_a_sender_and_a_page_have_limits_and_strangers_share_a_wider_one(
    removed, monkeypatch, sender, times
):
    taken = []
    monkeypatch.setattr(limits, "take", lambda *wanted: taken.extend(wanted) or ALLOWED)
    ask(removed, **sender)
    hour = timedelta(hours=1)
    key = sender.get("key", "key-of-a-sender")
    assert [(limit.key, limit.times, limit.per) for limit in taken] == [
        (key, times, hour),
        (str(removed.page_id), 100, hour),
    ]


def test_where_nobody_can_count_the_author_is_heard_all_the_same(removed, monkeypatch):
    def unavailable(*_limits):
        raise limits.LimiterUnavailable

    monkeypatch.setattr(limits, "take", unavailable)
    assert ask(removed).state == AppealState.OPEN
