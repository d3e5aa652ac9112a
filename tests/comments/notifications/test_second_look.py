"""Who asked to be told of decisions is told of the second one, too, once and at once."""

import pytest
from django.utils import timezone

from comments import receipts, rulebook
from comments.models import AppealState, Frequency, Notice, Topic
from comments.notifications import dispatch_due
from tests.comments.appellant import answer, make_appeal, make_judge, sent, take_away
from tests.comments.notifications.people import ADDRESS, make_subscription, posted

KEY = "k" * 64


@pytest.fixture(autouse=True)
def mail_is_sent(settings):
    settings.HAS_MAIL = True


@pytest.fixture
def ben(newsroom):
    return make_judge("ben")


@pytest.fixture
def comment(post, clock):
    digest = receipts.digest(receipts.secret_for(KEY))
    return sent(post, submission_key=KEY, receipt_digest=digest)


@pytest.fixture
def appeal(comment, moderator):
    take_away(comment, "mark_spam", moderator)
    return make_appeal(comment, "My words.")


def wish(comment, topic=Topic.DECISION, **fields):
    return make_subscription(comment.page, topic, comment=comment, **fields)


def tell_everything_due(clock):
    clock.shift(24 * 3600)
    dispatch_due()


@pytest.mark.parametrize("outcome", [AppealState.UPHELD, AppealState.REVERSED, AppealState.VARIED])
def test_the_author_is_told_of_every_outcome_once_and_at_once(comment, appeal, ben, clock, outcome):
    wish(comment)
    answer(appeal, outcome, ben, words="Theirs.", rule=rulebook.find("abuse"))
    [mail] = posted()
    assert (mail.recipient, mail.due_at) == (ADDRESS, timezone.now())
    assert mail.subject == "A moderator has looked at your comment again"
    tell_everything_due(clock)
    assert posted() == [mail]


def test_the_mail_leads_to_the_receipt_and_holds_no_word(comment, appeal, ben):
    wish(comment)
    answer(appeal, AppealState.UPHELD, ben, words="Theirs.")
    [mail] = posted()
    assert f"/comments/receipt/{receipts.secret_for(KEY)}/" in mail.text
    for words in ("My words", "Theirs", comment.body, comment.author_name, "spam", ben.username):
        assert words not in mail.text + mail.subject


def test_a_mail_in_spanish_is_in_spanish_from_end_to_end(comment, appeal, ben):
    wish(comment, language="es")
    answer(appeal, AppealState.UPHELD, ben, words="No.")
    assert "Usted pidió este aviso." in posted()[0].text


@pytest.mark.parametrize(
    "fields",
    [{"confirmed_at": None}, {"frequency": Frequency.NEVER}, {"topic": Topic.REPLIES}],
)
def test_nobody_else_is_told(comment, appeal, ben, fields):
    wish(comment, **fields)
    answer(appeal, AppealState.UPHELD, ben, words="No.")
    assert posted() == []


def test_without_mail_nothing_is_written(comment, appeal, ben, settings):
    settings.HAS_MAIL = False
    wish(comment)
    answer(appeal, AppealState.UPHELD, ben, words="No.")
    assert posted() == []


def test_what_was_still_to_be_told_of_the_first_decision_is_not(comment, moderator, ben, clock):
    subscription = wish(comment)
    take_away(comment, "trash", moderator)
    assert Notice.objects.waiting().filter(subscription=subscription).exists()
    answer(make_appeal(comment), AppealState.UPHELD, ben, words="No.")
    assert not Notice.objects.waiting().filter(subscription=subscription).exists()


def test_others_are_still_told_that_it_is_published(comment, appeal, ben, post):
    follower = make_subscription(post, email="other@example.org")
    answer(appeal, AppealState.REVERSED, ben)
    assert Notice.objects.waiting().filter(subscription=follower).exists()
