from datetime import timedelta

import pytest
from django.urls import reverse

from blog.models import NewsFrequency, Subscriber
from blog.newsletter import links
from operations import limits
from operations.models import OutboxMail
from tests.blog.newsletter.people import ADDRESS, make_subscriber, posted
from tests.comments.reader import OWN_ORIGIN
from tests.pages import make_campaign, make_translation

pytestmark = pytest.mark.django_db

ONE_CLICK = {"List-Unsubscribe": "One-Click"}
FOREIGN = {"Origin": "https://mail.example", "Sec-Fetch-Site": "cross-site"}
PAGE = "/subscribe/"


def path(url):
    return url.removeprefix("http://127.0.0.1:8000")


def act(client, address, headers=None, **fields):
    return client.post(address, fields, headers=OWN_ORIGIN if headers is None else headers)


def ask(client, email=ADDRESS, headers=None, **fields):
    return act(client, PAGE, headers, email=email, **({"frequency": "each"} | fields))


def is_confirmed(subscriber):
    return Subscriber.objects.get(pk=subscriber.pk).confirmed_at is not None


@pytest.fixture
def asked(newsroom):
    return make_subscriber(newsroom, confirmed_at=None, told_until=None)


@pytest.fixture
def subscriber(newsroom):
    return make_subscriber(newsroom)


# Asking


def test_from_the_form_to_the_confirmation_and_out_again(client, newsroom):
    assert 'action="/subscribe/"' in client.get(PAGE).content.decode()

    answer = ask(client)

    assert (answer.status_code, answer.url) == (303, "/subscribe/?asked=1")
    assert "look into your mailbox" in client.get(answer.url).content.decode()
    row = Subscriber.objects.get()
    assert (row.email, row.confirmed_at, row.told_until) == (ADDRESS, None, None)
    confirm = path(links.confirm_url(row))
    assert confirm in OutboxMail.objects.get().text
    assert "Yes, that was me" in client.get(confirm).content.decode()
    assert not is_confirmed(row)
    answer = act(client, confirm)
    assert (answer.status_code, is_confirmed(row)) == (303, True)
    assert "you will get news" in client.get(answer.url).content.decode()
    assert "No more news" in act(client, answer.url, wanted="stop").content.decode()
    assert not Subscriber.objects.exists()


def test_the_answer_tells_nobody_whether_an_address_is_known(client, newsroom, clock):
    make_subscriber(newsroom, email="known@example.org")
    make_subscriber(newsroom, email="asked@example.org", confirmed_at=None)

    answers = set()
    for email in ("new@example.org", "known@example.org", "asked@example.org", "new@example.org"):
        answer = ask(client, email)
        answers.add((answer.status_code, answer.url, answer.content))

    assert len(answers) == 1


def test_a_campaign_can_be_followed_alone(client, newsroom):
    campaign = make_campaign(newsroom)
    hidden = make_campaign(newsroom, "Secret", live=False)
    page = client.get(f"{PAGE}?campaign={campaign.pk}").content.decode()
    assert f'value="{campaign.pk}" selected' in page
    assert hidden.title not in page

    assert ask(client, campaign=campaign.pk, frequency="weekly").status_code == 303
    row = Subscriber.objects.get()
    assert (row.campaign, row.frequency) == (campaign, NewsFrequency.WEEKLY)
    assert ask(client, campaign=hidden.pk).status_code == 422


def test_each_edition_has_a_form_of_its_own(client, newsroom):
    spanish = make_translation(newsroom)

    assert client.get("/es/subscribe/")["Content-Language"] == "es"
    act(client, "/es/subscribe/", email=ADDRESS, frequency="each")

    row = Subscriber.objects.get()
    assert row.locale == spanish.index.locale
    assert path(links.manage_url(row)).startswith("/es/subscribe/mail/")


@pytest.mark.parametrize(
    "fields",
    [
        {"email": "nobody"},
        {"email": ""},
        {"email": "ana@example.org\r\nBcc: x@evil.example"},
        {"email": "a@x.org,b@x.org"},
        {"frequency": "hourly"},
        {"campaign": "x"},
        {"campaign": "-1"},
    ],
)
def test_what_cannot_be_is_not_taken(client, newsroom, fields):
    answer = ask(client, **fields)

    assert (answer.status_code, posted()) == (422, [])
    assert "form__error" in answer.content.decode()


@pytest.mark.parametrize("campaign", ["x", "-1", "²", "9" * 5_000])
def test_a_strange_campaign_in_the_address_chooses_none(client, newsroom, campaign):
    assert client.get(PAGE, {"campaign": campaign}).status_code == 200


def test_another_site_cannot_send_the_form(client, newsroom):
    answer = ask(client, headers=FOREIGN)

    assert (answer.status_code, posted()) == (403, [])
    assert "from another site" in answer.content.decode()


