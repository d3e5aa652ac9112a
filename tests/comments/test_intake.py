import pytest
from django.db import IntegrityError

from comments import intake, rendering
from comments.guards import SubmissionRefused
from comments.models import Comment, CommentSettings, ModerationEvent, ModerationMode, Thread
from comments.states import Action, CommentStatus, Reason
from tests.comments.factories import SAID_AT, make_comment, make_sender, make_submission


def publish_what_is_clean(newsroom):
    settings = CommentSettings.for_site(newsroom.site)
    settings.moderation = ModerationMode.HOLD_DOUBTFUL
    settings.save()


def test_a_strangers_comment_is_stored_and_held(post):
    comment = intake.submit_comment(make_submission(post), page=post)
    assert comment.status == CommentStatus.PENDING
    assert comment.created_at == SAID_AT


def test_the_words_are_rendered_once_and_stored(post):
    comment = intake.submit_comment(make_submission(post, "Come *early*"), page=post)
    assert comment.body == "Come *early*"
    assert comment.body_html.strip() == "<p>Come <em>early</em></p>"
    assert comment.pipeline_version == rendering.PIPELINE_VERSION


def test_the_log_begins_with_the_submission_and_its_reason(post):
    comment = intake.submit_comment(make_submission(post), page=post)
    event = ModerationEvent.objects.get()
    assert (event.comment, event.action, event.from_status) == (comment, Action.SUBMIT, "")
    assert (event.to_status, event.reason) == (CommentStatus.PENDING, Reason.FIRST_COMMENT)
    assert event.actor is None


def test_the_thread_gets_a_new_version(post):
    intake.submit_comment(make_submission(post), page=post)
    assert Thread.objects.get(page=post).version == 1


def test_the_same_form_sent_twice_makes_one_comment(post):
    first = intake.submit_comment(make_submission(post), page=post)
    second = intake.submit_comment(make_submission(post), page=post)
    assert first == second
    assert Comment.objects.count() == ModerationEvent.objects.count() == 1


def test_two_copies_at_the_same_moment_make_one_comment(post, monkeypatch):
    first = intake.submit_comment(make_submission(post), page=post)
    answers = iter([None, first])
    monkeypatch.setattr(intake, "_made_before", lambda submission: next(answers))
    assert intake.submit_comment(make_submission(post), page=post) == first
    assert Comment.objects.count() == 1


def test_another_broken_constraint_is_not_mistaken_for_a_copy(post, monkeypatch):
    intake.submit_comment(make_submission(post), page=post)
    monkeypatch.setattr(intake, "_made_before", lambda submission: None)
    with pytest.raises(IntegrityError):
        intake.submit_comment(make_submission(post), page=post)


def test_a_refused_comment_stores_nothing(post):
    post.comments_open = False
    with pytest.raises(SubmissionRefused):
        intake.submit_comment(make_submission(post), page=post)
    assert not Comment.objects.exists()
    assert not ModerationEvent.objects.exists()


def test_a_clean_comment_appears_at_once_where_the_owner_allows_it(newsroom, post):
    publish_what_is_clean(newsroom)
    comment = intake.submit_comment(make_submission(post), page=post)
    assert comment.status == CommentStatus.PUBLISHED


def test_an_unproven_origin_is_held_even_there(newsroom, post):
    publish_what_is_clean(newsroom)
    unproven = make_submission(post, sender=make_sender(is_origin_proven=False))
    comment = intake.submit_comment(unproven, page=post)
    assert comment.status == CommentStatus.PENDING


def test_a_comment_that_cannot_be_rendered_is_held_and_shows_as_escaped_text(
    newsroom, post, monkeypatch, caplog
):
    publish_what_is_clean(newsroom)
    monkeypatch.setattr("comments.rendering.pipeline.parse", lambda text: 1 / 0)
    comment = intake.submit_comment(make_submission(post, "a <b> c"), page=post)
    assert comment.status == CommentStatus.PENDING
    assert "a &lt;b&gt; c" in comment.body_html


