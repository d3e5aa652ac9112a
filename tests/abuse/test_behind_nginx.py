"""21, 22 and 24: what a shared cache may be brought to keep, tried on the nginx that we ship."""

import time
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import User
from blog.models import PostPage
from comments.moderation import ACTS
from tests import sampling
from tests.abuse.behind_nginx import Proxy, proxy
from tests.comments.factories import make_comment, make_ruling, make_user
from tests.operations.nginx.test_keeping import begin_a_second
from tests.operations.page_cache.asking import Reader, ask, reader_of_the_cache
from tests.pages import make_newsroom, make_post, paragraph

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("nginx")]

WORD, EVIL = "zzremovedzz", "evil.example"
OWN_HOST = "127.0.0.1"
HEADERS = [
    {"X_Forwarded_Host": EVIL},
    {"X_Forwarded_Server": EVIL},
    {"X_Forwarded_Port": "666"},
    {"X_Forwarded_Proto": "https"},
    {"X_Forwarded_For": EVIL},
    {"Forwarded": f"host={EVIL};proto=https"},
    {"X_Host": EVIL},
    {"X_Original_URL": f"/{EVIL}/"},
    {"X_Rewrite_URL": f"/{EVIL}/"},
    {"X_HTTP_Method_Override": "POST"},
    {"X_Forwarded_Prefix": f"/{EVIL}"},
    {"Accept_Language": "es"},
    {"Cookie": f"theme={EVIL}; django_language=es; csrftoken=x"},
    {"Referer": f"https://{EVIL}/"},
    {"Origin": f"https://{EVIL}"},
    {"User_Agent": EVIL},
    {"X_Shared_Cache": EVIL},
]
QUERIES = [f"utm_source={EVIL}", f"comment_error={EVIL}", f"{EVIL}=1", "a=1&a=2", f"?{EVIL}"]
HOSTS = [EVIL, f"{OWN_HOST}.{EVIL}", f"{EVIL}:80", f"{OWN_HOST}@{EVIL}"]


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    with proxy(tmp_path_factory.mktemp("data")) as door:
        yield door


@pytest.fixture
def reader(db: None) -> Iterator[Reader]:
    with reader_of_the_cache() as somebody:
        yield somebody


@pytest.fixture
def door(nginx: Proxy, reader: Reader) -> Proxy:
    nginx.serve(reader.front)
    return nginx


@pytest.fixture
def post(db: None) -> PostPage:
    """Each under an address of its own: nginx remembers those of the test before."""
    return make_post(make_newsroom(), f"Post {uuid4().hex}")


def read(door: Proxy, path: str, **headers: str) -> str:
    return door.get(path, **({"Host": OWN_HOST} | headers)).body.decode()


def have_time() -> None:
    """Half a second at least is left of this one, within which nginx asks once."""
    if time.time() % 1 > 0.5:
        begin_a_second()


def is_asked_once(door: Proxy, post: PostPage, *, since: float) -> bool:
    """Whether nginx had to ask no second time; after the second in which it began it may."""
    return door.asked == [post.url] or int(time.time()) > int(since)


def surfaces(post: PostPage) -> tuple[str, ...]:
    return (post.url, f"{post.url}comments/feed/", f"/api/v1/threads/{post.pk}")


def showing(door: Proxy, post: PostPage, word: str = WORD) -> list[str]:
    return [path for path in surfaces(post) if word in read(door, path)]


@pytest.mark.parametrize(
    "action", sampling.of(["remove", "hold", "mark_spam", "trash"], sample=["remove"])
)
def test_what_a_moderator_took_away_is_gone_in_the_next_second(
    door: Proxy, post: PostPage, action: str
) -> None:
    """21."""
    comment, moderator = make_comment(post, WORD, status="pending"), make_user()
    ACTS["approve"](comment.pk, make_ruling(comment, moderator))
    have_time()
    assert showing(door, post) == list(surfaces(post))
    ACTS[action](comment.pk, make_ruling(comment, moderator, reason="abuse"))
    begin_a_second()
    assert showing(door, post) == []


def test_what_was_read_before_it_was_approved_does_not_hide_it(door: Proxy, post: PostPage) -> None:
    """21."""
    comment = make_comment(post, WORD, status="pending")
    begin_a_second()
    assert showing(door, post) == []
    ACTS["approve"](comment.pk, make_ruling(comment, make_user()))
    begin_a_second()
    assert showing(door, post) == list(surfaces(post))


def test_post_that_was_taken_back_is_gone_in_the_next_second(door: Proxy, post: PostPage) -> None:
    """21."""
    make_comment(post, WORD)
    begin_a_second()
    assert showing(door, post) == list(surfaces(post))
    post.unpublish()
    begin_a_second()
    assert [door.get(path, Host=OWN_HOST).status for path in surfaces(post)] == [404] * 3


