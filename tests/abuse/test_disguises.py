"""Names that would be taken for the staff, and words that break out of their place (40, 41)."""

# ruff: noqa: RUF001  (ambiguous letters are what this is about)

import json
import re

import pytest
from django.contrib.auth.models import Permission

from comments import conf
from comments.models import Comment
from comments.states import CommentStatus
from tests import sampling
from tests.comments.factories import make_comment, make_user
from tests.comments.reader import publish_what_is_clean, send
from tests.pages import sign
from tests.shared import shared_path

pytestmark = pytest.mark.django_db

VECTORS = "data/xss/own-text-and-scheme.json"


@pytest.fixture
def staff(newsroom, post):
    """Vera Alvarez works here, Ana Ruiz signed the post, and clean comments show at once."""
    user = make_user("vera", first_name="Vera", last_name="Alvarez")
    user.user_permissions.add(Permission.objects.get(codename="moderate_comment"))
    sign(post, ["Ana Ruiz"])
    publish_what_is_clean(newsroom)
    return user


# 40: names


SPOOFS = [
    "Vera Alvarez",
    "vera alvarez",
    "VERA  ALVAREZ",
    "Ver\u0430 Alvarez",  # Cyrillic a
    "V\u200bera Alvarez",
    "Vera\u00a0Alvarez",
    "Vera\u2060 Alvarez\ufeff",
    "Vera Álvarez",
    "V3ra Alvarez",
    "Vera Alvarez ✓",
    "Vera Alvarez ✅",
    "Vera Alvarez \u2611\ufe0f",
    "Vera Alvarez (Editor)",
    "✔ Vera Alvarez 🛡",
    "𝐕𝐞𝐫𝐚 𝐀𝐥𝐯𝐚𝐫𝐞𝐳",
    "Ⓥⓔⓡⓐ Ⓐⓛⓥⓐⓡⓔⓩ",
    "Vera Alvarez Staff",
    "vera",
    "Ana Ruiz",
    "Ana Ruíz",
    "Maria (Editor)",
    "Maria [moderator]",
    "Maria, Administradora",
    "Broadside",
    "Broadside Team",
    "Editor",
    "Ed\u0131tor",
    "M0derator",
    "rnoderator",
    "Staff\u200d",
    "redacción",
]


@pytest.mark.parametrize("name", SPOOFS)
def test_a_name_that_passes_for_the_staff_is_held(client, post, staff, name):
    answer = send(client, post, name=name)
    assert answer.status_code == 303
    comment = Comment.objects.get()
    assert comment.status == CommentStatus.PENDING
    assert "staff_name" in {item["sign"] for item in comment.evidence}


@pytest.mark.parametrize("name", ["Vera Gil", "Ana", "Ruizana", "Estela", "Oficina de Ana", "Tím"])
def test_other_peoples_names_are_not_held(client, post, staff, name):
    send(client, post, name=name)
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


def own_names():
    vectors = json.loads(shared_path(VECTORS).read_text("utf-8"))["vectors"]
    names = (vector["payload"].encode(errors="replace").decode() for vector in vectors)
    fitting = [name for name in names if len(name) <= conf.MAX_NAME_CHARACTERS]
    assert len(fitting) > 100
    return fitting[:: sampling.of(1, sample=4)]


def test_no_name_can_have_the_markup_of_a_badge(client, newsroom, post, staff, monkeypatch):
    """Strings of our own collection as a name: refused, or shown as a name without a badge."""
    monkeypatch.setattr("comments.pace.SENDER_IS_REFUSED_AFTER", 10**6)
    monkeypatch.setattr("comments.pace.PAGE_IS_REFUSED_AFTER", 10**6)
    monkeypatch.setattr("comments.pace.SITE_IS_REFUSED_AFTER", 10**6)
    names = own_names()
    for number, name in enumerate(names):
        answer = send(client, post, name=name, body=f"Comment {number}.", personal_data="review")
        assert answer.status_code in (303, 422)
    Comment.objects.update(status=CommentStatus.PUBLISHED)
    html = client.get(post.url).content.decode()
    assert html.count('class="comment__author"') == html.count('class="comment"')
    assert "badge--" not in html
    for name in re.findall(r'class="comment__author">(.*?)</b>', html, re.DOTALL):
        inside = re.sub(r"^(<a [^<>]*>)?<bdi>|</bdi>(</a>)?$", "", name)
        assert "<" not in inside


BADGES = [
    '<span class="badge badge--staff">Staff</span>',
    '&lt;span class="badge badge--staff"&gt;',
    '"><b class="badge--author">',
    "Ana</bdi></b> <span class=badge>",
]


@pytest.mark.parametrize("badge", BADGES)
def test_no_field_can_have_the_markup_of_a_badge(client, post, staff, badge):
    send(client, post, name=badge, body=badge, website=f"https://example.org/{badge}")
    make_comment(post, badge, author_name=badge)
    html = client.get(post.url).content.decode()
    assert not re.search(r'<[^<>]+class="?badge', html)


# 41: layout


def shown(client, post):
    """The part of the page that the comments stand in."""
    html = client.get(post.url).content.decode()
    return re.search(r'<section[^>]*id="comments".*</section>', html, re.DOTALL)[0]


HOSTILE = {
    "zalgo": "Z" + "\u0301\u0302\u0303\u0334" * 1_000 + "algo",
    "one long word": "w" * conf.MAX_BODY_CHARACTERS,
    "line breaks": "a" + "\n" * 200 + "b",
    "hard breaks": "\n".join(["x  "] * 900),
    "right to left": "\u202e\u2066\u2067\u200f abc " * 200,
    "many rules": "---\n\n" * 600,
    "many headings": "# a\n\n" * 600,
    "fences": "```\n" * 500,
    "list": "- a\n" * 1_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_comment_leaves_its_neighbour_as_it_was(client, post, kind):
    make_comment(post, "The neighbour.", author_name="Berenice")
    before = re.search(r'<article id="comment-\d+".*?</article>', shown(client, post), re.DOTALL)[0]
    make_comment(post, HOSTILE[kind])
    after = shown(client, post)
    assert before in after
    assert after.count("<article") == after.count("</article>") == 2


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_a_hostile_comment_takes_of_the_page_is_bounded(client, newsroom, post, kind):
    publish_what_is_clean(newsroom)
    assert send(client, post, body=HOSTILE[kind]).status_code in (303, 422)
    Comment.objects.update(status=CommentStatus.PUBLISHED)
    html = shown(client, post)
    assert len(re.findall(r"<[a-z]", html)) < 2_500
    assert not re.search(r"(<br ?/?>\s*){4}", html)
    assert not re.search("[\u0300-\u036f]{6}", html)
    assert not re.search("[\u202d\u202e]", html)


@pytest.mark.parametrize("markup", ["> ", "- ", "1. "])
def test_what_is_nested_too_deeply_is_refused_with_its_text(client, post, markup):
    words = markup * 25 + "deep down"
    answer = send(client, post, body=words)
    if answer.status_code == 303:
        Comment.objects.update(status=CommentStatus.PUBLISHED)
        tag = "blockquote" if markup == "> " else "<li"
        assert shown(client, post).count(tag) < 25
        assert "deep down" in shown(client, post)
    else:
        assert answer.status_code == 422
        assert "deep down" in answer.content.decode()