def test_the_words_of_an_earlier_comment_are_evidence(post):
    words = "Call the sheriff about the contract with the jail!"
    first = intake.submit_comment(make_submission(post, words, key="1"), page=post)
    again = intake.submit_comment(make_submission(post, words.upper(), key="2"), page=post)
    assert again.evidence == [{"sign": "duplicate", "detail": "1"}]
    assert again.cluster == first.cluster


def test_what_the_filter_said_is_kept_with_the_comment(post):
    words = "Please subscribe to my channel and check out my new video!"
    comment = intake.submit_comment(make_submission(post, words), page=post)
    assert comment.score > 5
    assert (comment.verdict, comment.filter_version) == ("hold", 0)


def test_a_reply_hangs_below_its_parent(post):
    parent = make_comment(post)
    reply = intake.submit_comment(make_submission(post, parent_id=parent.pk), page=post)
    assert reply.parent == parent


def test_only_a_digest_of_the_receipts_secret_is_stored(post):
    comment = intake.submit_comment(make_submission(post), page=post)
    secret = intake.receipts.secret_for("key-of-one-form")
    assert intake.receipts.find(secret) == comment
    assert comment.receipt_digest != secret


def test_the_outside_is_told_after_the_commit(
    post, monkeypatch, django_capture_on_commit_callbacks
):
    told = []
    monkeypatch.setattr(intake.effects, "wake", told.append)
    with django_capture_on_commit_callbacks(execute=True):
        intake.submit_comment(make_submission(post), page=post)
        assert told == []
    assert [event.action for event in told] == [Action.SUBMIT]


@pytest.mark.parametrize("change", [{"body": "Other words."}, {"author_name": "Bea"}])
def test_a_form_that_comes_back_with_other_words_is_refused_not_swallowed(post, change):
    intake.submit_comment(make_submission(post), page=post)
    with pytest.raises(SubmissionRefused):
        intake.submit_comment(make_submission(post, **change), page=post)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"body": "Look at evil-casino.com"},
        {"body": "[here](mailto:a@b.example)"},
        {"author_website": "https://evil-casino.example/"},
    ],
)
def test_whatever_becomes_a_link_is_held(newsroom, post, fields):
    publish_what_is_clean(newsroom)
    comment = intake.submit_comment(make_submission(post, **fields), page=post)
    assert "<a " in comment.body_html or comment.author_website
    signs = {row["sign"] for row in comment.evidence}
    assert comment.status == CommentStatus.PENDING
    assert signs & {"new_host", "personal_data"}


def answer(comment, user, words="We will *all* be there."):
    return intake.answer_as_staff(words, to=comment, signed="The newsroom", user=user)


def test_an_answer_of_the_staff_is_published_at_once_below_what_it_answers(post, moderator):
    top = make_comment(post)
    answered = make_comment(post, parent=top)
    staff = answer(answered, moderator)
    assert (staff.status, staff.staff_author) == (CommentStatus.PUBLISHED, moderator)
    assert (staff.parent, staff.root, staff.author_name) == (answered, top, "The newsroom")
    assert staff.body_html.strip() == "<p>We will <em>all</em> be there.</p>"
    assert staff.events.get().actor == moderator
    assert answer(top, moderator).root == top


def test_an_answer_to_what_was_just_taken_down_is_refused(post, moderator):
    comment = make_comment(post)
    Comment.objects.filter(pk=comment.pk).update(status=CommentStatus.PENDING)
    with pytest.raises(intake.AnswerRefused):
        answer(comment, moderator)


def test_without_a_key_of_the_day_nothing_is_remembered_of_a_sender(post):
    sent = make_submission(post, sender=make_sender(key=""))
    assert not hasattr(intake.submit_comment(sent, page=post), "sender_key")
    sent = make_submission(post, key="another form")
    assert intake.submit_comment(sent, page=post).sender_key.key == "key-of-a-sender"
