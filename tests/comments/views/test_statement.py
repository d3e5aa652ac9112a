import pytest
from django.utils import translation

from comments import moderation, rulebook
from comments.models import Comment
from comments.states import CommentStatus, Reason
from comments.views.account import account_of
from comments.views.statement import Statement
from tests.comments.factories import make_comment, make_ruling

FLAGGED = [{"sign": "personal_data", "detail": "phone"}]


def told(comment):
    return account_of(Comment.objects.get(pk=comment.pk)).statement


def remove(comment, moderator, code="privacy", **fields):
    rule = rulebook.find(code)
    ruling = make_ruling(comment, moderator, rule_version=rule, **fields)
    return moderation.remove(comment.pk, ruling)


def test_a_removal_names_its_rule_as_it_stood_then(post, moderator):
    comment = make_comment(post)
    event = remove(comment, moderator)
    rulebook.publish(event.rule_version.rule, texts={"en": ("Another title", "x")}, user=moderator)
    rule = told(comment).rule
    assert (rule.title, rule.version.number) == ("Somebody's personal data", 1)
    assert told(comment).reason == ""


def test_the_rule_is_told_in_the_language_of_the_moment(post, moderator):
    comment = make_comment(post)
    remove(comment, moderator)
    with translation.override("es"):
        assert told(comment).rule.title == "Datos personales de alguien"


def test_a_removal_by_no_rule_names_its_reason(post, moderator):
    comment = make_comment(post)
    moderation.remove(comment.pk, make_ruling(comment, moderator, reason=Reason.ABUSE))
    assert told(comment) == Statement(reason=Reason.ABUSE)


def test_the_moderators_words_are_told(post, moderator):
    comment = make_comment(post)
    remove(comment, moderator, explanation="It names a street.")
    assert told(comment).explanation == "It names a street."


@pytest.mark.parametrize("action", [moderation.trash, moderation.mark_spam])
def test_so_are_they_where_no_rule_is_named(post, moderator, action):
    comment = make_comment(post)
    action(comment.pk, make_ruling(comment, moderator, explanation="Sent five times."))
    assert told(comment) == Statement(explanation="Sent five times.")


def test_that_a_machine_had_pointed_at_it_is_told(post, moderator):
    comment = make_comment(post, evidence=FLAGGED)
    remove(comment, moderator)
    assert told(comment).was_flagged


def test_of_what_shows_nobody_is_told_what_machines_thought(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING, evidence=FLAGGED)
    moderation.approve(comment.pk, make_ruling(comment, moderator))
    assert not told(comment).was_flagged


def test_a_tombstone_back_from_trash_tells_why_it_was_removed(post, moderator):
    comment = make_comment(post)
    remove(comment, moderator)
    moderation.trash(comment.pk, make_ruling(comment, moderator))
    moderation.restore(comment.pk, make_ruling(comment, moderator))
    assert told(comment).rule.title == "Somebody's personal data"


def test_what_was_taken_back_is_told_no_more(post, moderator):
    comment = make_comment(post)
    event = remove(comment, moderator, explanation="No.")
    moderation.undo(event.pk, moderator=moderator)
    assert told(comment) == Statement()


def test_what_readers_reports_held_since_has_no_statement_of_the_approval(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    moderation.approve(comment.pk, make_ruling(comment, moderator, explanation="Welcome."))
    moderation.hold_reported(comment.pk)
    assert told(comment) == Statement()


def test_who_took_it_back_is_given_no_reasons(post, moderator):
    comment = make_comment(post)
    remove(comment, moderator, explanation="No.")
    moderation.withdraw(comment.pk, keeps_name=False)
    assert told(comment) == Statement()


def test_what_was_imported_as_removed_has_none(post):
    assert told(make_comment(post, status=CommentStatus.REMOVED)) == Statement()
    gone = make_comment(post, status=CommentStatus.REMOVED, removed_by="author")
    assert told(gone) == Statement()
