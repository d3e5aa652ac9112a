"""Hostile strings in every field, by every way in, read in every place where readers look."""

from html.parser import HTMLParser

import feedparser
import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from comments import conf, receipts
from comments.models import Comment, Report
from comments.states import CommentStatus
from tests.comments.factories import make_comment, make_user
from tests.comments.reader import OWN_ORIGIN, publish_what_is_clean, send

pytestmark = pytest.mark.django_db

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'-alert(1)-'",
    "</textarea><script>alert(1)</script>",
    "</title><iframe src=javascript:alert(1)>",
    "[a](javascript:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "![a](https://evil.example/pixel.png)",
    "{{ 7|add:7 }}{% debug %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<a href='https://evil.example' onclick=alert(1)>a</a>",
    "<style>*{display:none}</style><base href=//evil.example>",
    "<form action=//evil.example><input name=x autofocus onfocus=alert(1)>",
    "<!--<img src=x onerror=alert(1)>-->",
    "`<script>alert(1)</script>`",
]
FORBIDDEN_TAGS = {"iframe", "object", "embed", "base", "math", "foreignobject"}


DATA = ("application/json", "application/ld+json")  # browsers run nothing of these


class Danger(HTMLParser):
    """Collects what would run, load or send something that is not the newsroom's own."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        own = dict(attrs)
        is_inline = tag in ("script", "style") and "src" not in own
        if tag in FORBIDDEN_TAGS or (is_inline and own.get("type") not in DATA):
            self.found.append((tag, attrs))
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            is_event = name.startswith("on") or name in ("style", "srcdoc")
            is_code = address.startswith(("javascript:", "data:", "vbscript:"))
            loads = name in ("src", "action", "formaction", "srcset", "poster", "background")
            is_foreign = loads and "//" in address
            if is_event or is_code or is_foreign:
                self.found.append((tag, name, value))


@pytest.fixture
def moderators_client(client):
    user = make_user("vera", is_superuser=True)
    user.user_permissions.add(Permission.objects.get(codename="moderate_comment"))
    other = type(client)()
    other.force_login(user)
    return other


def everywhere(client, moderators_client, post, comment):
    """Each place in which readers or moderators meet a comment."""
    secret = receipts.secret_of(comment)
    pages = [post.url, reverse("comments:form", args=[post.pk]) + f"?parent={comment.pk}"]
    pages += [reverse("comments:report", args=[comment.pk])]
    names = ("receipt", "receipt_edit", "receipt_withdraw", "receipt_notices")
    pages += [reverse(f"comments:{name}", args=[secret]) for name in names if secret]
    answers = [client.get(page) for page in pages]
    answers.append(moderators_client.get("/admin/reader-comments/"))
    return answers


def assert_harmless(answers):
    for answer in answers:
        assert answer.status_code < 500
        danger = Danger(answer.content.decode()).found
        assert danger == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_field_of_a_comment_runs_nowhere(
    client, moderators_client, newsroom, post, payload
):
    publish_what_is_clean(newsroom)
    send(client, post, name=payload[:80], body=payload, personal_data="review")
    send(client, post, body=f"Site of {payload}", website=f"https://a.example/{payload}")
    send(client, post, body=f"Key of {payload}", receipt=payload, email=payload, parent=payload)
    for comment in Comment.objects.all():
        for status in (CommentStatus.PENDING, CommentStatus.PUBLISHED):
            Comment.objects.update(status=status)
            assert_harmless(everywhere(client, moderators_client, post, comment))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_feed_runs_nowhere(client, newsroom, post, payload):
    publish_what_is_clean(newsroom)
    send(client, post, name=payload[:80], body=payload, personal_data="review")
    Comment.objects.update(status=CommentStatus.PUBLISHED)
    [entry] = client.get("/comments/feed/json/").json()["items"]
    assert Danger(entry["content_html"]).found == []
    for ending in ("", "atom/"):
        [told] = feedparser.parse(client.get(f"/comments/feed/{ending}").content).entries
        assert told.id == entry["id"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_that_comes_by_an_edit_runs_nowhere(
    client, moderators_client, newsroom, post, payload
):
    publish_what_is_clean(newsroom)
    send(client, post)
    comment = Comment.objects.get()
    edit = reverse("comments:receipt_edit", args=[receipts.secret_of(comment)])
    answers = [client.post(edit, {"body": payload}, headers=OWN_ORIGIN)]
    answers += [client.post(edit, {"body": payload * 3, "personal_data": payload})]
    assert_harmless(answers)
    assert_harmless(everywhere(client, moderators_client, post, comment))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_report_runs_nowhere(client, moderators_client, post, payload):
    comment = make_comment(post)
    address = reverse("comments:report", args=[comment.pk])
    refused = client.post(address, {"reason": payload, "words": payload}, headers=OWN_ORIGIN)
    taken = client.post(address, {"reason": "spam", "words": payload}, headers=OWN_ORIGIN)
    answers = [refused, client.get(taken.url), moderators_client.get("/admin/reader-comments/")]
    assert_harmless(answers)
    assert Report.objects.get().words == payload


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_form_that_comes_back_runs_nowhere(client, post, payload):
    empty = {"name": payload, "website": payload, "email": payload, "receipt": payload}
    answers = [
        send(client, post, **empty, body=""),
        send(client, post, **empty, body=payload, token=payload, notify=payload),
        send(client, post, name="Ana", body=payload, preview="1"),
        send(client, post, name="Ana", body=f"{payload} 123-45-6789"),
        send(client, post, name="Ana", body=payload, parent=payload),
        client.get(reverse("comments:form", args=[post.pk]), {"parent": payload, "x": payload}),
        client.get(reverse("comments:form", args=[post.pk]), {"receipt": payload}),
        client.post(reverse("comments:follow", args=[post.pk]), {"email": payload}),
    ]
    assert_harmless(answers)


def test_the_judge_of_these_tests_sees_what_runs():
    """Or a test that finds nothing would prove nothing."""
    for html in PAYLOADS[:3]:
        assert Danger(html).found


# Lengths and characters


@pytest.mark.parametrize(
    "character", ["x", "é", "😀", "\U00020000", "&", "<", "*", "\u200b", "\u202e"]
)
def test_the_longest_comment_is_stored_whole_or_refused_with_its_words(client, post, character):
    words = "a" + character * (conf.MAX_BODY_CHARACTERS - 2) + "z"
    answer = send(client, post, body=words)
    assert answer.status_code in (303, 422)
    if answer.status_code == 303:
        stored = Comment.objects.get().body
        assert stored[0] + stored[-1] == "az"
        assert stored.count(character) in (0, len(words) - 2)
        assert client.get(answer.url).status_code == 200


@pytest.mark.parametrize(
    "field", ["name", "body", "website", "email", "receipt", "parent", "token"]
)
@pytest.mark.parametrize("odd", ["\x00", "\ufffe\uffff", "😀" * 100, "\u202e\u2066", "a" * 9_000])
def test_no_odd_value_in_any_field_is_a_server_error(client, post, field, odd):
    answer = send(client, post, **{field: odd})
    assert answer.status_code in (303, 400, 422)
    for comment in Comment.objects.all():
        for text in (comment.author_name, comment.body, comment.author_website):
            assert "\x00" not in text
            assert "\u202e" not in text


def test_names_of_characters_outside_the_first_plane_are_kept_whole(client, post):
    send(client, post, name="Ana 😀 \U00020000")
    assert Comment.objects.get().author_name == "Ana 😀 \U00020000"


def test_an_error_page_repeats_nothing_of_the_request(client, post, monkeypatch):
    client.raise_request_exception = False

    def broken(*_words, **_fields):
        raise ValueError("planted@secret-mail.example")

    monkeypatch.setattr("comments.views.comment_page.rules_for", broken)
    answer = send(client, post, name="planted-name", body="planted-body")
    assert answer.status_code == 500
    assert b"planted" not in answer.content
    assert "no-store" in answer["Cache-Control"]
