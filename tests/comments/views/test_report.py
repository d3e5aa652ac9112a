import re
from datetime import timedelta

import pytest
from django.urls import reverse

from comments import moderation, reports
from comments.models import Report, ReportReason, ReportState
from comments.states import Reason
from operations import limits
from tests.comments.complainant import address_of, make_report, send_report
from tests.comments.factories import make_comment, make_ruling
from tests.pages import make_post, make_translation


@pytest.fixture(autouse=True)
def no_limits(monkeypatch):
    """The tests run in transactions, where the real counter refuses to count."""
    monkeypatch.setattr(limits, "take", lambda *_limits: limits.Allowance(is_allowed=True))


@pytest.fixture
def comment(post):
    return make_comment(post, "He *lives* in Elm Street.", author_name="José <b>")


def html_of(answer):
    return answer.content.decode()


def test_the_form_quotes_the_comment_as_the_page_shows_it(client, comment):
    html = html_of(client.get(address_of(comment)))
    assert "He <em>lives</em> in Elm Street." in html
    assert "José &lt;b&gt;" in html
    assert f'href="{comment.page.get_url()}#comment-{comment.pk}"' in html


def test_the_form_offers_every_reason_and_asks_for_no_name(client, comment):
    html = html_of(client.get(address_of(comment)))
    for reason in ReportReason:
        assert f'value="{reason.value}"' in html
    assert (
        set(re.findall(r'name="(\w+)"', html)) & {"name", "email", "csrfmiddlewaretoken"} == set()
    )


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_answer_is_kept_or_found_by_search_engines(client, comment, method):
    answer = getattr(client, method)(address_of(comment))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert not answer.cookies


def test_a_report_leads_to_its_receipt(client, comment):
    answer = send_report(client, comment, words="That is me.")
    assert answer.status_code == 303
    assert re.fullmatch(r"/comments/report/[0-9a-f]{64}/", answer.url)
    report = Report.objects.get()
    assert (report.reason, report.words, report.is_proven) == ("names_me", "That is me.", True)


def test_an_error_keeps_what_was_typed_and_says_what_to_change(client, comment):
    answer = send_report(client, comment, reason="", words="Not a word is lost")
    html = html_of(answer)
    assert answer.status_code == 422
    assert "Not a word is lost" in html
    assert "Please choose a reason." in html
    assert not Report.objects.exists()


def test_words_that_are_too_long_keep_the_reason_too(client, comment):
    html = html_of(send_report(client, comment, words="x" * 1_001))
    assert re.search(r'value="names_me"[^>]* checked', html)
    assert "x" * 1_001 in html


def test_too_fast_keeps_what_was_typed_and_says_when_to_come_back(client, comment, monkeypatch):
    refused = limits.Allowance(is_allowed=False, retry_after_seconds=90)
    monkeypatch.setattr(limits, "take", lambda *_limits: refused)
    answer = send_report(client, comment, words="Not a word is lost")
    assert (answer.status_code, answer["Retry-After"]) == (429, "90")
    assert "Not a word is lost" in html_of(answer)
    assert "again in 2 minutes" in html_of(answer)


def test_a_comment_that_is_taken_down_meanwhile_is_not_there(client, comment, monkeypatch):
    def gone(*_arguments, **_options):
        raise reports.NotReportable

    monkeypatch.setattr(reports, "report", gone)
    assert send_report(client, comment).status_code == 404


def test_form_and_receipt_speak_the_language_of_the_page(client, newsroom):
    spanish = make_post(make_translation(newsroom))
    comment = make_comment(spanish)
    form = client.get(address_of(comment), headers={"Accept-Language": "en"})
    receipt = client.get(send_report(client, comment).url, headers={"Accept-Language": "en"})
    for answer in (form, receipt):
        assert answer["Content-Language"] == "es"
        assert '<html lang="es"' in html_of(answer)


# The receipt


def receipt_of(client, comment):
    """The answer of the receipt to a fresh report."""
    return client.get(send_report(client, comment).url)


def test_a_receipt_is_private(client, comment):
    answer = receipt_of(client, comment)
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_a_fresh_receipt_says_that_it_waits_when_and_what_happens_next(client, comment, clock):
    html = html_of(receipt_of(client, comment))
    assert "Waiting." in html
    assert "Reported on Wednesday, March 4, 2026." in html
    assert "a moderator reads the comment" in html
    assert "keep this link" in html


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ReportState.UPHELD, "The comment was taken down."),
        (ReportState.DISMISSED, "The comment stays."),
    ],
)
def test_a_receipt_names_the_outcome(client, comment, clock, moderator, state, words):
    url = send_report(client, comment).url
    clock.shift(timedelta(days=2))
    seen = Report.objects.get().pk
    if state == ReportState.UPHELD:
        ruling = make_ruling(comment, moderator, reason=Reason.PRIVACY)
        moderation.remove(comment.pk, ruling)
    else:
        moderation.keep(comment.pk, make_ruling(comment, moderator), seen_report_id=seen)
    html = html_of(client.get(url))
    assert words in html
    assert "Decided on Friday, March 6, 2026." in html
    assert (f"#comment-{comment.pk}" in html) is (state == ReportState.DISMISSED)


def test_a_receipt_shows_neither_reason_nor_words(client, comment):
    html = html_of(client.get(send_report(client, comment, words="That is me.").url))
    assert "That is me." not in html
    assert str(ReportReason.NAMES_ME.label) not in html


def test_a_receipt_outlives_the_publicity_of_its_page(client, comment):
    url = send_report(client, comment).url
    comment.page.specific.unpublish()
    answer = client.get(url)
    assert answer.status_code == 200
    assert comment.page.title not in html_of(answer)


@pytest.mark.parametrize("secret", ["x", "0" * 64, "%00"])
def test_a_secret_that_is_none_is_not_found(client, comment, secret):
    make_report(comment)
    assert client.get(f"/comments/report/{secret}/").status_code == 404


def test_form_and_receipt_ask_little_of_the_database(
    client, comment, django_assert_max_num_queries
):
    url = send_report(client, comment).url
    for address in (address_of(comment), url):
        client.get(address)
        with django_assert_max_num_queries(25):
            client.get(address)


def test_a_report_and_a_receipt_have_their_names(comment):
    assert reverse("comments:report", args=[5]) == "/comments/5/report/"
    assert reverse("comments:report_receipt", args=["s"]) == "/comments/report/s/"
