"""What each address of the reader's side answers to each method (46)."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from comments import receipts
from comments.models import Comment, Subscription
from comments.notifications import links
from comments.urls import urlpatterns
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.notifications.people import make_subscription
from tests.comments.reader import OWN_ORIGIN

pytestmark = pytest.mark.django_db

READ = {"GET", "HEAD"}
READ_AND_SEND = READ | {"POST"}
SEND = {"POST"}
# Every address, or the first test fails: a new one is thought about here.
METHODS = {
    "form": READ,
    "submit": SEND,
    "follow": READ_AND_SEND,
    "count": READ,
    "anchored": READ,
    "permalink": READ,
    "receipt": READ,
    "receipt_notices": READ_AND_SEND,
    "notice": READ_AND_SEND,
    "receipt_qr": READ,
    "receipt_edit": READ_AND_SEND,
    "receipt_withdraw": READ_AND_SEND,
    "receipt_appeal": READ_AND_SEND,
    "report": READ_AND_SEND,
    "report_receipt": READ,
    "rules": READ,
    "rules_in": READ,
}
ALL = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
FORBIDDEN = [(name, method) for name in METHODS for method in ALL if method not in METHODS[name]]
CORS = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}


@pytest.fixture
def addresses(post):
    """One existing address for each name."""
    comment = make_comment(post, receipt_digest=receipts.digest("secret"))
    make_report(comment, receipt_digest=receipts.digest("reported"))
    subscription = make_subscription(post)
    found = {name: [post.pk] for name in ("form", "submit", "follow", "count")}
    found |= {name: [comment.pk] for name in ("permalink", "report")}
    found |= {name: ["secret"] for name in METHODS if name.startswith("receipt")}
    found["anchored"] = [post.pk, f"comment-{comment.pk}"]
    found["report_receipt"] = ["reported"]
    found |= {"rules": [], "rules_in": ["es"]}
    paths = {name: reverse(f"comments:{name}", args=words) for name, words in found.items()}
    return paths | {"notice": links.manage_path(subscription)}


def test_every_address_is_in_the_table():
    assert {pattern.name for pattern in urlpatterns} == set(METHODS)


@pytest.mark.parametrize(("name", "method"), FORBIDDEN)
def test_what_an_address_does_not_do_is_405_and_says_what_it_does(client, addresses, name, method):
    answer = client.generic(method, addresses[name], headers=OWN_ORIGIN)
    assert answer.status_code == 405
    assert set(answer["Allow"].split(", ")) == METHODS[name]
    assert "no-store" in answer["Cache-Control"]
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("name", [name for name in METHODS if "GET" in METHODS[name]])
def test_head_is_get_without_the_body(client, addresses, name):
    read, head = client.get(addresses[name]), client.head(addresses[name])
    assert read.status_code == head.status_code
    assert head.content == b""
    ignored = {"Content-Length"}  # Django's own server takes the body away, not the view
    for header in read.headers.keys() - ignored:
        assert head[header] == read[header]


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_no_other_site_is_let_in(client, addresses, name, method):
    answer = client.generic(method, addresses[name], headers=CORS)
    assert not [header for header in answer.headers if header.startswith("Access-Control")]


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-Method-Override"])
def test_no_header_makes_another_method(client, addresses, name, header):
    plain = client.get(addresses[name])
    dressed = client.get(addresses[name], headers={header: "POST"})
    assert plain.status_code == dressed.status_code
    assert Comment.objects.get().body


@pytest.mark.parametrize("name", METHODS)
def test_no_address_gives_a_cookie_or_depends_on_one(client, addresses, name):
    method = "GET" if "GET" in METHODS[name] else "POST"
    answer = client.generic(method, addresses[name], headers=OWN_ORIGIN)
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize(
    "name",
    [n for n in METHODS if n not in ("count", "permalink", "anchored", "rules", "rules_in")],
)
def test_every_page_for_one_reader_is_kept_by_no_cache_and_found_by_no_engine(
    client, addresses, name
):
    method = "GET" if "GET" in METHODS[name] else "POST"
    answer = client.generic(method, addresses[name], headers=OWN_ORIGIN)
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("name", ["receipt", "report_receipt"])
def test_a_receipt_sends_no_referrer(client, addresses, name):
    assert client.get(addresses[name])["Referrer-Policy"] == "no-referrer"


# 34: programs that look into mails open every link


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_opening_the_link_of_a_mail_confirms_and_ends_nothing(client, post, method):
    unconfirmed = make_subscription(post, email="new@example.org", confirmed_at=None)
    confirmed = make_subscription(post, email="old@example.org")
    before = list(Subscription.objects.order_by("pk").values())
    for url in (links.confirm_url(unconfirmed), links.manage_url(confirmed)):
        getattr(client, method)(urlsplit(url).path)
    assert list(Subscription.objects.order_by("pk").values()) == before
