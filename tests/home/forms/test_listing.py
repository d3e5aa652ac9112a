import pytest
from django.urls import reverse

from home.models import SentForm
from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in
from tests.home.forms.filling import HONEST


@pytest.fixture
def window(page):
    return sign_in(make_user(is_superuser=True))


def keep(page, verdict="fine", **answers):
    data = HONEST | answers
    sign = [{"sign": "honeypot", "detail": ""}] if verdict == "spam" else []
    key = f"{verdict}{SentForm.objects.count()}"
    return SentForm.objects.create(
        page=page, form_data=data, verdict=verdict, key=key, evidence=sign
    )


def listed(window, page, **asked):
    response = window.get(reverse("wagtailforms:list_submissions", args=[page.pk]), asked)
    assert response.status_code == 200
    return response.content.decode()


def test_what_was_sent_is_listed_with_its_verdict_and_why(window, page):
    keep(page, "spam")
    told = listed(window, page)
    assert HONEST["message"] in told
    assert "a field that people do not see was filled in" in told


def test_it_can_be_listed_by_verdict(window, page):
    keep(page, message="An honest word")
    keep(page, "spam", message="A dishonest word")
    told = listed(window, page, verdict="spam")
    assert ("A dishonest word" in told, "An honest word" in told) == (True, False)


def test_what_readers_wrote_is_never_markup(window, page):
    keep(page, message="<script>alert(1)</script>")
    assert "<script>alert(1)" not in listed(window, page)


def test_somebody_of_the_staff_has_the_last_word(window, page):
    sent = keep(page, "spam")
    address = reverse("sent_form_decide", args=[page.pk, sent.pk])
    assert window.post(address, {"verdict": "fine"}).status_code == 302
    window.post(address, {"verdict": "lovely"})
    sent.refresh_from_db()
    assert sent.verdict == "fine"


def test_others_decide_nothing(client, page):
    sent = keep(page, "spam")
    address = reverse("sent_form_decide", args=[page.pk, sent.pk])
    assert client.post(address, {"verdict": "fine"}).status_code == 302
    stranger = sign_in(make_user("stranger"))
    stranger.post(address, {"verdict": "fine"})
    sent.refresh_from_db()
    assert sent.verdict == "spam"


def test_all_of_it_can_be_exported(window, page):
    keep(page)
    address = reverse("wagtailforms:list_submissions", args=[page.pk])
    response = window.get(address, {"export": "csv"})
    assert HONEST["message"] in b"".join(response.streaming_content).decode()
