import pytest

from blog.models import Author, Topic
from importers.applying.names import make_name
from importers.store import Row
from tests.pages import Newsroom, make_locale

AUTHOR = Row(1, "author", "name:ana", "", "http://ana.example/", "", "", 1, "", "", "", None, None)
TERM = Row(2, "term", "Action", "", "", "action", "", 2, "", "", "", None, None)


def test_an_author_is_made_with_the_address_of_the_old_blog(newsroom: Newsroom) -> None:
    made = make_name(AUTHOR, "Ana Ñ", locale=newsroom.index.locale, taken=())
    assert isinstance(made, Author)
    assert (made.name, made.slug, made.url) == ("Ana Ñ", "ana-ñ", "http://ana.example/")


def test_a_topic_that_is_here_in_another_case_is_meant(newsroom: Newsroom) -> None:
    here = make_name(TERM, "ACTION", locale=newsroom.index.locale, taken=())
    assert make_name(TERM, "Action", locale=newsroom.index.locale, taken=()) == here
    assert Topic.objects.count() == 1


def test_another_language_has_topics_of_its_own(newsroom: Newsroom) -> None:
    make_name(TERM, "Action", locale=make_locale("es"), taken=())
    made = make_name(TERM, "Action", locale=newsroom.index.locale, taken=())
    assert (made.slug, Topic.objects.count()) == ("action", 2)


def test_an_author_that_another_record_became_is_not_meant(newsroom: Newsroom) -> None:
    locale = newsroom.index.locale
    first = make_name(AUTHOR, "Ana", locale=locale, taken=())
    second = make_name(AUTHOR, "Ana", locale=locale, taken={first.pk})
    assert (first.slug, second.slug) == ("ana", "ana-2")


@pytest.mark.parametrize("name", ["¿?", "…"])
def test_a_name_without_letters_has_a_slug_too(newsroom: Newsroom, name: str) -> None:
    assert make_name(TERM, name, locale=newsroom.index.locale, taken=()).slug == "unnamed"