def test_edited_words_replace_what_nginx_has(door: Proxy, post: PostPage) -> None:
    """21."""
    begin_a_second()
    assert "Come and speak." in read(door, post.url)
    post.body = [paragraph("<p>Do not come.</p>")]
    post.save_revision().publish()
    begin_a_second()
    assert "Come and speak." not in read(door, post.url)


def test_nobody_outside_empties_what_is_kept(door: Proxy, post: PostPage) -> None:
    """21: neither by a method nor by a header is it made anew."""
    have_time()
    read(door, post.url)
    assert door.get(post.url, method="PURGE", Host=OWN_HOST).status in (403, 405)
    have_time()
    read(door, post.url)
    began, made = time.time(), len(door.asked)
    read(door, post.url, Cache_Control="no-cache", Pragma="no-cache")
    assert len(door.asked) == made or int(time.time()) > int(began)


@pytest.mark.parametrize("headers", sampling.of(HEADERS, sample=HEADERS[::5]), ids=str)
def test_no_header_changes_what_everybody_reads(
    door: Proxy, reader: Reader, post: PostPage, headers: dict[str, str]
) -> None:
    """22."""
    have_time()
    began = time.time()
    first = door.get(post.url, **({"Host": OWN_HOST} | headers))
    second = door.get(post.url, Host=OWN_HOST)
    assert (first.status, EVIL in first.body.decode()) == (200, False)
    assert second.body == first.body
    assert is_asked_once(door, post, since=began)
    assert ask(reader.counted.django, post.url, HTTP_HOST=OWN_HOST).body == first.body


@pytest.mark.parametrize("query", sampling.of(QUERIES, sample=QUERIES[:2]))
def test_unknown_part_of_an_address_is_not_in_what_everybody_reads(
    door: Proxy, post: PostPage, query: str
) -> None:
    """22."""
    have_time()
    began = time.time()
    first = read(door, f"{post.url}?{query}")
    assert EVIL not in first
    assert read(door, post.url) == first
    assert is_asked_once(door, post, since=began)


@pytest.mark.parametrize("host", sampling.of(HOSTS, sample=HOSTS[:1]))
def test_foreign_name_is_refused_and_leaves_nothing(door: Proxy, post: PostPage, host: str) -> None:
    """22."""
    have_time()
    assert door.get(post.url, Host=host).status == 400
    reply = door.get(post.url, Host=OWN_HOST)
    assert (reply.status, EVIL in reply.body.decode()) == (200, False)


def test_body_of_a_get_changes_nothing(door: Proxy, post: PostPage) -> None:
    """22: a "fat GET"."""
    have_time()
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    fat = door.get(post.url, body=f"page=2&q={EVIL}", Host=OWN_HOST, **form)
    assert (fat.status, EVIL in fat.body.decode()) == (200, False)
    assert door.get(post.url, Host=OWN_HOST).body == fat.body


@pytest.mark.parametrize("ending", [f"{EVIL}.css", "x.js", "..;/x.css", "%0ax.css"])
def test_no_ending_makes_a_page_look_like_a_file(door: Proxy, post: PostPage, ending: str) -> None:
    """22."""
    reply = door.get(f"{post.url}{ending}", Host=OWN_HOST)
    assert reply.status in (301, 302, 404)
    assert "public" not in reply.headers.get("Cache-Control", "")


@pytest.fixture
def session(db: None) -> str:
    """The cookie of somebody who may edit everything."""
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"


@pytest.mark.parametrize("is_editor_first", [True, False])
def test_editors_page_is_not_kept_for_readers(
    door: Proxy, post: PostPage, session: str, *, is_editor_first: bool
) -> None:
    """24."""
    have_time()
    if not is_editor_first:
        read(door, post.url)
    own = door.get(post.url, Host=OWN_HOST, Cookie=session)
    everybodys = door.get(post.url, Host=OWN_HOST)
    assert "wagtail-userbar" in own.body.decode()
    assert "private" in own.headers["Cache-Control"]
    assert "wagtail-userbar" not in everybodys.body.decode()
    assert everybodys.headers["Set-Cookie"] is None
    assert everybodys.headers["Cache-Control"].startswith("public")


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/pages/{}/view_draft/", "/admin/pages/{}/edit/"]
)
def test_what_editors_see_of_a_draft_is_kept_for_nobody(
    door: Proxy, post: PostPage, session: str, path: str
) -> None:
    """24."""
    post.title = "Secret title"
    post.save_revision()
    path = path.format(post.pk)
    assert door.get(path, Host=OWN_HOST, Cookie=session).status == 200
    reply = door.get(path, Host=OWN_HOST)
    assert (reply.status, "Secret title" in reply.body.decode()) == (302, False)
