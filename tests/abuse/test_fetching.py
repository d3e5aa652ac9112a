"""Abuse 29: no address that anybody gives us makes this server ask there."""

import json
import socket
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from blog.models import Author, BlogIndexPage, NewsImage, PostPage
from home.models import NewsroomSettings
from tests.abuse.listener import Listener, listening
from tests.comments.moderation_queue.staff import make_administrator, sign_in
from tests.comments.reader import publish_what_is_clean, send
from tests.pages import make_post

pytestmark = pytest.mark.django_db

YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.fixture
def listener() -> Iterator[Listener]:
    with listening() as one:
        yield one


@pytest.fixture
def window() -> Client:
    return sign_in(make_administrator())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every host whose address somebody wanted to know; nobody gets an answer."""
    asked: list[object] = []

    def lookup(host: object, *_arguments: object, **_options: object) -> list[object]:
        asked.append(host)
        raise OSError("no network here")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    return asked


def test_the_listener_hears_who_comes(listener: Listener) -> None:
    with socket.create_connection(("127.0.0.1", listener.port), timeout=5) as line:
        line.recv(1)
    assert listener.count == 1


def test_what_a_reader_sends_is_never_looked_at(client, newsroom, post, listener) -> None:
    publish_what_is_clean(newsroom)
    for url in listener.spellings():
        send(client, post, website=url, name="Ana", body=f"{url} ![]({url}) <img src='{url}'>")
    client.get(post.get_url())
    assert listener.count == 0


BODY = {
    "paragraph": '<p>{url} <a href="{url}">x</a><embed embedtype="media" url="{url}"/>'
    '<img src="{url}"></p>',
    "embed": {"url": "{url}", "caption": ""},
    "missing_image": {"source_url": "{url}", "alt_text": ""},
    "action": {"kind": "sign", "title": "x", "text": "", "url": "{url}", "phone": "", "email": "",
               "script": "", "button": "x"},
    "event": {"title": "x", "date": "2027-01-01", "starts_at": "10:00", "ends_at": "11:00",
              "zone": "UTC", "other_zones": [], "is_online": True, "online_url": "{url}",
              "registration_url": "{url}", "state": "planned"},
}  # fmt: skip


def body_with(url: str) -> str:
    blocks = [{"type": kind, "value": value} for kind, value in BODY.items()]
    return json.dumps(blocks).replace("{url}", url)


def test_what_an_editor_writes_is_never_looked_at(client, newsroom, listener) -> None:
    for number, url in enumerate(listener.spellings()):
        draft = make_post(newsroom, f"Post {number}", live=False, body=body_with(url))
        draft.save_revision().publish()
        post = PostPage.objects.get(pk=draft.pk)
        assert client.get(post.get_url()).status_code == 200
        assert post.make_preview_request().status_code == 200
    assert client.get(BlogIndexPage.objects.get().get_url()).status_code == 200
    assert listener.count == 0


def test_what_an_editor_embeds_is_never_looked_at(window, newsroom, listener, asked) -> None:
    chooser = reverse("wagtailembeds:chooser_upload")
    for url in [*listener.spellings(), YOUTUBE]:
        answer = window.post(chooser, {"embed-chooser-url": url})
        assert json.loads(answer.content)["step"] == "chooser"
    assert (listener.count, asked) == (0, [])


def test_nor_where_a_picture_is_from(window, newsroom, listener) -> None:
    pixel = NewsImage(title="x", source_url=listener.url)
    pixel.clean_fields(exclude=["file", "width", "height", "uploaded_by_user", "collection"])
    drawing = f'<svg><image href="{listener.url}"/></svg>'.encode()
    for name in ("a.svg", "a.png"):
        fields = {"title": "x", "source_url": listener.url}
        file = SimpleUploadedFile(name, drawing)
        window.post(reverse("wagtailimages:add"), {**fields, "file": file})
    assert listener.count == 0


def test_nor_what_stands_in_the_newsrooms_own_fields(client, newsroom, post, listener) -> None:
    Author.objects.create(name="A", slug="a", url=listener.url, locale=post.locale)
    NewsroomSettings.objects.create(site=newsroom.site, organisation_url=listener.url)
    client.get(newsroom.home.get_url())
    client.get(post.get_url())
    assert listener.count == 0
