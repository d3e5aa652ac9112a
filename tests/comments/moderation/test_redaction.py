import pytest

from comments import moderation, rendering, spam_context
from comments.models import (
    Comment,
    ModerationEvent,
    VersionState,
)
from comments.moderation import Blackout, NothingToRedact, StaleDecision, StillSaid, redaction
from comments.moderation.blackening import BLACK
from comments.states import Action, CommentStatus
from tests.comments.factories import SAID_AT, make_comment, make_ruling
from tests.comments.moderation.redacting import BODY, PHONE, keep_version, redact


def test_the_words_are_black_in_body_and_html(post, moderator):
    comment = make_comment(post, BODY)
    event = redact(comment, moderator)
    assert comment.body == BODY.replace("555-0134", BLACK)
    assert comment.body_html == rendering.to_html(comment.body)
    assert comment.body_digest == spam_context.body_digest(comment.body)
    assert (event.action, event.from_status, event.to_status) == (
        Action.REDACT,
        CommentStatus.PUBLISHED,
        CommentStatus.PUBLISHED,
    )


@pytest.mark.parametrize("status", CommentStatus)
def test_a_comment_stays_where_it_stands(post, moderator, status):
    comment = make_comment(post, BODY, status=status)
    before = comment.removed_by
    redact(comment, moderator)
    assert (comment.status, comment.removed_by) == (status, before)


def test_the_name_goes_only_when_that_is_asked_for(post, moderator):
    comment = make_comment(post, "I am Ana Ruiz.", author_name="Ana Ruiz")
    redact(comment, moderator, Blackout(words=("Ana Ruiz",)))
    assert comment.author_name == "Ana Ruiz"
    redact(comment, moderator, Blackout(words=("Ana Ruiz",), with_name=True))
    assert comment.author_name == BLACK


def test_a_name_that_grows_still_fits(post, moderator):
    comment = make_comment(post, author_name="ab " * 26)
    redact(comment, moderator, Blackout(words=("ab",), with_name=True))
    assert len(comment.author_name) <= 80
    comment.full_clean(exclude=["receipt_digest", "author_email"])


def test_a_website_with_the_words_leads_nowhere_any_more(post, moderator):
    comment = make_comment(post, author_website="https://x.example/5550134")
    redact(comment, moderator)
    assert comment.author_website == ""


@pytest.mark.parametrize(("address", "left"), [("555-0134@x.example", ""), ("a@x.example",) * 2])
def test_an_address_of_mail_with_the_words_goes(post, moderator, address, left):
    comment = make_comment(post, BODY, author_email=address)
    redact(comment, moderator)
    assert comment.author_email == left


def test_words_that_are_not_there_change_nothing(post, moderator):
    comment = make_comment(post, BODY)
    with pytest.raises(NothingToRedact):
        redact(comment, moderator, Blackout(words=("elsewhere",)))
    assert ModerationEvent.objects.count() == 1


@pytest.mark.parametrize("part", ["_redacted", "_blacken_versions"])
def test_what_would_still_say_it_is_refused_and_nothing_is_changed(
    post, moderator, monkeypatch, part
):
    """No spelling is known that gets by; the words are looked for all the same."""
    comment = make_comment(post, BODY)
    if part == "_blacken_versions":
        comment.versions.create(
            state=VersionState.REPLACED,
            body="x",
            body_html="x 555-0134",
            written_at=SAID_AT,
            settled_at=SAID_AT,
        )
    render = rendering.to_html
    monkeypatch.setattr(
        rendering,
        "to_html",
        lambda text: render("555-0134") if text == "x" or part == "_redacted" else render(text),
    )
    with pytest.raises(StillSaid):
        redact(comment, moderator)
    comment.refresh_from_db()
    assert comment.body == BODY
    assert ModerationEvent.objects.count() == 1


def test_a_stale_redaction_is_refused(post, moderator):
    comment = make_comment(post, BODY)
    ruling = make_ruling(comment, moderator)
    moderation.hold(comment.pk, ruling)
    with pytest.raises(StaleDecision):
        moderation.redact(comment.pk, ruling, PHONE)
    assert Comment.objects.get().body == BODY


def test_nobody_can_undo_it(post, moderator):
    comment = make_comment(post, BODY)
    event = redact(comment, moderator)
    with pytest.raises(moderation.TransitionNotAllowed):
        moderation.undo(event.pk, moderator=moderator)


def test_redacting_and_approving_is_two_acts_or_none(post, moderator):
    comment = make_comment(post, BODY, status=CommentStatus.PENDING)
    event = moderation.redact_and_approve(comment.pk, make_ruling(comment, moderator), PHONE)
    comment.refresh_from_db()
    assert (event.action, comment.status) == (Action.APPROVE, CommentStatus.PUBLISHED)
    actions = list(comment.events.order_by("pk").values_list("action", flat=True))
    assert actions == [Action.SUBMIT, Action.REDACT, Action.APPROVE]
    assert BLACK in comment.body


def test_neither_happens_when_it_cannot_be_approved(post, moderator):
    comment = make_comment(post, BODY)
    with pytest.raises(moderation.TransitionNotAllowed):
        moderation.redact_and_approve(comment.pk, make_ruling(comment, moderator), PHONE)
    comment.refresh_from_db()
    assert comment.body == BODY
    assert comment.events.count() == 1


def test_the_approval_can_be_undone_and_the_words_stay_away(post, moderator):
    comment = make_comment(post, BODY, status=CommentStatus.PENDING)
    event = moderation.redact_and_approve(comment.pk, make_ruling(comment, moderator), PHONE)
    moderation.undo(event.pk, moderator=moderator)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PENDING
    assert BLACK in comment.body


def test_what_its_author_is_told_stands_beside_the_event(post, moderator):
    event = redact(make_comment(post, BODY), moderator, explanation="A telephone number.")
    assert event.explanation.words == "A telephone number."


def test_a_preview_writes_nothing(post):
    comment = make_comment(post, BODY)
    said = moderation.redacted(comment, PHONE)
    assert said.hits == 1
    assert BLACK in said.body_html
    assert not moderation.still_says(said, PHONE)
    assert Comment.objects.get().body == BODY


def test_staying_words_are_seen(post):
    said = redaction.Redacted("", "<p>5<em>55</em>-0134</p>", 1)
    assert moderation.still_says(said, PHONE)


def test_places_beside_the_words_are_counted(post):
    comment = make_comment(post, BODY, author_name="555-0134", author_website="https://x.example/")
    keep_version(comment, "My number is 555-0134.")
    assert redaction.hits_elsewhere(comment, PHONE) == 1
    assert redaction.hits_elsewhere(comment, Blackout(words=("555-0134",), with_name=True)) == 2
