"""One appeal with all that a moderator needs to answer it."""

import re

import pytest
from django.urls import reverse

from comments import moderation, rulebook
from comments.models import Appeal, AppealState, Cluster, Comment
from comments.states import Reason
from tests.comments.appellant import answer, make_appeal, sent
from tests.comments.complainant import make_report
from tests.comments.desk.appealed import (
    LIST,
    address,
    binned_and_appealed,
    html_of,
    removed_and_appealed,
)
from tests.comments.factories import make_ruling
from tests.comments.moderation_queue.staff import make_moderator, sign_in

UPHELD, VARIED = AppealState.UPHELD, AppealState.VARIED


@pytest.fixture
def ben(newsroom):
    return make_moderator("ben", first_name="Ben", last_name="Ode")


@pytest.fixture
def browser(ben):
    """The browser of Ben, who has decided nothing yet."""
    return sign_in(ben)


@pytest.fixture
def comment(post, clock):
    return sent(post, "It was <b>quoted</b>.", author_name="José <i>")


@pytest.fixture
def appeal(comment, ana):
    return removed_and_appealed(comment, ana)


def test_an_appeal_is_shown_with_all_that_it_is_about(browser, appeal, comment):
    html = html_of(browser.get(address(appeal)))
    for said in (
        comment.body_html,
        "Ana Ruiz removed this comment",
        rulebook.text_of(rulebook.find(Reason.ABUSE), "en").title,
        "You call him &lt;names&gt;.",
        "I quote the &lt;sheriff&gt;.",
        reverse("reader_comments:history", args=[comment.pk]),
        "Answer the appeal",
    ):
        assert said in html


def test_personal_data_in_words_and_statement_is_covered(browser, post, ana, clock):
    comment = sent(
        post,
        "A 208-555-123",
        evidence=[{"sign": "personal_data", "detail": "a_number"}],
    )
    moderation.trash(comment.pk, make_ruling(comment, ana))
    html = html_of(browser.get(address(make_appeal(comment, "My A-number is A 208-555-999."))))
    assert html.count('<details class="mask">') >= 2


def test_others_that_may_get_the_same_answer_are_shown_with_what_they_say(
    browser, post, ana, clock
):
    cluster = Cluster.objects.create(sketch=b"of the words")
    first, other = [binned_and_appealed(post, ana, cluster=cluster) for _ in range(2)]
    Appeal.objects.filter(pk=other.pk).update(statement="<Mine> differs: A 208-555-999.")
    html = html_of(browser.get(address(first)))
    assert f'href="{address(other)}"' in html
    assert "&lt;Mine&gt; differs" in html
    assert '<details class="mask">' in html
    assert f'value="{other.pk}.{other.comment.events.latest("pk").pk}"' in html


def test_an_appeal_without_words_says_so(browser, post, ana, clock):
    html = html_of(browser.get(address(binned_and_appealed(post, ana))))
    assert "without saying why" in html


def test_one_whose_words_are_gone_says_so(browser, appeal):
    Comment.objects.update(body="", body_html="")
    assert "The words are gone" in html_of(browser.get(address(appeal)))


def test_an_answered_one_shows_the_answer_and_who_gave_it(browser, appeal, ben):
    answer(appeal, VARIED, ben, words="<Private>.", rule=rulebook.find(Reason.PRIVACY))
    html = html_of(browser.get(address(appeal)))
    title = rulebook.text_of(rulebook.find(Reason.PRIVACY), "en").title
    for said in ("Ben Ode", "&lt;Private&gt;.", title.replace("'", "&#x27;")):
        assert said in html
    assert "Answer the appeal" not in html


def test_an_answer_outlives_the_account_of_who_gave_it(browser, appeal):
    eva = make_moderator("eva")
    answer(appeal, UPHELD, eva, words="No.")
    eva.delete()
    assert "somebody whose account is gone" in html_of(browser.get(address(appeal)))


def test_one_that_went_with_its_comment_leads_to_the_list(browser, appeal, comment):
    moderation.withdraw(comment.pk, keeps_name=False)
    response = browser.get(address(appeal), follow=True)
    assert response.redirect_chain == [(LIST, 303)]
    assert "its author took the comment back" in html_of(response)


WAITS_AGAIN = "The decision was taken back, and the comment waits again"


def test_one_whose_comment_waits_again_leads_to_the_decision_on_it(browser, appeal, ana):
    moderation.undo(appeal.event_id, moderator=ana)
    html = html_of(browser.get(address(appeal)))
    assert WAITS_AGAIN in html
    assert "Answer the appeal" not in html
    assert "That was taken back: the comment waits in the queue." in html_of(browser.get(LIST))


def test_spam_that_no_person_calls_so_any_more_waits_again(browser, post, ana, clock):
    comment = sent(post, status="spam")
    confirmed = moderation.confirm_spam(comment.pk, make_ruling(comment, ana))
    appeal = make_appeal(comment)
    assert WAITS_AGAIN not in html_of(browser.get(address(appeal)))
    moderation.undo(confirmed.pk, moderator=ana)
    assert WAITS_AGAIN in html_of(browser.get(address(appeal)))


def test_what_was_taken_away_anew_is_answered_by_somebody_else(browser, appeal, comment, ana, ben):
    moderation.undo(appeal.event_id, moderator=ana)
    moderation.trash(comment.pk, make_ruling(comment, ana))
    html = html_of(browser.get(address(appeal)))
    assert "it was decided anew: Ana Ruiz trashed this comment" in html
    assert "Answer the appeal" in html
    assert "That was taken back" not in html_of(browser.get(LIST))
    answer(appeal, UPHELD, ben, words="It stands.")
    assert not Appeal.objects.open().exists()


def test_one_that_was_never_taken_back_says_nothing_of_it(browser, appeal, comment, ana):
    moderation.trash(comment.pk, make_ruling(comment, ana))
    html = html_of(browser.get(address(appeal)))
    assert "decided anew" not in html
    assert WAITS_AGAIN not in html


@pytest.mark.parametrize(
    ("sign", "reason", "is_covered"),
    [("threat", "", True), ("", "threat", True), ("", "false", False)],
)
def test_what_may_threaten_somebody_is_read_by_whoever_asks(
    browser, post, ana, sign, reason, is_covered
):
    comment = sent(post, "I will find you.", evidence=[{"sign": sign}] if sign else [])
    if reason:
        make_report(comment, reason)
    html = html_of(browser.get(address(removed_and_appealed(comment, ana))))
    assert "I will find you." in html
    covered = r'<details class="moderation-card__threat">.*?</details>'
    assert ("I will find you." not in re.sub(covered, "", html, flags=re.DOTALL)) == is_covered
