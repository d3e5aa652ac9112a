from datetime import timedelta

from comments.models import Comment, SpamCheck, SpamLabel
from comments.moderation_queue.checked import is_to_check, to_check
from comments.states import Action, CommentStatus
from tests.comments.factories import SAID_AT, make_comment
from tests.comments.moderation_queue.desk import decide, read_queue


def drawn(post, *, days=0, **fields):
    comment = make_comment(post, **fields)
    SpamCheck.objects.create(comment=comment, drawn_at=SAID_AT + timedelta(days=days))
    return comment


def label(comment):
    SpamLabel.objects.create(comment=comment, is_spam=False, features=b"", featuriser=1, score=0.0)


def test_what_was_drawn_and_not_judged_is_to_check_the_first_drawn_first(post):
    second, first = drawn(post, days=2), drawn(post, days=1, status=CommentStatus.SPAM)
    label(drawn(post))
    make_comment(post)
    assert list(to_check(Comment.objects.all()).order_by("drawn_at")) == [first, second]
    told = Comment.objects.annotate(told=is_to_check()).filter(told=True)
    assert set(told) == {first, second}


def test_only_the_comments_that_are_asked_for_are_listed(post):
    drawn(post)
    assert not to_check(Comment.objects.filter(status=CommentStatus.SPAM))


def test_a_published_one_looks_right_and_is_checked(post, browser):
    comment = drawn(post)
    html = read_queue(browser, status="check")
    assert "does it look right?" in html
    assert ">Looks right</button>" in html
    assert decide(browser, comment, Action.KEEP).status_code == 303
    assert comment.events.latest("pk").action == Action.KEEP
    assert ">Looks right</button>" not in read_queue(browser, status="check")


def test_a_published_one_is_spam_after_all(post, browser):
    comment = drawn(post)
    decide(browser, comment, Action.MARK_SPAM)
    assert not to_check(Comment.objects.all())
    assert SpamLabel.objects.get().is_spam


def test_a_binned_one_is_confirmed_or_approved(post, browser):
    spam, honest = (drawn(post, status=CommentStatus.SPAM) for _ in range(2))
    html = read_queue(browser, status="check")
    assert "is it spam?" in html
    assert ">Confirm spam</button>" in html
    decide(browser, spam, Action.CONFIRM_SPAM)
    decide(browser, honest, Action.APPROVE)
    assert not to_check(Comment.objects.all())
    assert SpamLabel.objects.get(comment=spam).is_spam
    assert not SpamLabel.objects.get(comment=honest).is_spam
