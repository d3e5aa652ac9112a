"""Asking for a second look, without an account and without JavaScript."""

import re

import pytest
from django.utils import timezone

from comments import conf, moderation
from comments.models import Appeal, AppealState
from comments.states import CommentStatus
from operations import limits
from tests.comments.appellant import SECRET, answer, make_appeal, make_judge, sent, take_away
from tests.comments.reader import OWN_ORIGIN
from tests.pages import make_post, make_translation


@pytest.fixture(autouse=True)
def no_limits(monkeypatch):
    """The tests run in transactions, where the real counter refuses to count."""
    monkeypatch.setattr(limits, "take", lambda *_limits: limits.Allowance(is_allowed=True))


pytestmark = pytest.mark.usefixtures("clock")
RECEIPT = f"/comments/receipt/{SECRET}/"
ADDRESS = f"{RECEIPT}appeal/"


@pytest.fixture
def removed(post, clock, moderator):
    comment = sent(post, "It was *quoted* <b>.")
    take_away(comment, "remove", moderator)
    return comment


def send(client, statement="Not a word is lost.", headers=None):
    return client.post(ADDRESS, {"statement": statement}, headers=headers or OWN_ORIGIN)


def html_of(response):
    return response.content.decode()


def test_two_clicks_lead_from_the_receipt_to_an_appeal(client, removed):
    assert f'href="{ADDRESS}"' in html_of(client.get(RECEIPT))
    form = html_of(client.get(ADDRESS))
    assert f'action="{ADDRESS}"' in form
    answered = send(client, "")
    assert (answered.status_code, answered.url) == (303, f"{RECEIPT}#second-look")
    assert Appeal.objects.get().statement == ""


def test_the_form_quotes_the_words_and_asks_for_no_name(client, removed):
    html = html_of(client.get(ADDRESS))
    assert "It was *quoted* &lt;b&gt;." in html
    assert (
        set(re.findall(r'name="(\w+)"', html)) & {"name", "email", "csrfmiddlewaretoken"} == set()
    )


def test_the_form_says_who_looks_again(client, removed):
    assert "only one person moderates here" in html_of(client.get(ADDRESS))
    make_judge("ben")
    assert "Another moderator than the one who decided" in html_of(client.get(ADDRESS))


def test_words_are_kept_as_they_were_typed(client, removed):
    send(client, "  I <quoted>\r\nthe sheriff\x07. ")
    assert Appeal.objects.get().statement == "I <quoted>\nthe sheriff."


def test_words_that_are_too_long_are_handed_back(client, removed):
    answered = send(client, "x" * 2_001)
    assert answered.status_code == 422
    assert "x" * 2_001 in html_of(answered)
    assert "2001 characters, 2000 fit" in html_of(answered)
    assert not Appeal.objects.exists()


def test_too_fast_keeps_what_was_typed_and_says_when_to_come_back(client, removed, monkeypatch):
    refused = limits.Allowance(is_allowed=False, retry_after_seconds=90)
    monkeypatch.setattr(limits, "take", lambda *_limits: refused)
    answered = send(client)
    assert (answered.status_code, answered["Retry-After"]) == (429, "90")
    assert "again in 2 minutes" in html_of(answered)
    assert "Not a word is lost." in html_of(answered)
    assert not Appeal.objects.exists()


def test_a_form_on_another_site_sends_nothing_and_the_words_are_handed_back(client, removed):
    answered = send(client, headers={"Sec-Fetch-Site": "cross-site"})
    assert answered.status_code == 403
    assert "came from another site" in html_of(answered)
    assert "Not a word is lost." in html_of(answered)
    assert not Appeal.objects.exists()


def test_more_than_anybody_types_is_not_even_read(client, removed):
    answered = send(client, "x" * conf.MAX_REQUEST_BYTES)
    assert answered.status_code == 413
    assert not Appeal.objects.exists()


def test_sent_twice_both_lead_to_the_receipt_and_it_is_one(client, removed):
    first, second = send(client), send(client, "Again.")
    assert first.url == second.url
    assert Appeal.objects.count() == 1
    assert client.get(ADDRESS).url == first.url


@pytest.mark.parametrize("status", [CommentStatus.PENDING, CommentStatus.PUBLISHED])
@pytest.mark.parametrize("method", ["get", "post"])
def test_where_nothing_was_decided_there_is_nothing_to_look_at(client, post, status, method):
    sent(post, status=status)
    answered = client.get(ADDRESS) if method == "get" else send(client)
    assert answered.status_code == 403
    assert "nothing to look at again" in html_of(answered)
    assert ("Not a word is lost." in html_of(answered)) is (method == "post")


def test_what_came_back_between_the_form_and_its_sending_is_said(client, removed, monkeypatch):
    from comments import appeals

    def gone(*_arguments, **_options):
        raise appeals.NotAppealable

    monkeypatch.setattr(appeals, "appeal", gone)
    answered = send(client)
    assert answered.status_code == 403
    assert "Not a word is lost.</textarea>" in html_of(answered)


def test_what_the_filter_binned_says_the_same_as_what_waits(client, post):
    waits = sent(post)
    pages = []
    for status in (CommentStatus.PENDING, CommentStatus.SPAM):
        type(waits).objects.update(status=status)
        pages.append((html_of(client.get(RECEIPT)), html_of(client.get(ADDRESS))))
    assert pages[0] == pages[1]


def test_a_decision_on_spam_does_not_say_what_the_filter_saw(client, post, moderator):
    comment = sent(
        post,
        status=CommentStatus.SPAM,
        score=9.9,
        evidence=[{"sign": "words", "detail": "casino-words"}],
    )
    take_away(comment, "confirm_spam", moderator)
    pages = html_of(client.get(RECEIPT)) + html_of(client.get(ADDRESS))
    send(client)
    answer(Appeal.objects.get(), AppealState.UPHELD, make_judge("ben"), words="Advertising.")
    pages += html_of(client.get(RECEIPT))
    for secret in ("casino-words", "9.9", "score"):
        assert secret not in pages


@pytest.mark.parametrize("secret", ["x", "0" * 64, "%00"])
def test_a_secret_that_is_none_is_not_found(client, removed, secret):
    assert client.get(f"/comments/receipt/{secret}/appeal/").status_code == 404


def test_form_and_answers_speak_the_language_of_the_page(client, newsroom, moderator):
    comment = sent(make_post(make_translation(newsroom)))
    before = client.get(ADDRESS, headers={"Accept-Language": "en"})
    take_away(comment, "remove", moderator)
    for answered in (before, client.get(ADDRESS, headers={"Accept-Language": "en"})):
        assert answered["Content-Language"] == "es"
        assert '<html lang="es"' in html_of(answered)


def test_no_answer_is_kept_or_gives_a_cookie(client, removed):
    for answered in (client.get(ADDRESS), send(client)):
        assert "no-store" in answered["Cache-Control"]
        assert answered["X-Robots-Tag"] == "noindex, nofollow"
        assert not answered.cookies


def test_the_form_asks_little_of_the_database(client, removed, django_assert_max_num_queries):
    client.get(ADDRESS)
    with django_assert_max_num_queries(25):
        client.get(ADDRESS)


def test_an_appeal_that_was_answered_cannot_be_asked_for_again(client, removed):
    make_appeal(removed, state=AppealState.UPHELD, decided_at=timezone.now())
    assert send(client).status_code == 403
    assert Appeal.objects.count() == 1


def test_what_was_taken_back_is_not_there_to_look_at(client, removed):
    moderation.withdraw(removed.pk, keeps_name=False)
    assert client.get(ADDRESS).status_code == 403
