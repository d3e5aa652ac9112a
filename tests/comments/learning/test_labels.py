import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments import effects, erasure, moderation
from comments.learning import labels
from comments.models import BodyFormat, LinkedHost, SpamFilter, SpamLabel, SpamModel
from comments.own_comment import revise
from comments.spam.features import VERSION, featurise
from comments.spam.reading import read
from comments.states import Action, CommentStatus
from comments.wordings import propose
from tests.comments.factories import SAID_AT, make_comment, make_submission, make_user
from tests.comments.learning.deciding import decide
from tests.comments.reader import publish_what_is_clean
from tests.comments.test_wordings import words


def label_of(comment):
    return SpamLabel.objects.filter(comment=comment).first()


def is_spam(comment):
    """What was learned of a comment: None for nothing."""
    label = label_of(comment)
    return label and label.is_spam


def changes():
    return SpamFilter.current().labels_changed


@pytest.fixture
def waiting(post):
    return make_comment(post, status=CommentStatus.PENDING)


@pytest.mark.parametrize(
    ("action", "learned"),
    [
        (Action.APPROVE, False),
        (Action.MARK_SPAM, True),
        (Action.REMOVE, None),
        (Action.TRASH, None),
    ],
)
def test_a_decision_teaches_what_it_says(waiting, moderator, action, learned):
    decide(waiting, action, moderator)
    assert (is_spam(waiting), changes()) == (learned, int(learned is not None))


def test_nothing_is_learned_from_what_nobody_decided(post):
    for status in (CommentStatus.PUBLISHED, CommentStatus.SPAM):
        effects.record(make_comment(post, status=status).events.get())
    assert not SpamLabel.objects.exists()


def test_the_last_decision_counts(waiting, moderator):
    decide(waiting, Action.APPROVE, moderator)
    decide(waiting, Action.MARK_SPAM, moderator)
    assert (is_spam(waiting), changes()) == (True, 2)


def test_what_is_held_again_is_unlearned(waiting, moderator):
    decide(waiting, Action.APPROVE, moderator)
    decide(waiting, Action.HOLD, moderator)
    assert (is_spam(waiting), changes()) == (None, 2)


def test_what_readers_reports_hold_stays_learned(waiting, moderator):
    decide(waiting, Action.APPROVE, moderator)
    moderation.hold_reported(waiting.pk)
    decide(waiting, Action.TRASH, moderator)
    assert is_spam(waiting) is None
    moderation.undo(waiting.events.latest("pk").pk, moderator=moderator)
    assert is_spam(waiting) is False


def test_an_undone_decision_is_unlearned(waiting, moderator):
    event = decide(waiting, Action.APPROVE, moderator)
    moderation.undo(event.pk, moderator=moderator)
    assert (is_spam(waiting), changes()) == (None, 2)


def test_an_undo_brings_back_what_the_decision_before_it_taught(waiting, moderator):
    decide(waiting, Action.MARK_SPAM, moderator)
    event = decide(waiting, Action.APPROVE, moderator)
    moderation.undo(event.pk, moderator=moderator)
    assert is_spam(waiting) is True


def test_the_bin_confirmed_is_spam(post, moderator):
    comment = make_comment(post, status=CommentStatus.SPAM)
    event = decide(comment, Action.CONFIRM_SPAM, moderator)
    assert is_spam(comment) is True
    moderation.undo(event.pk, moderator=moderator)
    assert is_spam(comment) is None


def test_what_goes_back_from_trash_to_the_bin_was_not_called_spam_by_anybody(post, moderator):
    comment = make_comment(post, status=CommentStatus.SPAM)
    decide(comment, Action.TRASH, moderator)
    decide(comment, Action.RESTORE, moderator)
    assert (comment.events.latest("pk").to_status, is_spam(comment)) == (CommentStatus.SPAM, None)


def test_what_is_restored_to_the_page_is_honest(waiting, moderator):
    decide(waiting, Action.APPROVE, moderator)
    decide(waiting, Action.REMOVE, moderator)
    decide(waiting, Action.RESTORE, moderator)
    assert is_spam(waiting) is False


def test_an_accepted_edit_teaches_the_new_words(post, moderator):
    comment = make_comment(post, "Old")
    propose(comment, words("See https://court.example/hearing"), at=SAID_AT)
    decide(comment, Action.ACCEPT_EDIT, moderator)
    assert is_spam(comment) is False
    assert [row.host for row in label_of(comment).hosts.all()] == ["court.example"]


def test_a_refused_edit_leaves_what_was_learned(waiting, moderator):
    decide(waiting, Action.APPROVE, moderator)
    propose(waiting, words("Cheap pills"), at=SAID_AT)
    decide(waiting, Action.REFUSE_EDIT, moderator)
    assert (is_spam(waiting), changes()) == (False, 1)


