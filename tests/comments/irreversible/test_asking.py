from datetime import timedelta

import pytest

from comments import irreversible, moderation
from comments.irreversible import asking
from comments.models import CommentSettings, DeskAct, DeskEvent
from operations import limits
from tests.comments.factories import make_comment, make_ruling
from tests.comments.irreversible.wishes import ask, only
from tests.comments.moderation_queue.staff import make_administrator, make_moderator
from tests.conftest import NOON

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def comment(post):
    return make_comment(post, status="spam")


@pytest.fixture
def counted(monkeypatch):
    """Tests run in transactions, where the real counter refuses to count."""
    answers = [limits.Allowance(is_allowed=True)]
    monkeypatch.setattr(limits, "take", lambda *_limits: answers[0])
    return answers


def last_event():
    return DeskEvent.objects.latest("pk")


def test_what_is_asked_for_waits_a_day_and_is_logged(clock, root, comment):
    act = ask(root, comment)
    assert (act.asked_by, act.due_at) == (root, NOON + timedelta(days=1))
    event = last_event()
    assert (event.act, event.actor, event.subject) == (DeskAct.ASK, root, act.pk)
    assert event.data == {"kind": "purge", "comments": 1}


def test_it_is_about_the_comments_as_they_were_seen(root, comment, post):
    moderation.hold(comment.pk, make_ruling(comment, make_moderator()))
    act = ask(root, comment)
    assert act.wanted == [[comment.pk, comment.events.latest("pk").pk]]


def test_what_answers_comes_before_what_it_answers(root, post):
    first = make_comment(post)
    answer = make_comment(post, parent=first, created_at=first.created_at + timedelta(days=1))
    assert [number for number, _seen in ask(root, first, answer).wanted] == [answer.pk, first.pk]


def test_nothing_and_too_much_cannot_be_asked_for(monkeypatch, root, comment, post):
    with pytest.raises(irreversible.NothingWanted):
        ask(root)
    monkeypatch.setattr(asking, "MAX_WANTED", 1)
    with pytest.raises(irreversible.TooManyWanted):
        ask(root, comment, make_comment(post))
    assert not DeskEvent.objects.exists()


def test_a_second_administrator_confirms(clock, root, comment):
    act, eva = ask(root, comment, needs_second=True), make_administrator("eva")
    irreversible.confirm(act.pk, administrator=eva, now=LATER)
    act.refresh_from_db()
    assert (act.confirmed_by, act.confirmed_at) == (eva, LATER)
    assert (last_event().act, last_event().actor) == (DeskAct.CONFIRM, eva)


def test_nobody_confirms_what_they_asked_for_themselves(root, comment):
    act = ask(root, comment, needs_second=True)
    with pytest.raises(irreversible.NotPossible):
        irreversible.confirm(act.pk, administrator=root, now=LATER)


def test_only_what_waits_for_a_second_is_confirmed_and_once(root, comment):
    eva = make_administrator("eva")
    act = ask(root, comment)
    with pytest.raises(irreversible.NotPossible):
        irreversible.confirm(act.pk, administrator=eva, now=LATER)
    act = ask(root, comment, needs_second=True)
    irreversible.confirm(act.pk, administrator=eva, now=LATER)
    with pytest.raises(irreversible.NotPossible):
        irreversible.confirm(act.pk, administrator=eva, now=LATER)


def test_any_administrator_calls_it_off_once(clock, root, comment):
    act, eva = ask(root, comment), make_administrator("eva")
    irreversible.call_off(act.pk, administrator=eva, now=LATER)
    act.refresh_from_db()
    assert act.called_off_at == LATER
    assert (last_event().act, last_event().actor) == (DeskAct.CALL_OFF, eva)
    with pytest.raises(irreversible.NotPossible):
        irreversible.call_off(act.pk, administrator=eva, now=LATER)


def test_what_was_called_off_is_not_confirmed(root, comment):
    act = ask(root, comment, needs_second=True)
    irreversible.call_off(act.pk, administrator=root, now=LATER)
    with pytest.raises(irreversible.NotPossible):
        irreversible.confirm(act.pk, administrator=make_administrator("eva"), now=LATER)


def test_two_people_are_needed_only_where_that_is_wanted_and_possible(newsroom, root):
    settings = CommentSettings.for_site(newsroom.site)
    settings.needs_second_person = True
    settings.save()
    assert not irreversible.needs_second()
    make_administrator("eva")
    assert irreversible.needs_second()
    settings.needs_second_person = False
    settings.save()
    assert not irreversible.needs_second()


def test_the_password_is_asked_for_again(counted, root):
    root.set_password("right one")
    irreversible.check_password("right one", user=root)
    with pytest.raises(irreversible.WrongPassword):
        irreversible.check_password("wrong one", user=root)


def test_an_account_without_a_password_can_ask_for_nothing(counted, root):
    root.set_unusable_password()
    with pytest.raises(irreversible.WrongPassword):
        irreversible.check_password("", user=root)


def test_after_too_many_tries_even_the_right_password_is_not_looked_at(counted, root):
    root.set_password("right one")
    counted[0] = limits.Allowance(is_allowed=False, retry_after_seconds=90)
    with pytest.raises(irreversible.TooManyTries) as refused:
        irreversible.check_password("right one", user=root)
    assert refused.value.retry_after_seconds == 90


def test_where_nobody_can_count_no_password_is_looked_at(monkeypatch, root):
    def fail(*_limits):
        raise limits.LimiterUnavailable

    monkeypatch.setattr(limits, "take", fail)
    with pytest.raises(irreversible.TooManyTries):
        irreversible.check_password("x", user=root)


def test_five_tries_of_one_account_are_counted_in_an_hour(monkeypatch, root):
    taken = []
    monkeypatch.setattr(
        limits, "take", lambda *each: taken.extend(each) or limits.Allowance(is_allowed=True)
    )
    with pytest.raises(irreversible.WrongPassword):
        irreversible.check_password("x", user=root)
    [limit] = taken
    assert (limit.key, limit.times, limit.per) == (str(root.pk), 5, timedelta(hours=1))


def test_asking_never_touches_the_comments(root, comment):
    ask(root, comment)
    assert only(comment).exists()
