import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from comments import receipts
from comments.models import Frequency, Subscription, Topic
from comments.states import CommentStatus
from operations import limits
from tests.comments.factories import make_comment
from tests.comments.notifications.people import ADDRESS, make_subscription, posted
from tests.comments.reader import OWN_ORIGIN
from tests.pages import make_post, make_translation

pytestmark = pytest.mark.django_db

SECRET = receipts.secret_for("key-of-one-form")


@pytest.fixture
def comment(post):
    return make_comment(
        post,
        status=CommentStatus.PENDING,
        submission_key="key-of-one-form",
        receipt_digest=receipts.digest(SECRET),
    )


def follow_url(page):
    return reverse("comments:follow", args=[page.pk])


def receipt_url():
    return reverse("comments:receipt_notices", args=[SECRET])


def send(client, url, headers=None, **fields):
    sent = {"email": ADDRESS, "frequency": Frequency.AT_ONCE} | fields
    return client.post(url, sent, headers=OWN_ORIGIN if headers is None else headers)


def test_a_page_is_followed_from_a_small_form(client, post):
    assert 'name="email"' in client.get(follow_url(post)).content.decode()
    answer = send(client, follow_url(post), frequency=Frequency.DAILY)
    assert (answer.status_code, answer.url) == (303, f"{follow_url(post)}?asked=1")
    subscription = Subscription.objects.get()
    assert (subscription.topic, subscription.frequency) == (Topic.PAGE, Frequency.DAILY)
    assert "Now look into your mailbox" in client.get(answer.url).content.decode()


@pytest.mark.parametrize("topic", [Topic.REPLIES, Topic.DECISION])
def test_a_receipt_asks_for_mail_about_its_comment(client, comment, topic):
    assert 'name="topic"' in client.get(receipt_url()).content.decode()
    assert send(client, receipt_url(), topic=topic).status_code == 303
    subscription = Subscription.objects.get()
    assert (subscription.topic, subscription.comment) == (topic, comment)
    done = client.get(f"{receipt_url()}?asked=1").content.decode()
    assert reverse("comments:receipt", args=[SECRET]) in done


def test_known_unknown_limited_and_confirmed_addresses_get_the_same_answer(
    client, post, monkeypatch
):
    make_subscription(post, email="confirmed@example.org")
    answers = [
        send(client, follow_url(post), email=email)
        for email in ("confirmed@example.org", ADDRESS, ADDRESS, "fourth@example.org")
    ]

    def fail(*_limits):
        raise limits.LimiterUnavailable

    monkeypatch.setattr(limits, "take", fail)
    answers.append(send(client, follow_url(post), email="fifth@example.org"))
    assert len({(answer.status_code, answer.url, answer.content) for answer in answers}) == 1
    assert [mail.recipient for mail in posted()] == [ADDRESS]


def test_what_is_no_address_is_handed_back(client, post):
    answer = send(client, follow_url(post), email="ana@")
    assert answer.status_code == 422
    assert 'value="ana@"' in answer.content.decode()
    assert not Subscription.objects.exists()


def test_a_form_of_another_site_is_refused(client, post, comment):
    for url in (follow_url(post), receipt_url()):
        headers = {"Origin": "https://evil.example"}
        assert send(client, url, headers=headers, topic=Topic.REPLIES).status_code == 403
    assert not Subscription.objects.exists()


def test_the_form_speaks_the_language_of_the_page(client, newsroom):
    spanish = make_post(make_translation(newsroom))
    assert client.get(follow_url(spanish))["Content-Language"] == "es"


def test_nothing_is_stored_or_found_by_machines(client, post, comment):
    for url in (follow_url(post), receipt_url()):
        answer = client.get(url)
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert client.get(receipt_url())["Referrer-Policy"] == "same-origin"


def test_what_nobody_may_read_nobody_may_follow(client, newsroom, post):
    draft = make_post(newsroom, "Draft", live=False)
    PageViewRestriction.objects.create(page=post, restriction_type="login")
    for url in (follow_url(draft), follow_url(post), "/comments/999999/follow/"):
        assert client.get(url).status_code == send(client, url).status_code == 404


def test_a_receipt_tells_nothing_of_a_page_that_is_private_now(client, post, comment):
    PageViewRestriction.objects.create(page=post, restriction_type="login")
    answer = client.get(receipt_url())
    assert answer.status_code == 200
    assert post.title not in answer.content.decode()


def test_a_secret_that_is_none_is_not_found(client, post):
    url = reverse("comments:receipt_notices", args=["none"])
    assert client.get(url).status_code == 404


def test_where_no_mail_can_leave_nobody_is_asked_for_an_address(client, post, comment, settings):
    settings.HAS_MAIL = False
    for url in (follow_url(post), receipt_url()):
        assert client.get(url).status_code == send(client, url).status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(client, post, method):
    assert getattr(client, method)(follow_url(post)).status_code == 405


def test_no_cookie_is_set(client, post):
    client.get(follow_url(post))
    assert not send(client, follow_url(post)).cookies
