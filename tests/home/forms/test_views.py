from datetime import timedelta

import pytest
from lxml import html as lxml_html
from wagtail.models import PageViewRestriction

from comments.spam import Sign
from home.forms import pace, showing
from home.models import SentForm, SentVerdict
from operations import limits
from tests.home.forms.filling import HONEST, hidden, make_form, opened, send


def typed(response):
    """What a browser shows in the form that was handed back.

    The line break that Django begins each box of several lines with is markup, by HTML's own rule,
    which lxml does not know; an input without a value is an empty one.
    """
    form = lxml_html.fromstring(response.content).xpath("//main//form")[0]
    shown = {name: form.inputs[name] for name in HONEST}
    return {name: _words(field) for name, field in shown.items()}


def _words(field):
    words = field.value or ""
    return words.removeprefix("\n") if field.tag == "textarea" else words


def test_what_was_sent_is_kept_and_its_sender_thanked(client, page):
    response = send(client, page)
    assert (response.status_code, response["Location"]) == (303, f"/forms/{page.pk}/thanks/")
    assert SentForm.objects.get().form_data == HONEST
    assert "Thank you" in client.get(response["Location"]).content.decode()
    assert not response.cookies


def test_the_form_is_in_no_cache_and_sets_no_cookie(client, page):
    response = client.get(page.url)
    assert (response["Cache-Control"], bool(response.cookies)) == ("private, no-store", False)


@pytest.mark.parametrize("number", [0, 10**18, 10**40])
def test_there_is_no_form_of_a_number_that_no_page_can_have(client, newsroom, number):
    assert client.get(f"/forms/{number}/thanks/").status_code == 404
    assert client.post(f"/forms/{number}/send/").status_code == 404


def test_what_fills_in_the_trap_is_thanked_and_doubted(client, page):
    response = send(client, page, **{showing.TRAP: "555"})
    assert (response.status_code, response["Location"]) == (303, f"/forms/{page.pk}/thanks/")
    sent = SentForm.objects.get()
    assert sent.verdict != SentVerdict.FINE
    assert Sign.HONEYPOT in [each["sign"] for each in sent.evidence]


def test_a_form_sent_twice_is_kept_once(client, page):
    ticket = opened(client, page)
    for _ in range(2):
        assert send(client, page, ticket=ticket).status_code == 303
    assert SentForm.objects.count() == 1


def test_a_form_used_again_for_other_words_comes_back_with_them(client, page):
    ticket = opened(client, page)
    send(client, page, ticket=ticket)
    response = send(client, page, ticket=ticket, message="One thing more.")
    assert (response.status_code, typed(response)["message"]) == (422, "One thing more.")
    assert SentForm.objects.count() == 1
    assert send(client, page, ticket=hidden(response), message="One thing more.").status_code == 303


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({"e_mail": "nobody"}, 422),
        ({"name": ""}, 422),
        ({"headers": {"sec-fetch-site": "cross-site"}}, 403),
        ({"ticket": {"form-ticket": "forged"}}, 422),
    ],
)
def test_what_is_not_kept_comes_back_as_it_was_typed(client, page, answers, status):
    response = send(client, page, **answers)
    assert (response.status_code, SentForm.objects.count()) == (status, 0)
    said = {name: text for name, text in answers.items() if name in HONEST}
    assert typed(response) == HONEST | said
    assert response["Cache-Control"] == "private, no-store"


def test_a_form_that_lay_open_too_long_is_good_with_its_new_ticket(client, page, clock):
    ticket = opened(client, page)
    clock.shift(timedelta(days=3))
    response = send(client, page, ticket=ticket)
    assert (response.status_code, typed(response)) == (422, HONEST)
    assert send(client, page, ticket=hidden(response)).status_code == 303


def test_who_sends_too_much_gets_it_back_and_is_told_when(client, page, monkeypatch):
    monkeypatch.setattr(pace, "OF_A_SENDER", 1)
    monkeypatch.setattr(pace, "UNKNOWN_SENDERS", 1)
    send(client, page)
    response = send(client, page)
    assert (response.status_code, typed(response)) == (429, HONEST)
    assert int(response["Retry-After"]) > 0
    assert SentForm.objects.count() == 1


def test_where_nobody_can_count_it_is_kept_all_the_same(client, page, monkeypatch):
    def broken(*_limits):
        raise limits.LimiterUnavailable

    monkeypatch.setattr(limits, "take", broken)
    assert send(client, page).status_code == 303
    assert SentForm.objects.get().verdict == "doubtful"


def test_what_is_too_long_to_be_read_is_refused(client, page):
    response = send(client, page, message="x" * 70_000)
    assert (response.status_code, SentForm.objects.count()) == (413, 0)


def test_words_for_a_page_that_is_gone_are_handed_back(client, page):
    ticket = opened(client, page)
    page.unpublish()
    response = send(client, page, ticket=ticket)
    assert (response.status_code, HONEST["message"] in response.content.decode()) == (404, True)
    assert client.get(f"/forms/{page.pk}/thanks/").status_code == 404


def test_a_page_that_not_everybody_may_read_takes_nothing_from_them(client, page):
    ticket = opened(client, page)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert send(client, page, ticket=ticket).status_code == 404


def test_the_page_itself_takes_nothing(client, page):
    assert client.post(page.url, HONEST).status_code == 405
    assert client.get(f"/forms/{page.pk}/send/").status_code == 405


def test_a_pledge_says_how_many_have(client, newsroom):
    page = make_form(newsroom, kind="pledge")
    for _ in range(2):
        send(client, page)
    SentForm.objects.update(verdict="fine")
    assert "2 people have pledged so far." in client.get(page.url).content.decode()


def test_every_kind_of_field_can_be_filled_in(client, newsroom):
    kinds = ["singleline", "multiline", "email", "number", "url", "checkbox", "checkboxes"]
    kinds += ["dropdown", "multiselect", "radio", "date", "datetime", "hidden"]
    page = make_form(newsroom, asked=[(f"A {kind}", kind) for kind in kinds])
    answers = dict.fromkeys((f"a_{kind}" for kind in kinds), "A") | {
        "a_email": "a@example.org",
        "a_number": "1.5",
        "a_url": "https://example.org",
        "a_checkbox": "on",
        "a_date": "2012-01-05",
        "a_datetime": "2012-01-05 12:00",
    }
    response = send(client, page, **answers)
    assert response.status_code == 303, response.content.decode()
    assert SentForm.objects.get().form_data["a_checkboxes"] == ["A"]
