import pytest
from wagtail.models import Site

from blog.models import PostPage
from home.models import PlainPage
from importers.destination import find_destination
from importers.refusals import ImportRefused
from tests.pages import Newsroom, make_translation


def test_the_only_index_of_the_default_language_is_meant(newsroom: Newsroom) -> None:
    make_translation(newsroom, "es")
    destination = find_destination("")
    assert destination.index.pk == newsroom.index.pk
    assert destination.above.pk == newsroom.home.pk
    assert destination.site == newsroom.site


@pytest.mark.parametrize("by", ["pk", "slug"])
def test_an_index_is_named_by_number_or_slug(newsroom: Newsroom, by: str) -> None:
    other = make_translation(newsroom, "es").index
    other.slug = "noticias"
    other.save()
    assert find_destination(str(getattr(other, by))).index.pk == other.pk


@pytest.mark.parametrize("into", ["gone", "news"])
def test_a_name_that_fits_none_or_several_is_refused_with_the_choices(
    newsroom: Newsroom, into: str
) -> None:
    other = make_translation(newsroom, "es").index
    with pytest.raises(ImportRefused) as refusal:
        find_destination(into)
    for index in (newsroom.index, other):
        assert str(index.pk) in str(refusal.value)


def test_posts_and_pages_have_their_types_and_places(newsroom: Newsroom) -> None:
    destination = find_destination("")
    assert destination.model_of("post") is PostPage
    assert destination.model_of("page") is PlainPage
    assert destination.parent_of("post").pk == newsroom.index.pk
    assert destination.parent_of("page").pk == newsroom.home.pk


def test_an_index_without_a_site_is_refused(newsroom: Newsroom) -> None:
    Site.objects.all().delete()
    with pytest.raises(ImportRefused, match="no site"):
        find_destination("")


def test_a_front_page_without_plain_pages_is_refused(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(newsroom.home), "allowed_subpage_models", classmethod(lambda _cls: []))
    with pytest.raises(ImportRefused, match="no place"):
        find_destination("")
