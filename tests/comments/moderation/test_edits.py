import pytest

from comments import moderation
from comments.models import VersionState
from comments.moderation import StaleDecision, TransitionNotAllowed
from comments.states import Action, CommentStatus
from comments.wordings import propose
from tests.comments.factories import SAID_AT, make_comment, make_ruling
from tests.comments.test_wordings import words


@pytest.fixture
def comment(post):
    comment = make_comment(post)
    propose(comment, words(), at=SAID_AT)
    return comment


def test_an_accepted_edit_shows_and_the_earlier_words_are_kept(comment, moderator):
    event = moderation.accept_edit(comment.pk, make_ruling(comment, moderator))
    comment.refresh_from_db()
    assert (comment.body, comment.status) == ("Other words", CommentStatus.PUBLISHED)
    assert [version.body for version in comment.versions.all()] == ["I will come."]
    assert (event.action, event.actor) == (Action.ACCEPT_EDIT, moderator)


def test_a_refused_edit_leaves_the_earlier_words(comment, moderator):
    moderation.refuse_edit(comment.pk, make_ruling(comment, moderator))
    comment.refresh_from_db()
    assert comment.body == "I will come."
    assert comment.versions.get().state == VersionState.REFUSED


@pytest.mark.parametrize("act", [moderation.accept_edit, moderation.refuse_edit])
def test_without_an_edit_there_is_nothing_to_decide(post, moderator, act):
    comment = make_comment(post)
    with pytest.raises(TransitionNotAllowed):
        act(comment.pk, make_ruling(comment, moderator))
    assert comment.events.count() == 1


def test_a_stale_decision_on_an_edit_is_refused(comment, moderator):
    ruling = make_ruling(comment, moderator)
    moderation.hold(comment.pk, ruling)
    with pytest.raises(StaleDecision):
        moderation.accept_edit(comment.pk, ruling)


def test_a_decision_on_an_edit_is_not_undone(comment, moderator):
    event = moderation.accept_edit(comment.pk, make_ruling(comment, moderator))
    with pytest.raises(TransitionNotAllowed):
        moderation.undo(event.pk, moderator=moderator)
