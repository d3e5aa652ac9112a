from datetime import timedelta

import pytest

from comments import moderation, own_comment
from comments.models import BodyFormat, CommentVersion, ModerationEvent, VersionState
from comments.moderation import StaleDecision
from comments.own_comment import EditRefused
from comments.states import Action, CommentStatus
from tests.comments.factories import SAID_AT, make_comment, make_ruling, make_submission
from tests.comments.reader import publish_what_is_clean

SOON = SAID_AT + timedelta(minutes=5)


def revise(comment, body="Other words", **fields):
    sent = make_submission(
        comment.page, body, **{"key": "", "sent_at": SOON, "revises": comment.pk} | fields
    )
    own_comment.revise(sent, page=comment.page.specific)


def states_of_versions(comment):
    return list(comment.versions.values_list("state", flat=True))


@pytest.mark.parametrize("status", [CommentStatus.PENDING, CommentStatus.SPAM])
def test_what_is_held_may_be_changed_at_any_time_and_binned_reads_as_held(post, status):
    comment = make_comment(post, status=status)
    assert own_comment.may_be_edited(comment, now=SAID_AT + timedelta(days=30))


@pytest.mark.parametrize("status", [CommentStatus.REMOVED, CommentStatus.TRASHED])
def test_what_was_taken_down_may_not(post, status):
    assert not own_comment.may_be_edited(make_comment(post, status=status), now=SOON)


def test_an_imported_comment_has_no_author_here(post):
    comment = make_comment(post, body_format=BodyFormat.HTML)
    assert not own_comment.may_be_edited(comment, now=SOON)


def test_a_held_comment_says_the_new_words_and_stays_held(newsroom, post):
    publish_what_is_clean(newsroom)
    comment = make_comment(post, status=CommentStatus.PENDING)
    revise(comment)
    comment.refresh_from_db()
    assert (comment.body, comment.status) == ("Other words", CommentStatus.PENDING)
    assert states_of_versions(comment) == [VersionState.REPLACED]


def test_a_doubtful_edit_waits_while_the_earlier_words_show(newsroom, post):
    publish_what_is_clean(newsroom)
    comment = make_comment(post)
    revise(comment, "Buy https://pills.example now")
    comment.refresh_from_db()
    assert comment.body == "I will come."
    assert states_of_versions(comment) == [VersionState.WAITING]


def test_an_edit_runs_every_check_again(newsroom, post):
    publish_what_is_clean(newsroom)
    comment = make_comment(post)
    revise(comment, "His number is A 123 456 789")
    version = CommentVersion.objects.get(state=VersionState.WAITING)
    assert version.evidence == [{"sign": "personal_data", "detail": "a_number"}]


def test_an_approved_comment_makes_its_writer_no_exception(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    moderation.approve(comment.pk, make_ruling(comment, moderator))
    comment.refresh_from_db()
    revise(comment)
    assert states_of_versions(comment) == [VersionState.WAITING]


def test_a_moderator_who_read_the_earlier_words_decides_on_stale_ones(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    ruling = make_ruling(comment, moderator)
    revise(comment)
    with pytest.raises(StaleDecision):
        moderation.approve(comment.pk, ruling)


def test_words_that_wait_give_way_to_later_ones(newsroom, post):
    publish_what_is_clean(newsroom)
    comment = make_comment(post)
    revise(comment, "His number is A 123 456 789")
    revise(comment, "Other words after all")
    comment.refresh_from_db()
    assert comment.body == "Other words after all"
    assert states_of_versions(comment) == [VersionState.REPLACED, VersionState.REPLACED]


def test_words_that_wait_give_way_to_later_ones_of_a_held_comment(newsroom, post, moderator):
    publish_what_is_clean(newsroom)
    comment = make_comment(post)
    revise(comment, "His number is A 123 456 789")
    moderation.hold(comment.pk, make_ruling(comment, moderator))
    revise(comment)
    comment.refresh_from_db()
    assert comment.body == "Other words"
    assert states_of_versions(comment) == [VersionState.REPLACED, VersionState.REPLACED]


def test_an_edit_in_the_log_leaves_the_comment_where_it_stands(post):
    comment = make_comment(post)
    revise(comment)
    event = ModerationEvent.objects.latest("pk")
    assert (event.action, event.actor) == (Action.EDIT, None)
    assert event.from_status == event.to_status == CommentStatus.PUBLISHED


def test_too_late_stores_nothing(post):
    comment = make_comment(post)
    with pytest.raises(EditRefused):
        revise(comment, sent_at=SAID_AT + timedelta(minutes=15))
    assert not CommentVersion.objects.exists()


def test_binned_words_that_become_clean_wait_for_a_person(newsroom, post):
    publish_what_is_clean(newsroom)
    comment = make_comment(post, status=CommentStatus.SPAM)
    revise(comment)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PENDING
    edit = comment.events.latest("pk")
    assert (edit.action, edit.from_status) == (Action.EDIT, CommentStatus.SPAM)