def test_nobody_is_asked_for_an_address_where_there_is_no_mail(client, newsroom, settings):
    settings.HAS_MAIL = False

    assert client.get(PAGE).status_code == ask(client).status_code == 404


def test_when_nobody_can_count_no_mail_is_sent(client, newsroom, monkeypatch):
    def broken(*counted):
        raise limits.LimiterUnavailable

    monkeypatch.setattr("blog.newsletter.subscribing.limits.take", broken)
    monkeypatch.setattr("blog.newsletter.views.senders.key_of", broken)

    assert (ask(client).status_code, posted()) == (303, [])


# Confirming


def test_other_wishes_of_the_address_can_be_ticked(client, newsroom, asked):
    ticked, left = (
        make_subscriber(newsroom, campaign=make_campaign(newsroom, title), confirmed_at=None)
        for title in ("Bus 40", "Bus 41")
    )
    strange = make_subscriber(newsroom, email="other@example.org", confirmed_at=None)
    confirm = path(links.confirm_url(asked))
    page = client.get(confirm).content.decode()
    assert "Bus 40" in page
    assert f'value="{strange.pk}"' not in page

    act(client, confirm, also=[ticked.pk, strange.pk, "x", "²", "-1", "9" * 5_000])

    assert [is_confirmed(row) for row in (asked, ticked, left, strange)] == [
        True,
        True,
        False,
        False,
    ]


def test_a_confirmation_that_came_too_late_leads_nowhere(client, asked, clock):
    confirm = path(links.confirm_url(asked))
    clock.shift(timedelta(days=7, seconds=2))

    assert client.get(confirm).status_code == act(client, confirm).status_code == 404
    assert not is_confirmed(asked)


def test_the_button_of_a_mail_program_confirms_nothing(client, asked):
    act(client, path(links.confirm_url(asked)), headers=FOREIGN, **ONE_CLICK)

    assert not is_confirmed(asked)


# Changing and ending


def test_the_rhythm_can_be_changed(client, subscriber):
    address = links.manage_path(subscriber)

    answer = act(client, address, wanted="change", frequency="daily")

    assert (answer.status_code, answer.url) == (303, address)
    assert Subscriber.objects.get().frequency == NewsFrequency.DAILY
    assert 'value="daily" selected' in client.get(address).content.decode()


def test_what_is_not_offered_changes_nothing(client, subscriber):
    address = links.manage_path(subscriber)

    for fields in ({}, {"wanted": "confirm"}, {"wanted": "change", "frequency": "never"}):
        assert act(client, address, **fields).status_code == 422
    assert Subscriber.objects.get().frequency == NewsFrequency.EACH


def test_everything_of_the_address_ends_and_nothing_of_another(client, newsroom, subscriber):
    make_subscriber(newsroom, campaign=make_campaign(newsroom), email=ADDRESS.upper())
    other = make_subscriber(newsroom, email="other@example.org")

    act(client, links.manage_path(subscriber), wanted="stop_everything")

    assert list(Subscriber.objects.all()) == [other]


def test_the_button_of_a_mail_program_ends_it_from_anywhere_without_a_question(client, subscriber):
    address = links.manage_path(subscriber)

    assert act(client, address, headers=FOREIGN, **ONE_CLICK).status_code == 200
    assert not Subscriber.objects.exists()
    assert act(client, address, headers=FOREIGN, **ONE_CLICK).status_code == 200


def test_any_other_post_from_another_site_is_refused(client, newsroom, subscriber):
    asked = make_subscriber(newsroom, email="new@example.org", confirmed_at=None)

    for address in (links.manage_path(subscriber), path(links.confirm_url(asked))):
        assert act(client, address, headers=FOREIGN, wanted="stop").status_code == 403
    assert (Subscriber.objects.count(), is_confirmed(asked)) == (2, False)


# All of them


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(client, newsroom, subscriber, method):
    asked = make_subscriber(newsroom, email="new@example.org", confirmed_at=None)
    before = list(Subscriber.objects.order_by("pk").values())

    for address in (PAGE, path(links.confirm_url(asked)), links.manage_path(subscriber)):
        answer = getattr(client, method)(address)
        assert answer.status_code == 200
        assert (answer["Cache-Control"], answer.cookies) == ("private, no-store", {})
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert ADDRESS not in answer.content.decode()
    assert list(Subscriber.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("signed", ["x", "a:b:c", "x" * 3000])
def test_what_nobody_signed_leads_nowhere(client, newsroom, signed):
    address = reverse("blog:subscription", args=[signed])

    for answer in (client.get(address), act(client, address, wanted="stop")):
        assert answer.status_code == 404
        assert "leads nowhere" in answer.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(client, asked, method):
    for address in (PAGE, links.manage_path(asked)):
        assert getattr(client, method)(address).status_code == 405
