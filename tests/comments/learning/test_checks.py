import random

import pytest

from comments import intake, moderation
from comments.learning import checks
from comments.models import SpamCheck
from comments.moderation import TransitionNotAllowed
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_ruling, make_user
from tests.comments.learning.deciding import decide


class Lot(random.Random):
    """A chance that always says the same."""

    def __init__(self, number):
        super().__init__()
        self.number = number

    def random(self):
        return self.number


WINS, LOSES = Lot(0.0199), Lot(0.02)


def drawn(comment, lot=WINS):
    checks.draw(comment.events.get(), chance=lot)
    return SpamCheck.objects.filter(comment=comment).exists()


@pytest.mark.parametrize(
    ("status", "may_be"),
    [
        (CommentStatus.PUBLISHED, True),
        (CommentStatus.SPAM, True),
        (CommentStatus.PENDING, False),
        (CommentStatus.TRASHED, False),
    ],
)
def test_what_was_settled_without_a_person_may_be_drawn(post, status, may_be):
    assert drawn(make_comment(post, status=status)) is may_be


def test_two_of_a_hundred_are_drawn(post):
    assert not drawn(make_comment(post), LOSES)


def test_what_the_staff_says_is_not_drawn(post, moderator):
    answered = make_comment(post)
    answer = intake.answer_as_staff("Thanks", to=answered, signed="Press", user=moderator)
    assert not drawn(answer)


def test_an_imported_comment_is_not_drawn(post):
    comment = make_comment(post)
    event = comment.events.get()
    event.action = Action.IMPORT
    checks.draw(event, chance=WINS)
    assert not checks.open_checks().exists()


def waiting(comment):
    assert checks.is_open(comment) is (comment.pk in set(open_numbers()))
    return checks.is_open(comment)


def open_numbers():
    return checks.open_checks().values_list("comment_id", flat=True)


@pytest.mark.parametrize("action", [Action.APPROVE, Action.CONFIRM_SPAM, Action.TRASH, Action.HOLD])
def test_a_decision_closes_the_check_of_what_was_binned(post, moderator, action):
    comment = make_comment(post, status=CommentStatus.SPAM)
    SpamCheck.objects.create(comment=comment)
    assert waiting(comment)
    decide(comment, action, moderator)
    assert not waiting(comment)


def test_what_its_author_takes_back_waits_for_nobody(post):
    comment = make_comment(post)
    SpamCheck.objects.create(comment=comment)
    moderation.withdraw(comment.pk, keeps_name=False)
    assert not SpamCheck.objects.exists()


def test_a_published_comment_that_was_drawn_may_be_kept(post, moderator):
    comment = make_comment(post)
    SpamCheck.objects.create(comment=comment)
    moderation.keep(comment.pk, make_ruling(comment, moderator), seen_report_id=0)
    assert (waiting(comment), comment.spam_label.is_spam) == (False, False)


def test_one_that_was_not_drawn_has_nothing_to_keep(post, moderator):
    SpamCheck.objects.create(comment=make_comment(post))
    comment = make_comment(post)
    with pytest.raises(TransitionNotAllowed):
        moderation.keep(comment.pk, make_ruling(comment, moderator), seen_report_id=0)


def test_an_undone_decision_opens_the_check_again(post, moderator):
    comment = make_comment(post, status=CommentStatus.SPAM)
    SpamCheck.objects.create(comment=comment)
    event = decide(comment, Action.CONFIRM_SPAM, moderator)
    moderation.undo(event.pk, moderator=make_user("second"))
    assert waiting(comment)
