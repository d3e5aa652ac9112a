import pytest
from django.test import Client, RequestFactory, override_settings
from django.utils import translation
from lxml import html as lxml_html
from wagtail.models import PageViewRestriction, Site

from home.masthead import NOTHING, Masthead, masthead_for
from home.models import HomePage
from tests.blog.feeds.pictures import make_image, make_lost_image
from tests.home.theme.dressing import look
from tests.pages import make_newsroom, make_plain_page, make_translation

pytestmark = pytest.mark.django_db


def masthead(page: HomePage | None = None) -> Masthead:
    return masthead_for(page, request=RequestFactory().get("/"))


def test_name_and_tagline_are_those_of_the_front_page() -> None:
    newsroom = make_newsroom(title="The Harlan Letter")
    HomePage.objects.update(tagline="From our street")

    frame = masthead(newsroom.home)

    assert (frame.name, frame.tagline, frame.url) == ("The Harlan Letter", "From our street", "/")


def test_menu_lists_public_pages_that_asked_for_it_in_their_order() -> None:
    newsroom = make_newsroom()
    make_plain_page(newsroom, title="About", show_in_menus=True)
    make_plain_page(newsroom, title="Unlisted")
    make_plain_page(newsroom, title="Draft", show_in_menus=True, live=False)
    closed = make_plain_page(newsroom, title="Closed", show_in_menus=True)
    contact = make_plain_page(newsroom, title="Contact", show_in_menus=True)
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)

    menu = masthead(contact).menu

    assert [(link.name, link.url, link.is_current) for link in menu] == [
        ("About", "/about/", False),
        ("Contact", "/contact/", True),
    ]


def test_each_language_has_its_own_front_page() -> None:
    make_translation(make_newsroom())

    with translation.override("es"):
        assert masthead().url == "/es/"


def test_one_language_is_no_choice() -> None:
    assert masthead(make_newsroom().home).editions == []


def test_unpublished_front_page_is_no_edition() -> None:
    newsroom = make_newsroom()
    make_translation(newsroom).home.unpublish()

    assert masthead(newsroom.home).editions == []


def test_translation_in_draft_is_replaced_by_the_front_page() -> None:
    newsroom = make_newsroom()
    make_translation(newsroom).index.unpublish()

    spanish = masthead(newsroom.index).editions[1]

    assert (spanish.url, spanish.is_translation, spanish.is_current) == ("/es/", False, False)


def test_what_is_no_page_leads_to_the_front_pages() -> None:
    make_translation(make_newsroom())

    assert [(edition.name, edition.url) for edition in masthead().editions] == [
        ("English", "/"),
        ("Español", "/es/"),
    ]


def test_language_without_a_front_page_falls_back_to_the_default_one() -> None:
    make_newsroom()

    with translation.override("es"):
        assert masthead().url == "/"


@override_settings(LANGUAGE_CODE="es")
def test_newsroom_without_a_front_page_still_has_a_frame() -> None:
    newsroom = make_newsroom()
    Site.objects.update(root_page=newsroom.home.get_parent())

    assert masthead() == NOTHING


def test_newsroom_without_a_site_still_has_a_frame() -> None:
    Site.objects.all().delete()

    assert masthead() == NOTHING


def name_at_the_head(client: Client) -> lxml_html.HtmlElement:
    [link] = lxml_html.fromstring(client.get("/").content).find_class("masthead__home")
    return link


@pytest.mark.parametrize(("says_name", "words", "alt"), [(False, "News", ""), (True, "", "News")])
def test_a_logo_stands_before_the_name_or_for_it(
    says_name: bool, words: str, alt: str, stored: dict[str, bytes], client: Client
) -> None:
    look(make_newsroom(title="News"), logo=make_image(), logo_says_name=says_name)

    head = name_at_the_head(client)

    [image] = head.findall("img")
    assert head.text_content().strip() == words
    assert (image.get("alt"), image.get("width"), image.get("height")) == (alt, "64", "48")
    assert image.get("src").endswith(".webp")


def test_the_name_is_written_where_the_file_of_the_logo_that_says_it_is_lost(
    stored: dict[str, bytes], client: Client
) -> None:
    look(make_newsroom(title="News"), logo=make_lost_image(), logo_says_name=True)

    head = name_at_the_head(client)

    assert head.text_content().strip() == "News"
    assert head.findall("img") == []