def test_a_decision_on_earlier_words_does_not_come_back_for_later_ones(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    decide(comment, Action.APPROVE, moderator)
    decide(comment, Action.HOLD, moderator)
    revise(make_submission(post, "Cheap pills", revises=comment.pk), page=post)
    event = decide(comment, Action.TRASH, moderator)
    moderation.undo(event.pk, moderator=moderator)
    assert is_spam(comment) is None


def test_the_staffs_own_words_teach_nothing(post, moderator):
    comment = make_comment(post, staff_author=make_user("press"))
    decide(comment, Action.MARK_SPAM, moderator)
    assert is_spam(comment) is None


def test_imported_words_teach_nothing(post, moderator):
    comment = make_comment(post, body_format=BodyFormat.HTML)
    decide(comment, Action.MARK_SPAM, moderator)
    assert is_spam(comment) is None


@pytest.mark.parametrize("keeps_name", [True, False])
def test_what_its_author_takes_back_is_unlearned(waiting, moderator, keeps_name):
    decide(waiting, Action.APPROVE, moderator)
    moderation.withdraw(waiting.pk, keeps_name=keeps_name)
    assert (is_spam(waiting), changes()) == (None, 2)


def test_what_is_erased_with_its_post_is_unlearned(post, moderator):
    for _ in range(2):
        decide(make_comment(post, status=CommentStatus.PENDING), Action.APPROVE, moderator)
    make_comment(post)
    erasure.delete_with_comments(post, administrator=moderator, expected_count=3)
    assert (SpamLabel.objects.count(), changes()) == (0, 4)


def test_a_label_holds_what_the_filter_had_said(post, moderator):
    version = SpamModel.objects.create(
        weights=b"", spam_labels=0, honest_labels=0, figures={}, was_refused=False
    )
    comment = make_comment(
        post, status=CommentStatus.PENDING, verdict="hold", score=1.5, filter_version=version.pk
    )
    event = decide(comment, Action.APPROVE, moderator)
    label = label_of(comment)
    assert (label.verdict, label.score, label.model) == ("hold", 1.5, version)
    assert (label.moderator, label.decided_at) == (moderator, event.created_at)


def test_a_version_that_is_gone_costs_no_decision(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING, filter_version=12345)
    decide(comment, Action.APPROVE, moderator)
    connection.check_constraints()
    assert label_of(comment).model is None


def test_a_label_holds_features_and_no_words(post, moderator):
    comment = make_comment(post, "Unmistakable words", status=CommentStatus.PENDING)
    decide(comment, Action.MARK_SPAM, moderator)
    label = label_of(comment)
    assert b"nmistak" not in bytes(label.features)
    expected, found = featurise(read("Unmistakable words")), labels.unpack(bytes(label.features))
    assert list(found.index) == list(expected.index)
    assert list(found.value) == pytest.approx(list(expected.value), rel=1e-3)
    assert label.featuriser == VERSION


def test_a_label_knows_the_hosts_of_the_words_and_of_the_name(post, moderator):
    comment = make_comment(
        post,
        "Read https://www.paper.example/a and https://paper.example/b",
        author_website="https://me.example/",
        status=CommentStatus.PENDING,
    )
    decide(comment, Action.APPROVE, moderator)
    decide(comment, Action.MARK_SPAM, moderator)
    hosts = LinkedHost.objects.filter(label__comment=comment).values_list("host", flat=True)
    assert sorted(hosts) == ["me.example", "paper.example"]


@pytest.mark.parametrize("data", [b"", b"nonsense", labels.zlib.compress(b"\xff" * 6)])
def test_bytes_that_are_no_features_are_refused(data):
    with pytest.raises(ValueError, match="features"):
        labels.unpack(data)


def test_a_text_without_features_is_packed_too():
    nothing = featurise(read(""))
    assert len(labels.unpack(labels.pack(nothing)).index) == len(nothing.index)


def test_a_filter_that_cannot_learn_costs_no_decision(waiting, moderator, monkeypatch, caplog):
    monkeypatch.setattr(labels, "featurise", lambda reading: 1 / 0)
    decide(waiting, Action.MARK_SPAM, moderator)
    waiting.refresh_from_db()
    assert (waiting.status, is_spam(waiting), changes()) == (CommentStatus.SPAM, None, 0)
    assert "did not follow" in caplog.text


def test_learning_from_a_decision_takes_five_queries(waiting, moderator):
    SpamFilter.objects.create(pk=1)
    event = decide(waiting, Action.APPROVE, moderator)
    SpamLabel.objects.all().delete()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        labels.settle(event)
    assert len(asked) == 5


def test_what_is_only_sent_asks_nothing(post):
    event = make_comment(post).events.get()
    with CaptureQueriesContext(connection) as asked:
        labels.settle(event)
    assert len(asked) == 0


def test_an_approval_of_other_words_than_those_that_stand_is_unlearned(newsroom, post, moderator):
    publish_what_is_clean(newsroom)
    comment = make_comment(post, "I will come to the hearing.", status=CommentStatus.PENDING)
    decide(comment, Action.APPROVE, moderator)
    other = make_submission(post, "We will come to the hearing.", revises=comment.pk)
    revise(other, page=post)
    comment.refresh_from_db()
    assert (comment.body, comment.status) == (other.body, CommentStatus.PUBLISHED)
    assert (is_spam(comment), changes()) == (None, 2)


def test_words_that_wait_for_a_moderator_leave_what_was_learned(post, moderator):
    comment = make_comment(post, "I will come to the hearing.", status=CommentStatus.PENDING)
    decide(comment, Action.APPROVE, moderator)
    revise(make_submission(post, "Cheap pills", revises=comment.pk), page=post)
    comment.refresh_from_db()
    assert comment.body == "I will come to the hearing."
    assert (is_spam(comment), changes()) == (False, 1)


def test_the_staffs_own_words_teach_nothing_once_the_account_is_gone(post, moderator):
    press = make_user("press")
    comment = make_comment(post, staff_author=press)
    press.delete()
    comment.refresh_from_db()
    decide(comment, Action.MARK_SPAM, moderator)
    assert is_spam(comment) is None


def test_spam_that_comes_back_from_the_trash_is_spam_again(waiting, moderator):
    for action in (Action.MARK_SPAM, Action.TRASH):
        decide(waiting, action, moderator)
    assert is_spam(waiting) is None
    decide(waiting, Action.RESTORE, moderator)
    assert is_spam(waiting) is True


def test_what_nobody_called_spam_teaches_nothing_when_it_comes_back(post, moderator):
    binned = make_comment(post, status=CommentStatus.SPAM)
    for action in (Action.TRASH, Action.RESTORE):
        decide(binned, action, moderator)
    assert is_spam(binned) is None
