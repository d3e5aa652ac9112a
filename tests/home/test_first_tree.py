"""What the migration makes of a database, called as `migrate` calls it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.test import override_settings
from wagtail.models import Locale, Page, Site

from blog.models import BlogIndexPage
from home.models import HomePage

pytestmark = pytest.mark.django_db

first_tree = import_module("home.migrations.0002_first_tree")


@pytest.fixture
def fresh() -> None:
    """A database as Wagtail's first migration leaves it."""
    root = Page.get_first_root_node()
    root.get_children().delete()
    welcome = Page.objects.get(pk=root.pk).add_child(instance=Page(title="Welcome", slug="home"))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)


def make_tree() -> None:
    first_tree.make_tree(apps, None)


def shape() -> list[tuple[str, str, str]]:
    pages = Page.objects.filter(depth__gt=1).order_by("path").specific()
    return [(type(page).__name__, page.title, page.url) for page in pages]


def test_new_database_gets_a_front_page_and_an_index_in_each_language(fresh: None) -> None:
    make_tree()

    assert shape() == [
        ("HomePage", "Broadside", "/"),
        ("BlogIndexPage", "News", "/news/"),
        ("HomePage", "Broadside", "/es/"),
        ("BlogIndexPage", "Noticias", "/es/noticias/"),
    ]
    assert Page.find_problems() == ([], [], [], [], [])


def test_pages_of_the_languages_are_each_others_translations(fresh: None) -> None:
    make_tree()
    spanish = Locale.objects.get(language_code="es")

    for page in (HomePage.objects.first(), BlogIndexPage.objects.first()):
        assert page.get_translation(spanish).live


@override_settings(LANGUAGE_CODE="es")
def test_site_begins_at_the_front_page_of_the_default_language(fresh: None) -> None:
    make_tree()
    home = Site.objects.get().root_page

    assert home.locale.language_code == "es"
    assert [page.slug for page in home.get_children()] == ["noticias"]


@pytest.mark.parametrize(
    ("url", "root_url"),
    [
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://news.example.org", "http://news.example.org"),
        ("https://news.example.org", "https://news.example.org"),
    ],
)
def test_site_stands_at_the_newsrooms_own_address(url: str, root_url: str, fresh: None) -> None:
    with override_settings(WAGTAILADMIN_BASE_URL=url):
        make_tree()

    assert Site.objects.get(is_default_site=True).root_url == root_url


def test_second_run_changes_nothing(fresh: None) -> None:
    make_tree()
    before = list(Page.objects.values_list("pk", "path"))

    make_tree()

    assert list(Page.objects.values_list("pk", "path")) == before


def test_somebodys_own_pages_are_left_alone(fresh: None) -> None:
    Page.objects.get(depth=2).add_child(instance=Page(title="Mine", slug="mine"))

    make_tree()

    assert [title for _type, title, _url in shape()] == ["Welcome", "Mine"]


def test_second_page_at_the_top_is_left_alone(fresh: None) -> None:
    Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other"))

    make_tree()

    assert [title for _type, title, _url in shape()] == ["Welcome", "Other"]
