from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from comments import conf, erasure, moderation
from comments.models import AppealState, Comment, ModerationEvent
from comments.states import Action, CommentStatus
from comments.wordings import propose
from tests.comments import appellant
from tests.comments.around.shifts import give_section
from tests.comments.factories import make_comment, make_ruling, make_user
from tests.comments.moderation_queue.desk import AS_A_SCRIPT, carry_out, decide, read_queue
from tests.comments.moderation_queue.staff import make_administrator
from tests.comments.test_wordings import words
from tests.pages import make_post

UNDO = reverse("reader_comments:undo_latest")
PENDING = CommentStatus.PENDING
FOR_GOOD = {"undone": [], "sentence": "Your last act cannot be taken back."}


@pytest.fixture
def waiting(post):
    return [make_comment(post, status=PENDING, author_name=name) for name in ("Ana", "Bea")]


def statuses():
    return sorted(Comment.objects.values_list("status", flat=True))


def take_back(browser):
    return browser.post(UNDO, headers=AS_A_SCRIPT).json()


def test_it_takes_back_the_last_decision_and_then_the_one_before(waiting, browser):
    for comment in waiting:
        decide(browser, comment, Action.APPROVE)
    assert [each["comment"] for each in take_back(browser)["undone"]] == [waiting[1].pk]
    assert [each["comment"] for each in take_back(browser)["undone"]] == [waiting[0].pk]
    assert statuses() == ["pending", "pending"]
    nothing = {"undone": [], "sentence": "There is nothing to take back."}
    assert take_back(browser) == nothing


def test_what_was_decided_together_is_taken_back_together(waiting, browser):
    carry_out(browser, dict.fromkeys(waiting, Action.MARK_SPAM))
    answer = take_back(browser)
    assert {each["comment"] for each in answer["undone"]} == {each.pk for each in waiting}
    assert answer["sentence"] == "Took 2 decisions back."
    assert statuses() == ["pending", "pending"]
    assert take_back(browser)["undone"] == []


def test_nobody_takes_back_what_somebody_else_decided(waiting, browser):
    moderation.approve(waiting[0].pk, make_ruling(waiting[0], make_user("ben")))
    assert take_back(browser)["undone"] == []


def test_what_others_have_decided_since_stays(waiting, browser):
    for comment in waiting:
        decide(browser, comment, Action.APPROVE)
    moderation.trash(waiting[1].pk, make_ruling(waiting[1], make_user("ben")))
    assert [each["comment"] for each in take_back(browser)["undone"]] == [waiting[0].pk]
    assert statuses() == ["pending", "trashed"]


def test_what_readers_may_have_been_told_of_stays(waiting, browser):
    decide(browser, waiting[0], Action.APPROVE)
    past = timezone.now() - conf.UNDO_WINDOW
    ModerationEvent.objects.filter(action=Action.APPROVE).update(created_at=past)
    assert take_back(browser)["undone"] == []
    ModerationEvent.objects.filter(action=Action.APPROVE).update(
        created_at=past + timedelta(minutes=1)
    )
    assert len(take_back(browser)["undone"]) == 1


def test_what_changed_the_words_stays(post, browser):
    comment = make_comment(post)
    propose(comment, words("No"), at=timezone.now())
    decide(browser, comment, Action.ACCEPT_EDIT)
    assert take_back(browser) == FOR_GOOD


def test_what_is_for_good_is_not_passed_over(waiting, browser, ana):
    decide(browser, waiting[0], Action.APPROVE)
    blackout = moderation.Blackout(words=(waiting[1].body,))
    moderation.redact(waiting[1].pk, make_ruling(waiting[1], ana), blackout)
    assert take_back(browser) == FOR_GOOD


@pytest.mark.parametrize("outcome", [AppealState.REVERSED, AppealState.UPHELD])
def test_nor_is_an_answer_to_an_appeal(waiting, browser, ana, post, outcome):
    appealed = appellant.sent(post)
    appellant.take_away(appealed, "remove", appellant.make_judge("ben"))
    appeal = appellant.ask(appealed)
    decide(browser, waiting[0], Action.APPROVE)
    appellant.answer(appeal, outcome, ana)
    assert take_back(browser) == FOR_GOOD


def test_a_comment_that_is_gone_is_passed_over(waiting, post, browser):
    decide(browser, waiting[0], Action.APPROVE)
    erasure.delete_with_comments(post, administrator=make_administrator(), expected_count=2)
    assert take_back(browser)["undone"] == []


def test_without_a_script_it_leads_back_to_the_list_with_a_message(waiting, browser):
    decide(browser, waiting[0], Action.APPROVE)
    read_queue(browser)
    response = browser.post(UNDO, {"back": "status=spam"})
    assert (response.status_code, response.url.partition("?")[2]) == (303, "status=spam")
    assert "Took the decision back. The comment by Ana: Waiting." in read_queue(browser)
    browser.post(UNDO)
    assert "There is nothing to take back." in read_queue(browser)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_whoever_only_reads_the_address_takes_nothing_back(waiting, browser, method):
    decide(browser, waiting[0], Action.APPROVE)
    assert browser.generic(method, UNDO).status_code == 303
    assert statuses() == ["pending", "published"]


def test_what_is_beyond_the_section_now_stays(waiting, post, ana, browser, newsroom):
    other = make_post(newsroom, "Another one")
    inside = make_comment(other, status=PENDING)
    for comment in (inside, *waiting):
        decide(browser, comment, Action.APPROVE)
    give_section(ana, other)
    assert [each["comment"] for each in take_back(browser)["undone"]] == [inside.pk]
    nothing = {"undone": [], "sentence": "There is nothing to take back."}
    assert take_back(browser) == nothing
    assert statuses() == ["pending", "published", "published"]
