"""What readers of the Spanish edition see: no word of the interface in English.

Writing, receipts, reports and notices are in test_spanish_readers.py, the queue in
test_spanish_queue.py.
"""

from collections.abc import Iterator

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import translation

from blog.models import PostPage
from comments import receipts
from comments.states import CommentStatus, RemovedBy
from tests import pages
from tests.comments.factories import make_comment
from tests.comments.reader import send
from tests.spanish import Visit, english_in, read, spanish_by_default

pytestmark = pytest.mark.django_db


def make_full_post(newsroom: pages.Newsroom) -> PostPage:
    """A post whose page uses every branch of its templates."""
    lost = {"source_url": "https://old.example/a.jpg"}
    body = [
        pages.paragraph("<p>Vengan.</p>"),
        ("missing_image", {**lost, "alt_text": "Una casa"}),
        ("missing_image", {**lost, "alt_text": ""}),
        ("embed", {"url": "https://vimeo.com/1234567", "caption": ""}),
        ("embed", {"url": "https://radio.example/1", "caption": ""}),
    ]
    post = pages.make_post(newsroom, "Reunión", body=body)
    pages.sign(post, ["Marisol Vega", "Teo Brandt"])
    pages.label(post, ["Condado"])
    for removed_by in RemovedBy.values:
        make_comment(post, "No", status=CommentStatus.REMOVED, removed_by=removed_by)
    parent = make_comment(post, "Sí", status=CommentStatus.PENDING)
    for _depth in range(6):
        parent = make_comment(post, "Sí", parent=parent, author_name="", is_post_author=True)
    return post


def front_page_and_lists(newsroom: pages.Newsroom) -> Iterator[str]:
    yield read(newsroom.index.url)
    make_comment(pages.make_post(newsroom, "Primera"), "Sí")
    for number in range(11):
        pages.make_post(newsroom, f"Acta {number}")
    pages.make_plain_page(newsroom, "Contacto", show_in_menus=True)
    for query in ("", "?page=2"):
        yield read(newsroom.home.url + query)


def posts(newsroom: pages.Newsroom) -> Iterator[str]:
    yield read(make_full_post(newsroom).url)
    yield read(pages.make_post(newsroom, "Sin nadie").url)
    yield read(pages.make_post(newsroom, "Cerrada", comments_open=False).url)


def forms(newsroom: pages.Newsroom) -> Iterator[str]:
    post = pages.make_post(newsroom, "Reunión")
    comment = make_comment(post, "Sí")
    address = reverse("comments:form", args=[post.pk])
    yield read(address)
    yield read(f"{address}?parent={comment.pk}")
    yield read(
        reverse("comments:form", args=[pages.make_post(newsroom, "Ya", comments_open=False).pk])
    )


def forms_that_come_back(newsroom: pages.Newsroom) -> Iterator[str]:
    post = pages.make_post(newsroom, "Reunión")
    wrong = [
        {"name": "", "body": "", "website": "no es"},
        {"name": "\u200b", "body": "a" * 5001},
        {"name": "A\nB", "body": "> " * 200 + "a"},
        {"body": "Sí", "token": "x"},
        {"body": "Sí", "parent": "999999"},
    ]
    for fields in wrong:
        yield send(Client(), post, **fields).content.decode()
    yield send(Client(), post, headers={"Sec-Fetch-Site": "cross-site"}).content.decode()


def receipts_of_every_status(newsroom: pages.Newsroom) -> Iterator[str]:
    post = pages.make_post(newsroom, "Reunión")
    for status in CommentStatus.values:
        digest = receipts.digest(status)
        make_comment(post, "Sí", status=status, receipt_digest=digest)
        yield read(reverse("comments:receipt", args=[status]))


def pages_that_are_not(newsroom: pages.Newsroom) -> Iterator[str]:
    yield read(f"{newsroom.home.url}nada/")
    with translation.override(newsroom.home.locale.language_code):
        yield render_to_string("500.html")


READERS_SIDE: list[Visit] = [
    front_page_and_lists,
    posts,
    forms,
    forms_that_come_back,
    receipts_of_every_status,
    pages_that_are_not,
]


@pytest.fixture
def newsroom() -> pages.Newsroom:
    return pages.make_newsroom()


@pytest.fixture
def spanish(newsroom: pages.Newsroom) -> pages.Newsroom:
    return pages.make_translation(newsroom)


@pytest.mark.parametrize("visit", READERS_SIDE)
def test_spanish_page_speaks_no_english(visit: Visit, spanish: pages.Newsroom) -> None:
    for document in visit(spanish):
        assert english_in(document) == set()


@pytest.mark.parametrize("visit", READERS_SIDE)
def test_on_an_english_page_english_would_be_found(visit: Visit, newsroom: pages.Newsroom) -> None:
    for document in visit(newsroom):
        assert english_in(document)


def test_spanish_thread_says_who_removed_what(spanish: pages.Newsroom) -> None:
    html = read(make_full_post(spanish).url)
    for sentence in (
        "Este comentario ha sido eliminado por un administrador del blog.",
        "Este comentario ha sido eliminado por el autor.",
        "Este comentario ha sido eliminado.",
        "Este comentario está en espera de moderación.",
    ):
        assert f'<p class="comment__tombstone">{sentence}</p>' in html
    assert 'lang="es"' in html
    assert "jueves, 5 de enero de 2012" in html


def test_newsroom_in_spanish_needs_no_prefix(spanish: pages.Newsroom) -> None:
    spanish.site.root_page = spanish.home
    spanish.site.save()
    with spanish_by_default():
        document = read("/")
    assert english_in(document) == set()
    assert "todavía no se ha publicado nada" in document
