"""What readers and moderators of the Spanish edition see: no word of the interface in English."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html as lxml_html
from wagtail.users.models import UserProfile

from blog.models import PostPage
from comments import receipts
from comments.states import Action, CommentStatus, RemovedBy
from tests import pages
from tests.comments.factories import make_comment
from tests.comments.moderation_queue import desk
from tests.comments.moderation_queue.staff import make_administrator, sign_in
from tests.comments.reader import send
from tests.test_translations import COMPILED, messages

pytestmark = pytest.mark.django_db

READ = "//text()[not(parent::script or parent::style)]"
READ_ALOUD = "//@aria-label | //@title | //@alt | //@placeholder"
VALUE = re.compile(r"%\(\w+\)[sd]")
TAG = re.compile(r"</?[a-z]+>")

Visit = Callable[[pages.Newsroom], Iterator[str]]


def read(url: str) -> str:
    return Client().get(url).content.decode()


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


def inside_the_frame(response: HttpResponse) -> str:
    """An admin page without what stands around it: Wagtail's own frame is partly English."""
    [main] = re.findall(r"<main.*</main>", response.content.decode(), re.DOTALL)
    return str(main)


def queue(newsroom: pages.Newsroom) -> Iterator[str]:
    """The queue speaks the language that the moderator has chosen, whatever page is commented."""
    administrator = make_administrator()
    language = newsroom.home.locale.language_code
    UserProfile.objects.create(user=administrator, preferred_language=language)
    browser = sign_in(administrator)
    post = make_full_post(newsroom)
    signs = [{"sign": sign, "detail": "3"} for sign in ("honeypot", "form_age", "links", "words")]
    held = make_comment(post, "Sí", status=CommentStatus.PENDING, evidence=signs)
    for query in ({"status": "all"}, {"q": "nada de esto"}):
        yield inside_the_frame(browser.get(desk.QUEUE, query))
    yield inside_the_frame(desk.decide(browser, held, Action.REMOVE))
    desk.decide(browser, held, Action.APPROVE)
    yield inside_the_frame(browser.get(desk.QUEUE))
    yield inside_the_frame(desk.decide(browser, held, Action.APPROVE, seen_event_id=1))
    for name, args in (
        ("reader_comments:history", [held.pk]),
        ("wagtailadmin_home", []),
        ("wagtailadmin_pages:delete", [post.pk]),
    ):
        yield inside_the_frame(browser.get(reverse(name, args=args)))
    delete = reverse("reader_comments:delete_page", args=[post.pk])
    yield inside_the_frame(browser.post(delete, {"comment_count": 0}))
    with translation.override(language):
        yield render_to_string("comments/moderation/page_counts.html", {"published": 1})


def english_sentences() -> Iterator[re.Pattern[str]]:
    """Every sentence that Spanish says in other words, without its markup, with any values."""
    for key, spoken in messages(COMPILED).items():
        sentence = (key if isinstance(key, str) else key[0]).rpartition("\x04")[2]
        parts = TAG.split(sentence) if sentence != spoken else []
        yield from (
            _pattern(part.strip()) for part in parts if re.search(r"\w", VALUE.sub("", part))
        )


def _pattern(part: str) -> re.Pattern[str]:
    """Several words are looked for anywhere; one alone, or with a value, must be the whole text."""
    pieces = VALUE.split(part)
    words = ".+?".join(re.escape(piece) for piece in pieces)
    is_plain = len(pieces) == 1 and " " in part
    return re.compile(rf"(?<!\w){words}(?!\w)" if is_plain else f"^{words}$")


ENGLISH = list(english_sentences())


def english_in(document: str) -> set[str]:
    """What of a page's text, and of what is read aloud, is English."""
    tree = lxml_html.document_fromstring(document)
    texts = {" ".join(text.split()) for text in tree.xpath(f"{READ} | {READ_ALOUD}")}
    return {text for text in texts if any(sentence.search(text) for sentence in ENGLISH)}


@pytest.fixture
def newsroom() -> pages.Newsroom:
    return pages.make_newsroom()


@pytest.fixture
def spanish(newsroom: pages.Newsroom) -> pages.Newsroom:
    return pages.make_translation(newsroom)


@pytest.mark.parametrize("visit", [*READERS_SIDE, queue])
def test_spanish_page_speaks_no_english(visit: Visit, spanish: pages.Newsroom) -> None:
    for document in visit(spanish):
        assert english_in(document) == set()


@pytest.mark.parametrize("visit", [*READERS_SIDE, queue])
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


def test_newsroom_in_spanish_needs_no_prefix(
    spanish: pages.Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    spanish.site.root_page = spanish.home
    spanish.site.save()
    monkeypatch.setattr(settings, "LANGUAGE_CODE", "es")
    assert english_in(read("/")) == set()
    assert "todavía no se ha publicado nada" in read("/")
