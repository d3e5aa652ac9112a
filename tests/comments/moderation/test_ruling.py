from comments.moderation import Ruling, StaleDecision, TransitionNotAllowed
from comments.states import Reason
from tests.comments.factories import make_comment


def test_a_ruling_needs_no_reason_and_belongs_to_no_batch(moderator):
    ruling = Ruling(moderator=moderator, seen_event_id=1)
    assert (ruling.reason, ruling.batch) == (Reason.NONE, None)


def test_a_refused_decision_brings_the_comment_as_it_stands(post):
    comment = make_comment(post)
    assert TransitionNotAllowed(comment).comment == comment
    assert StaleDecision(comment, comment.events.get()).latest == comment.events.get()
