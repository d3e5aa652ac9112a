import pytest

from comments import moderation
from comments.models import BulkJob, Comment, ModerationEvent
from comments.moderation import JointDecision, fitting, jobs
from comments.states import Action
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.staff import make_moderator


@pytest.fixture
def waiting(post):
    return [make_comment(post, status="pending") for _number in range(3)]


def newest():
    return ModerationEvent.objects.latest("pk").pk


def fitted():
    return fitting.fitted(Comment.objects.waiting(), up_to=newest())


def test_the_same_comments_have_the_same_digest_in_whatever_order():
    assert fitting.digest_of([1, 2]) == fitting.digest_of([2, 1])
    assert len({fitting.digest_of(numbers) for numbers in ([], [12], [1, 2], [1, 2, 3])}) == 4


def test_what_came_or_changed_later_is_not_in_it(post, waiting):
    looked, before = newest(), fitted()
    moderation.trash(waiting[0].pk, make_ruling(waiting[0], make_moderator()))
    make_comment(post, status="pending")
    comments = Comment.objects.all()
    assert set(fitting.as_they_were(comments, up_to=looked)) == set(waiting[1:])
    assert fitting.fitted(comments, up_to=looked) != before


def test_too_many_have_none(waiting, monkeypatch):
    monkeypatch.setattr(fitting, "MOST_COMPARED", 3)
    assert fitted() == fitting.digest_of(comment.pk for comment in waiting)
    monkeypatch.setattr(fitting, "MOST_COMPARED", 2)
    assert fitted() == ""


def test_where_others_fit_than_before_nothing_begins(post, waiting):
    before, hidden = fitted(), make_comment(post, status="spam")
    Comment.objects.filter(pk=hidden.pk).update(status="pending")
    decision = JointDecision(action=Action.TRASH, moderator=make_moderator())
    for digest in (before, ""):
        with pytest.raises(fitting.ListChanged):
            jobs.start(Comment.objects.waiting(), decision, up_to=newest(), fitted=digest)
    assert (BulkJob.objects.count(), Comment.objects.waiting().count()) == (0, 4)
    jobs.start(Comment.objects.waiting(), decision, up_to=newest(), fitted=fitted())
    assert Comment.objects.waiting().count() == 0
