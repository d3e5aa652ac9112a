import pytest

from comments.models import Comment
from comments.moderation import StaleDecision, TransitionNotAllowed
from comments.moderation.transition import Standing, transition, where_it_stands
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_ruling


def test_nobodys_decision_has_no_actor_and_is_never_stale(post):
    comment = make_comment(post, status=CommentStatus.PENDING)
    published = Standing(CommentStatus.PUBLISHED)
    event = transition(comment.pk, Action.PROVE, lambda comment: published, ruling=None)
    assert event.actor is None
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


def test_what_happens_to_the_words_alone_leaves_the_status(post):
    comment = make_comment(post)
    event = transition(comment.pk, Action.EDIT, where_it_stands, ruling=None)
    assert event.from_status == event.to_status == CommentStatus.PUBLISHED


def test_no_other_action_may_leave_the_status(post):
    comment = make_comment(post)
    with pytest.raises(TransitionNotAllowed):
        transition(comment.pk, Action.APPROVE, where_it_stands, ruling=None)


def test_a_ruling_on_what_has_changed_is_refused(post, moderator):
    comment = make_comment(post)
    ruling = make_ruling(comment, moderator)
    transition(comment.pk, Action.EDIT, where_it_stands, ruling=None)
    with pytest.raises(StaleDecision):
        transition(comment.pk, Action.EDIT, where_it_stands, ruling=ruling)
